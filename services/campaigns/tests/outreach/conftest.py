"""Plays the steps of outreach; everything is synthetic."""

from datetime import date

import pytest

from campaigns.outreach.messages import HoldOutreach, JoinOutreach, PlanOutreach
from shared.authority import Actor
from shared.testing import Stage, actor

PLANNED, HELD = date(2017, 7, 3), date(2017, 8, 15)


class Play:
    """Plays the steps of outreach on a stage."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage

    @staticmethod
    def wanted(kind: str, **more: object) -> PlanOutreach:
        fields: dict[str, object] = {
            "kind": kind,
            "title": "Hội nghị giả lập",
            "unit_code": "05467",
            "planned_on": HELD,
            "linked_programme": "LK-DB" if kind == "health" else None,
        }
        return PlanOutreach.model_validate(fields | more)

    def planned(self, kind: str, by: Actor, **more: object) -> str:
        return str(self.stage.act(self.wanted(kind, **more), by=by, on=PLANNED).outreach_id)

    @staticmethod
    def report(outreach_id: str, **more: object) -> HoldOutreach:
        fields: dict[str, object] = {
            "outreach_id": outreach_id,
            "participants": 60,
            "duration_minutes": 120,
            "result": "Đã trao đổi trực tiếp (giả lập)",
        }
        return HoldOutreach.model_validate(fields | more)

    def held(self, kind: str, by: Actor, joining: tuple[Actor, ...] = (), **more: object) -> str:
        invited = [each.body for each in joining]
        outreach_id = self.planned(kind, by, invited_bodies=invited, **more)
        for each in joining:
            self.stage.act(JoinOutreach(outreach_id=outreach_id), by=each, on=PLANNED)
        enrolled = {"enrolled": 12} if more.get("linked_programme") == "LK-BHYT" else {}
        self.stage.act(self.report(outreach_id, **enrolled), by=by, on=HELD)
        return outreach_id

    @property
    def duties(self) -> str:
        return self.stage.envelopes[-1].duties


@pytest.fixture
def play(stage: Stage) -> Play:
    return Play(stage)


@pytest.fixture
def holder() -> dict[str, Actor]:
    """Give a body that holds each kind."""
    of = {
        "meeting": "ub-mttq-tinh",
        "guide_people": "so-ldtbxh",
        "extension": "so-nnptnt",
        "technology_transfer": "so-nnptnt",
        "investment_promotion": "vp-dp-ntm",
        "training": "vp-dp-ntm",
        "health": "so-yt",
        "environment": "so-tnmt",
        "legal": "so-tp",
        "crime_prevention": "ca-tinh",
    }
    return {kind: actor(code) for kind, code in of.items()}
