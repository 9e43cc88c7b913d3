"""Plays the steps of models; everything is synthetic."""

from datetime import date
from typing import Any

import pytest

from campaigns.households.messages import RegisterHouseholds
from campaigns.pilot_models.messages.commands import (
    EvaluateModel,
    JoinModel,
    ProposeModel,
    PublishPractice,
    RecogniseModel,
    ReplicateModel,
    StartPilot,
    SupportModel,
)
from shared.authority import Actor
from shared.testing import Stage, actor

AREA, COMMUNE, OTHER = "05467-K001", "05467", "05431"
BEGUN, PILOTED = date(2017, 7, 1), date(2017, 7, 10)
EVALUATED, RECOGNISED = date(2018, 6, 1), date(2018, 7, 1)
CARRIED = date(2018, 9, 1)


class Play:
    """Plays the steps of models on a stage."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.farmers, self.board = actor("hnd-tinh"), actor("btt-mttq-tinh")
        self.poverty, self.rural = actor("so-ldtbxh"), actor("so-nnptnt")

    @staticmethod
    def proposal(**more: object) -> ProposeModel:
        fields: dict[str, object] = {
            "type": "GN-BV",
            "subject_kind": "kdc",
            "unit_code": AREA,
            "name_vi": "Xóm giảm nghèo bền vững nhờ chè an toàn (giả lập)",
            "summary": "Các hộ cùng trồng chè theo quy trình an toàn, chung một đầu mối tiêu thụ",
        }
        return ProposeModel.model_validate(fields | more)

    @staticmethod
    def evaluation(model_id: str, **more: object) -> EvaluateModel:
        fields: dict[str, object] = {
            "model_id": model_id,
            "effective": True,
            "result": "12 hộ thoát nghèo",
            "cost_vnd": 350_000_000,
            "households_benefiting": 40,
            "indicators": [{"name_vi": "Hộ nghèo", "measure_unit": "hộ", "before": 20, "after": 8}],
        }
        return EvaluateModel.model_validate(fields | more)

    @staticmethod
    def replication(model_id: str, **more: object) -> ReplicateModel:
        fields: dict[str, object] = {
            "model_id": model_id,
            "to_unit": "05467-K002",
            "lead_body": "hnd-tinh",
            "adaptation": "Thay giống chè trung du bằng chè lai",
        }
        return ReplicateModel.model_validate(fields | more)

    @staticmethod
    def sheet(**more: object) -> PublishPractice:
        fields: dict[str, object] = {
            "unit_code": COMMUNE,
            "name_vi": "Ngân hàng bò luân chuyển",
            "problem": "Hộ nghèo thiếu vốn sản xuất",
            "method": "Giao bò sinh sản, chuyển bê cái cho hộ kế tiếp",
            "cost_vnd": 15_000_000,
            "result": "30 hộ có bò",
            "contact_body": "hnd-xa/05467",
        }
        return PublishPractice.model_validate(fields | more)

    def households(self, campaign_id: str) -> list[str]:
        entries = [{"list_number": 1, "content_codes": ["ND1"]}]
        body = {"area_code": AREA, "campaign_id": campaign_id, "year": 2017, "households": entries}
        done = self.stage.act(RegisterHouseholds.model_validate(body), by=actor("ban-ctmt", AREA))
        return [each.household_ref for each in done.registrations]

    def proposed(self, by: Actor | None = None, **more: object) -> str:
        return str(self.stage.act(self.proposal(**more), by=by or self.farmers, on=BEGUN).model_id)

    def piloting(self, by: Actor | None = None, joined: tuple[Actor, ...] = (), **more: object) -> str:
        model_id = self.proposed(by, invited_bodies=[each.body for each in joined], **more)
        for each in joined:
            self.stage.act(JoinModel(model_id=model_id), by=each, on=BEGUN)
        self.stage.act(StartPilot(model_id=model_id), by=by or self.farmers, on=PILOTED)
        return model_id

    def evaluated(self, by: Actor | None = None, **more: Any) -> str:
        model_id = self.piloting(by, **more)
        self.stage.act(self.evaluation(model_id), by=by or self.farmers, on=EVALUATED)
        return model_id

    def recognised(self, **more: Any) -> str:
        model_id = self.evaluated(**more)
        self.stage.act(self.recognition(model_id), by=self.board, on=RECOGNISED)
        return model_id

    def carried(self, model_id: str, by: Actor | None = None, **more: object) -> str:
        done = self.stage.act(self.replication(model_id, **more), by=by or self.farmers, on=CARRIED)
        return str(done.replication_id)

    def gave(self, model_id: str, by: Actor | None = None, on: date = PILOTED, **more: object) -> str:
        fields: dict[str, object] = {"model_id": model_id, "kind": "money", "amount_vnd": 50_000_000}
        done = self.stage.act(SupportModel.model_validate(fields | more), by=by or self.poverty, on=on)
        return str(done.support_id)

    @staticmethod
    def recognition(model_id: str) -> RecogniseModel:
        return RecogniseModel(model_id=model_id, decision_no="12/QĐ-MTTQ-BTT")


@pytest.fixture
def play(stage: Stage) -> Play:
    return Play(stage)
