"""A communication programme and what outlets publish under it; everything is synthetic."""

from datetime import date

import pytest

from campaigns.guidance.messages import IssueGuidance
from campaigns.media.messages import PublishMediaItem
from campaigns.pilot_models.messages.commands import EvaluateModel, ProposeModel, RecogniseModel, StartPilot
from shared.authority import Actor
from shared.testing import Stage, actor

ISSUED, PUBLISHED, RECOGNISED = date(2018, 1, 10), date(2018, 8, 1), date(2018, 7, 1)
THEMES = ["Giảm nghèo", "Nông thôn mới"]


class Play:
    """Plays the steps of a year of communication on a stage."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.radio, self.paper = actor("dai-ptth"), actor("bao-tn")

    def programme(self, number: str = "12/CTr", **more: object) -> str:
        content = {
            "kind": "media_programme",
            "year": 2018,
            "themes": THEMES,
            "quotas": [
                {"outlet_body": "dai-ptth", "minutes": 600},
                {"outlet_body": "bao-tn", "articles": 120},
            ],
        }
        body = {
            "kind": "media_programme",
            "doc_number": number,
            "title": "Chương trình truyền thông (giả lập)",
            "audience_levels": ["T"],
            "effective_on": ISSUED,
            "content": content | more,
        }
        done = self.stage.act(IssueGuidance.model_validate(body), by=actor("so-tttt"), on=ISSUED)
        return str(done.guidance_id)

    @staticmethod
    def broadcast(guidance_id: str, **more: object) -> PublishMediaItem:
        fields: dict[str, object] = {
            "guidance_id": guidance_id,
            "theme": THEMES[0],
            "topic": "GN",
            "format": "tv",
            "title_vi": "Chuyên mục Vì người nghèo (giả lập)",
            "minutes": 15,
        }
        return PublishMediaItem.model_validate(fields | more)

    def article(self, guidance_id: str, **more: object) -> PublishMediaItem:
        return self.broadcast(guidance_id, **{"format": "print", "minutes": None, "words": 900, **more})

    def published(self, wanted: PublishMediaItem, by: Actor, on: date = PUBLISHED) -> str:
        return str(self.stage.act(wanted, by=by, on=on).item_id)

    def model(self, *, recognised: bool = True) -> str:
        farmers = actor("hnd-tinh")
        proposal = {
            "type": "GN-BV",
            "subject_kind": "kdc",
            "unit_code": "05467-K001",
            "name_vi": "Xóm giảm nghèo (giả lập)",
            "summary": "Các hộ cùng trồng chè",
        }
        made = self.stage.act(ProposeModel.model_validate(proposal), by=farmers, on=date(2017, 7, 1))
        model_id = str(made.model_id)
        self.stage.act(StartPilot(model_id=model_id), by=farmers, on=date(2017, 7, 10))
        result = {
            "model_id": model_id,
            "effective": True,
            "result": "12 hộ thoát nghèo",
            "cost_vnd": 1,
            "households_benefiting": 12,
            "indicators": [{"name_vi": "Hộ nghèo", "measure_unit": "hộ", "before": 20, "after": 8}],
        }
        self.stage.act(EvaluateModel.model_validate(result), by=farmers, on=date(2018, 6, 1))
        if recognised:
            decision = RecogniseModel(model_id=model_id, decision_no="12/QĐ-MTTQ")
            self.stage.act(decision, by=actor("btt-mttq-tinh"), on=RECOGNISED)
        return model_id


@pytest.fixture
def play(stage: Stage) -> Play:
    return Play(stage)
