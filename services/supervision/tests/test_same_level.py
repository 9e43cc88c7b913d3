"""«Cùng cấp» over random bodies: who may send to whom on a province's, a district's, a commune's plan."""

from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contracts.errors import InvalidField, NotAllowed
from contracts.reference import Agency, agencies
from shared.authority import Actor
from shared.testing import Stage, actor
from supervision.plans.messages import AgreePlan, ProposePlan, StateView
from supervision.recommendations.messages import (
    RecommendationList,
    RecommendationStanding,
    SendRecommendation,
)
from supervision.service import service

DAY = date(2017, 9, 1)
SENDING_PARTS = ("ub-mttq-", "btt-mttq-", "ldld-", "hnd-", "hlhpn-", "hccb-", "dtn-")
PARTS_SUPERVISED = ("ubnd-", "hdnd-", "so-", "ca-", "vp-dp-ntm")
UNITS_OF = {"T": ["19"], "H": ["164", "165"], "X": ["05431", "05467"], "K": ["05431-K001"], "TW": ["19"]}


@dataclass(frozen=True)
class Chair:
    """Who leads a plan, and the People's Committee that it consults and supervises."""

    agency: str
    unit: str
    level: str
    committee: str

    @property
    def supervised(self) -> str:
        """The committee as a message names it."""
        return self.committee if self.level == "T" else f"{self.committee}/{self.unit}"


CHAIRS = [
    Chair("btt-mttq-tinh", "19", "T", "ubnd-tinh"),
    Chair("ub-mttq-huyen", "164", "H", "ubnd-huyen"),
    Chair("ub-mttq-xa", "05431", "X", "ubnd-xa"),
]
BODIES: list[tuple[Agency, str]] = [
    (agency, unit) for agency in agencies().all(DAY) for unit in UNITS_OF[agency.level]
]


def agreed_plan(stage: Stage, chair: Chair) -> str:
    """Agree a plan of the chair's unit on the poverty topic."""
    leader, committee = actor(chair.agency, chair.unit), actor(chair.committee, chair.unit)
    topic = {"topic": "GS-GN", "form": "joined", "target_bodies": [chair.supervised]}
    wanted = {
        "year": 2017,
        "unit_code": chair.unit,
        "topics": [topic],
        "consulted_bodies": [chair.supervised],
    }
    plan_id: str = stage.act(ProposePlan.model_validate(wanted), by=leader).plan_id
    stage.act(StateView(plan_id=plan_id, view="agreed"), by=committee)
    stage.act(AgreePlan(plan_id=plan_id, doc_number="1/KH"), by=leader)
    return plan_id


def send(stage: Stage, plan_id: str, by: Actor, addressee: str) -> RecommendationStanding:
    wanted = {
        "plan_id": plan_id,
        "topic": "GS-GN",
        "addressee_body": addressee,
        "doc_number": "2/KN",
        "text": "Giả lập",
        "legal_basis": ["QĐ 1722/QĐ-TTg"],
        "occurred_on": DAY,
    }
    sent: RecommendationStanding = stage.act(SendRecommendation.model_validate(wanted), by=by)
    return sent


def is_at(body: tuple[Agency, str], chair: Chair) -> bool:
    agency, unit = body
    return agency.level == chair.level and unit == chair.unit


def name_of(body: tuple[Agency, str]) -> str:
    agency, unit = body
    return f"{agency.code}/{unit}" if agency.per_unit else agency.code


@given(st.sampled_from(CHAIRS), st.sampled_from(BODIES), st.sampled_from(BODIES))
def test_only_the_front_of_the_level_sends_and_only_to_the_state_of_the_level(
    chair: Chair, sender: tuple[Agency, str], addressee: tuple[Agency, str]
) -> None:
    stage: Stage = Stage(service)
    plan_id = agreed_plan(stage, chair)
    may_send = sender[0].code.startswith(SENDING_PARTS) and is_at(sender, chair)
    may_get = addressee[0].code.startswith(PARTS_SUPERVISED) and is_at(addressee, chair)
    by = actor(sender[0].code, sender[1])
    if may_send and may_get:
        assert send(stage, plan_id, by, name_of(addressee)).state == "sent"
        assert sender != addressee
        return
    with pytest.raises(InvalidField if may_send else NotAllowed):
        send(stage, plan_id, by, name_of(addressee))
    assert stage.ask(RecommendationList()).items == []
    assert stage.events == ["supervision.plan_agreed.v1"]


@given(st.sampled_from(CHAIRS), st.sampled_from(BODIES))
def test_whoever_is_of_the_level_and_only_they_may_be_consulted(
    chair: Chair, asked: tuple[Agency, str]
) -> None:
    stage: Stage = Stage(service)
    topic = {"topic": "GS-GN", "form": "joined", "target_bodies": [chair.supervised]}
    wanted = ProposePlan.model_validate(
        {"year": 2017, "unit_code": chair.unit, "topics": [topic], "consulted_bodies": [name_of(asked)]}
    )
    consulted = asked[0].code.startswith((*SENDING_PARTS, *PARTS_SUPERVISED))
    if consulted and is_at(asked, chair) and asked[0].code != chair.agency:
        plan = stage.act(wanted, by=actor(chair.agency, chair.unit))
        assert plan.missing_bodies == [name_of(asked)]
        return
    with pytest.raises(InvalidField):
        stage.act(wanted, by=actor(chair.agency, chair.unit))


@pytest.mark.parametrize("chair", CHAIRS, ids=lambda chair: chair.level)
def test_at_each_level_the_front_sends_and_the_committee_is_told(chair: Chair) -> None:
    stage: Stage = Stage(service)
    sent = send(stage, agreed_plan(stage, chair), actor(chair.agency, chair.unit), chair.supervised)
    told = stage.envelopes[-1]
    assert sent.state == "sent"
    assert (told.unit, told.data["addressee_body"]) == (chair.unit, chair.supervised)


def test_the_front_of_another_commune_does_not_send_on_this_communes_plan() -> None:
    stage: Stage = Stage(service)
    plan_id = agreed_plan(stage, CHAIRS[2])
    with pytest.raises(NotAllowed) as refused:
        send(stage, plan_id, actor("ub-mttq-xa", "05467"), "ubnd-xa/05467")
    assert refused.value.rule == "same-level"
