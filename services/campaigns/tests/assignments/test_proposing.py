from collections.abc import Callable
from datetime import date

import pytest

from campaigns.assignments.messages.commands import AgreeAssignment, DeclineAssignment, ProposeAssignment
from campaigns.assignments.messages.queries import AssignmentById
from campaigns.consultations.messages import HoldConsultation
from contracts.errors import DayBeforeLastStep, InvalidField, NotAllowed, WrongStep
from shared.authority import Actor
from shared.testing import Stage, actor
from shared.tokens import NotAuthenticated

Make = Callable[..., str]


def proposal(consultation_id: str, **more: object) -> ProposeAssignment:
    fields: dict[str, object] = {
        "consultation_id": consultation_id,
        "assignee_body": "hlhpn-tinh",
        "kind": "content",
        "content_code": "ND1",
        "duty_id": "II.1a-c",
        "unit_code": "19",
        "due_on": date(2017, 12, 31),
    }
    return ProposeAssignment.model_validate(fields | more)


def test_no_anonymous_caller_proposes(stage: Stage, consulted: Make) -> None:
    with pytest.raises(NotAuthenticated):
        stage.act(proposal(consulted()), by=None)


def test_no_state_body_proposes(stage: Stage, consulted: Make) -> None:
    with pytest.raises(NotAllowed) as refused:
        stage.act(proposal(consulted()), by=actor("ubnd-tinh"))
    assert refused.value.rule == "side:front"


def test_only_the_chair_proposes(stage: Stage, consulted: Make) -> None:
    with pytest.raises(NotAllowed) as refused:
        stage.act(proposal(consulted()), by=actor("ub-mttq-tinh"))
    assert refused.value.rule == "chair-only"


def test_a_commune_proposes_nothing_for_the_province(stage: Stage, consulted: Make) -> None:
    commune = actor("ub-mttq-xa", "05467")
    consultation_id = consulted(by=commune, participant_bodies=["hnd-xa/05467"])
    with pytest.raises(NotAllowed) as refused:
        stage.act(proposal(consultation_id, assignee_body="hnd-xa/05467"), by=commune)
    assert refused.value.rule == "own-unit-or-below:unit_code"


def test_nothing_is_proposed_before_the_minutes(stage: Stage, launched: Make, board: Actor) -> None:
    order = HoldConsultation(campaign_id=launched(), topics=["Nội dung 1"], participant_bodies=["hlhpn-tinh"])
    held = stage.act(order, by=board)
    with pytest.raises(WrongStep):
        stage.act(proposal(held.consultation_id), by=board)


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"due_on": date(2017, 6, 15)}, "due_on"),
        ({"content_code": None}, "content_code"),
        ({"duty_id": "II.9z-z"}, "duty_id"),
    ],
)
def test_a_wrong_proposal_names_its_field(
    stage: Stage, consulted: Make, board: Actor, more: dict[str, object], field: str
) -> None:
    with pytest.raises(InvalidField) as refused:
        stage.act(proposal(consulted(), **more), by=board)
    assert refused.value.fields[0].field == field


def test_nothing_is_proposed_to_a_member_that_was_not_consulted(
    stage: Stage, consulted: Make, board: Actor
) -> None:
    with pytest.raises(InvalidField) as refused:
        stage.act(proposal(consulted(participant_bodies=["hnd-tinh"])), by=board)
    assert refused.value.rule == "was-consulted"


def test_only_contents_of_the_campaign_are_proposed(stage: Stage, consulted: Make, board: Actor) -> None:
    with pytest.raises(InvalidField) as refused:
        stage.act(proposal(consulted(content_codes=["ND2"])), by=board)
    assert refused.value.rule == "content-of-campaign"


def test_a_proposal_alone_is_no_evidence(stage: Stage, proposed: Make) -> None:
    proposed()
    assert "campaigns.assignment_agreed.v1" not in stage.events


