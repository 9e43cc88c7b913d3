"""Plays a unit's way to a standard; everything is synthetic."""

from datetime import date, timedelta
from typing import Any

import pytest

from campaigns.standards.messages import commands as asked
from contracts.messages import Command
from shared.authority import Actor
from shared.testing import Stage, actor

COMMUNE, WARD = "05485", "05467"
DAY = date(2017, 7, 3)


class Play:
    """Plays the steps of one unit, each a few days after the one before."""

    def __init__(self, stage: Stage) -> None:
        self.stage, self.day = stage, DAY
        self.province, self.office = actor("ubnd-tinh"), actor("vp-dp-ntm")
        self.district = actor("ubnd-huyen", "164")
        self.board, self.women = actor("btt-mttq-tinh"), actor("hlhpn-tinh")

    def act(self, wanted: Command, by: Actor, after: int = 1) -> Any:
        self.day += timedelta(days=after)
        return self.stage.act(wanted, by=by, on=self.day)

    @staticmethod
    def committee(unit: str = COMMUNE) -> Actor:
        return actor("ubnd-xa", unit)

    def proposal(self, standard: str = "NTM", unit: str = COMMUNE, year: int = 2018) -> Command:
        body = {"standard": standard, "unit_code": unit, "year": year, "doc_number": "01/TTr"}
        return asked.ProposeCandidate.model_validate(body)

    def accepted(self, standard: str = "NTM", unit: str = COMMUNE, year: int = 2018) -> str:
        made = self.act(self.proposal(standard, unit, year), self.committee(unit))
        candidate_id = str(made.candidate_id)
        self.act(asked.AcceptCandidate(candidate_id=candidate_id, doc_number="02/QĐ"), self.district)
        return candidate_id

    def listed(self, unit: str = COMMUNE, year: int = 2018) -> str:
        candidate_id = self.accepted(unit=unit, year=year)
        made = self.act(asked.CompileNtmList(year=year, candidate_ids=[candidate_id]), self.office)
        self.act(asked.SubmitNtmList(list_id=made.list_id, doc_number="03/TTr"), self.office)
        self.act(asked.ApproveNtmList(list_id=made.list_id, decision_no="04/QĐ-UBND"), self.province)
        return candidate_id

    def assess(
        self, standard: str, number: int | None, by: Actor, unit: str = COMMUNE, *, passed: bool = True
    ) -> Any:
        body = {
            "standard": standard,
            "unit_code": unit,
            "year": self.day.year,
            "criterion_no": number,
            "passed": passed,
            "evidence_ref": "05/BC",
        }
        return self.act(asked.AssessCriterion.model_validate(body), by, after=0)

    def self_assessed(self, **more: Any) -> str:
        candidate_id = self.listed(**more)
        for number in range(1, 20):
            self.assess("NTM", number, self.committee())
        wanted = asked.CompleteSelfAssessment(candidate_id=candidate_id, report_no="06/BC")
        self.act(wanted, self.committee())
        return candidate_id

    def posted(self, **more: Any) -> str:
        candidate_id = self.self_assessed(**more)
        self.act(asked.PostResults(candidate_id=candidate_id, places=["Nhà văn hóa"]), self.committee())
        return candidate_id

    @staticmethod
    def meeting(candidate_id: str, yes_votes: int = 95) -> Command:
        return asked.HoldCommuneMeeting(
            candidate_id=candidate_id,
            attended=100,
            yes_votes=yes_votes,
            comments_received=3,
            minutes_ref="07/BB",
        )

    def verified(self, **more: Any) -> str:
        candidate_id = self.posted(**more)
        self.act(self.meeting(candidate_id), self.committee(), after=21)
        self.act(asked.VerifyCandidate(candidate_id=candidate_id, report_no="08/BC"), self.district)
        return candidate_id

    def opened(self, candidate_id: str, surveyors: tuple[str, ...] = ("hlhpn-tinh",)) -> str:
        wanted = asked.OpenSurvey(candidate_id=candidate_id, surveying_bodies=list(surveyors))
        return str(self.act(wanted, self.board).survey_id)

    @staticmethod
    def figures(survey_id: str, total: int = 1000, asked_of: int = 800, satisfied: int = 780) -> Command:
        return asked.CompleteSurvey(
            survey_id=survey_id,
            households_total=total,
            households_asked=asked_of,
            satisfied=satisfied,
            report_no="09/BC",
        )

    def surveyed(self, **more: Any) -> str:
        candidate_id = self.verified(**more)
        self.act(self.figures(self.opened(candidate_id)), self.women)
        return candidate_id

    @staticmethod
    def panel(candidate_id: str, yes_votes: int = 10) -> Command:
        return asked.AppraiseCandidate(
            candidate_id=candidate_id, members=10, yes_votes=yes_votes, minutes_ref="10/BB"
        )

    def appraised(self, *, inputs: bool = True, **more: Any) -> str:
        candidate_id = self.surveyed(**more)
        self.act(self.panel(candidate_id), self.office)
        if inputs:
            self.assess("TCPL", None, actor("so-tp"))
            self.assess("NTM", 19, actor("ca-tinh"))
        return candidate_id

    @staticmethod
    def recognition(candidate_id: str) -> Command:
        return asked.RecogniseUnit(candidate_id=candidate_id, decision_no="11/QĐ-UBND")

    def recognised(self, **more: Any) -> str:
        candidate_id = self.appraised(**more)
        self.act(self.recognition(candidate_id), self.province)
        return candidate_id


@pytest.fixture
def play(stage: Stage) -> Play:
    return Play(stage)
