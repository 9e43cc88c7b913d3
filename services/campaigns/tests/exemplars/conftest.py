"""Plays the steps of commendations; every person is synthetic."""

from datetime import date
from typing import Any

import pytest

from campaigns.exemplars.messages import (
    AwardExemplar,
    DecideExemplar,
    NominateExemplar,
    RejectExemplar,
    ReviewExemplar,
    SecondExemplar,
    SetCommendationCriteria,
)
from campaigns.guidance.messages import IssueGuidance
from campaigns.households.messages import RegisterHouseholds
from shared.authority import Actor
from shared.testing import Stage, actor

AREA, COMMUNE = "05467-K001", "05467"
IN_FORCE, NOMINATED = date(2017, 7, 1), date(2017, 10, 1)
REVIEWED, DECIDED, FESTIVAL = date(2017, 10, 15), date(2017, 11, 1), date(2017, 11, 18)
NAME = "Nguyễn Văn Giả Lập"


class Play:
    """Plays the steps of commendations of one area on a stage."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.board, self.commune = actor("btt-mttq-tinh"), actor("ub-mttq-xa", COMMUNE)
        self.group, self.head = actor("ban-ctmt", AREA), actor("truong-xom", AREA)
        self.chapter = actor("chi-hoi", AREA)

    def document(self, number: str, kind: str = "criteria", effective_on: date = IN_FORCE) -> str:
        body = {
            "kind": kind,
            "doc_number": number,
            "title": "Hướng dẫn tiêu chí bình xét thi đua, khen thưởng (giả lập)",
            "audience_levels": ["H", "X", "K"],
            "effective_on": effective_on,
        }
        done = self.stage.act(IssueGuidance.model_validate(body), by=self.board)
        return str(done.guidance_id)

    @staticmethod
    def criteria_of(guidance_id: str) -> SetCommendationCriteria:
        return SetCommendationCriteria.model_validate(
            {
                "guidance_id": guidance_id,
                "criteria": [
                    {"no": 1, "text_vi": "Gương mẫu chấp hành pháp luật"},
                    {"no": 2, "content_code": "ND1", "text_vi": "Giúp hộ khác thoát nghèo"},
                    {"no": 3, "content_code": "ND3", "text_vi": "Giữ gìn môi trường"},
                ],
            }
        )

    def criteria(self, number: str = "01/HD-MTTQ", effective_on: date = IN_FORCE) -> str:
        wanted = self.criteria_of(self.document(number, effective_on=effective_on))
        return str(self.stage.act(wanted, by=self.board).criteria_id)

    def households(self, campaign_id: str) -> list[str]:
        entries = [{"list_number": 1, "content_codes": ["ND1"]}]
        body = {"area_code": AREA, "campaign_id": campaign_id, "year": 2017, "households": entries}
        done = self.stage.act(RegisterHouseholds.model_validate(body), by=self.group)
        return [each.household_ref for each in done.registrations]

    @staticmethod
    def nomination(**more: object) -> NominateExemplar:
        fields: dict[str, object] = {
            "area_code": AREA,
            "subject_kind": "person",
            "name": NAME,
            "content_code": "ND1",
            "achievement": "Giúp ba hộ trong xóm thoát nghèo",
            "criteria_met": [
                {"criterion_no": 1, "evidence_ref": "BB-01"},
                {"criterion_no": 2, "evidence_ref": "BB-02"},
            ],
            "co_nominating_bodies": [f"truong-xom/{AREA}", f"chi-hoi/{AREA}"],
        }
        return NominateExemplar.model_validate(fields | more)

    def nominated(self, on: date = NOMINATED, **more: object) -> str:
        return str(self.stage.act(self.nomination(**more), by=self.group, on=on).exemplar_id)

    def seconded(self, **more: Any) -> str:
        exemplar_id = self.nominated(**more)
        for body in (self.head, self.chapter):
            self.stage.act(SecondExemplar(exemplar_id=exemplar_id), by=body, on=NOMINATED)
        return exemplar_id

    def reviewed(self, level: str = "X", **more: Any) -> str:
        exemplar_id = self.seconded(**more)
        self.stage.act(self.review(exemplar_id, level), by=self.commune, on=REVIEWED)
        return exemplar_id

    def decided(self, by: Actor | None = None, level: str = "X", **more: Any) -> str:
        exemplar_id = self.reviewed(level, **more)
        self.stage.act(self.decision(exemplar_id), by=by or self.commune, on=DECIDED)
        return exemplar_id

    def awarded(self, **more: Any) -> str:
        exemplar_id = self.decided(**more)
        self.stage.act(self.festival(exemplar_id), by=self.group, on=FESTIVAL)
        return exemplar_id

    @staticmethod
    def review(exemplar_id: str, level: str = "X") -> ReviewExemplar:
        body = {"exemplar_id": exemplar_id, "level": level, "minutes_ref": "05/BB-BX"}
        return ReviewExemplar.model_validate(body)

    @staticmethod
    def decision(exemplar_id: str) -> DecideExemplar:
        return DecideExemplar(
            exemplar_id=exemplar_id, decision_no="21/QĐ-MTTQ", form="certificate_of_commendation"
        )

    @staticmethod
    def festival(exemplar_id: str) -> AwardExemplar:
        return AwardExemplar(exemplar_id=exemplar_id, occasion="festival_18_11", occasion_ref="18/BB-NH")

    @staticmethod
    def rejection(exemplar_id: str) -> RejectExemplar:
        return RejectExemplar(exemplar_id=exemplar_id, reason="Minh chứng chưa đủ")


@pytest.fixture
def play(stage: Stage) -> Play:
    return Play(stage)