def test_no_anonymous_caller_agrees(stage: Stage, proposed: Make) -> None:
    with pytest.raises(NotAuthenticated):
        stage.act(AgreeAssignment(assignment_id=proposed()), by=None)


def test_no_state_body_agrees(stage: Stage, proposed: Make) -> None:
    with pytest.raises(NotAllowed) as refused:
        stage.act(AgreeAssignment(assignment_id=proposed()), by=actor("ubnd-tinh"))
    assert refused.value.rule == "side:front"


@pytest.mark.parametrize("other", ["btt-mttq-tinh", "ub-mttq-tinh", "hnd-tinh"])
def test_the_front_does_not_command_a_member(stage: Stage, proposed: Make, other: str) -> None:
    assignment_id = proposed()
    with pytest.raises(NotAllowed) as refused:
        stage.act(AgreeAssignment(assignment_id=assignment_id), by=actor(other))
    assert refused.value.rule == "assignee-only"
    assert "campaigns.assignment_agreed.v1" not in stage.events


def test_the_members_agreement_assigns(stage: Stage, proposed: Make, member: Actor) -> None:
    assert stage.act(AgreeAssignment(assignment_id=proposed()), by=member).state == "agreed"
    envelope = stage.envelopes[-1]
    assert envelope.type == "campaigns.assignment_agreed.v1"
    assert envelope.duty_ids == ("II.1a-a",)
    assert envelope.agency == "hlhpn-tinh"


def test_agreeing_to_build_a_model_is_evidence_of_that_too(
    stage: Stage, proposed: Make, member: Actor
) -> None:
    assignment_id = proposed(kind="model", content_code=None, duty_id="II.3a-b")
    stage.act(AgreeAssignment(assignment_id=assignment_id), by=member)
    assert stage.envelopes[-1].duty_ids == ("II.1a-a", "II.3a-a")


def test_a_model_in_a_commune_is_evidence_of_the_committees_duty_alone(stage: Stage, consulted: Make) -> None:
    commune, member = actor("ub-mttq-xa", "05467"), "hnd-xa/05467"
    consultation_id = consulted(by=commune, participant_bodies=[member])
    order = proposal(consultation_id, assignee_body=member, kind="model", unit_code="05467")
    made = stage.act(order, by=commune)
    stage.act(AgreeAssignment(assignment_id=made.assignment_id), by=actor("hnd-xa", "05467"))
    assert stage.envelopes[-1].duty_ids == ("II.3a-a",)


def test_nobody_answers_before_the_proposal(stage: Stage, proposed: Make, member: Actor) -> None:
    with pytest.raises(DayBeforeLastStep) as refused:
        stage.act(AgreeAssignment(assignment_id=proposed()), by=member, on=date(2017, 6, 15))
    assert refused.value.rule == "assignment:agree"


def test_no_anonymous_caller_declines(stage: Stage, proposed: Make) -> None:
    with pytest.raises(NotAuthenticated):
        stage.act(DeclineAssignment(assignment_id=proposed(), reason="Thiếu người"), by=None)


def test_only_the_assignee_declines(stage: Stage, proposed: Make, board: Actor) -> None:
    with pytest.raises(NotAllowed) as refused:
        stage.act(DeclineAssignment(assignment_id=proposed(), reason="Thiếu người"), by=board)
    assert refused.value.rule == "assignee-only"


def test_a_member_may_decline_with_a_reason(stage: Stage, proposed: Make, member: Actor) -> None:
    assignment_id = proposed()
    before = list(stage.events)
    stage.act(DeclineAssignment(assignment_id=assignment_id, reason="Thiếu người"), by=member)
    shown = stage.ask(AssignmentById(assignment_id=assignment_id), by=member)
    assert (shown.state, shown.reason) == ("declined", "Thiếu người")
    assert stage.events == before
    with pytest.raises(WrongStep):
        stage.act(AgreeAssignment(assignment_id=assignment_id), by=member)
