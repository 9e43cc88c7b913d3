"""Proposing an assignment to another body."""

from campaigns.assignments.domain.assignment import ENDED, Assignment
from campaigns.assignments.domain.cascade import receiving_level
from campaigns.assignments.guards import proposer_of
from campaigns.assignments.messages.commands import ReassignAssignment, Reassigned
from campaigns.assignments.repository import Assignments
from campaigns.consultations.domain.consultation import Consultation
from campaigns.consultations.guards import chair_of
from campaigns.consultations.repository import Consultations
from contracts.errors import InvalidField
from contracts.reference import Body
from shared.authority import side
from shared.service import command
from shared.work import Work


@command(
    ReassignAssignment,
    post="/assignments/{assignment_id}/reassign",
    may=side("front"),
    vi="Phân công lại nhiệm vụ",
    takes=["assignment:reassign"],
    checks=proposer_of,
)
def reassign_assignment(wanted: ReassignAssignment, work: Work) -> Reassigned:
    """Propose a declined, returned or overdue assignment to another body, which must agree again.

    A member's own share goes to a member that was consulted; a share that was handed down goes to
    another body of the same unit. Old and new assignment name each other.
    Raises: NotAllowed (proposer-only, chair-only), NotFound, WrongStep, DayBeforeLastStep, InvalidField.
    """
    old = Assignments(work).get(wanted.assignment_id)
    proposer_of(old, work)
    _require_another(wanted.assignee_body, old.assignee_body)
    new = _share(old, wanted, work) if old.parent_id else _members_own(old, wanted, work)
    old.reassign(work.today, wanted.reason, new.id)
    Assignments(work).add(new)
    return Reassigned(assignment_id=new.id, state=new.state, replaces_id=old.id)


def _members_own(old: Assignment, wanted: ReassignAssignment, work: Work) -> Assignment:
    consultation = _consulted(wanted.consultation_id or old.consultation_id, wanted.assignee_body, work)
    Body.on(wanted.assignee_body, work.today, "assignee_body")
    new = _successor(old, wanted, work)
    new.consultation_id = consultation.id
    new.consult(str(consultation.minutes_ref), work.today)
    return new


def _consulted(consultation_id: str, assignee_body: str, work: Work) -> Consultation:
    consultation = Consultations(work).get(consultation_id)
    chair_of(consultation, work)
    consultation.require_concluded(work.today)
    consultation.require_consulted(assignee_body)
    return consultation


def _share(old: Assignment, wanted: ReassignAssignment, work: Work) -> Assignment:
    body = Body.on(wanted.assignee_body, work.today, "assignee_body")
    giver = Body.on(old.proposing_body, work.today, "assignment_id")
    receiving_level(wanted.assignee_body.partition("/")[0], giver, work.today, "assignee_body")
    if body.unit_code != old.unit_code:
        raise InvalidField(
            "assignee_body", "same-unit", "Phải là cơ quan cùng địa bàn", "It must be a body of the same unit"
        )
    _require_no_share(old, wanted.assignee_body, work)
    new = _successor(old, wanted, work)
    if wanted.minutes_ref:
        new.consult(wanted.minutes_ref, work.today)
    return new


def _require_no_share(old: Assignment, assignee_body: str, work: Work) -> None:
    shares = Assignments(work).shares_of(str(old.parent_id))
    if any(each.assignee_body == assignee_body and each.state not in ENDED for each in shares):
        raise InvalidField(
            "assignee_body",
            "one-share-each",
            "Cơ quan này đã có phần việc",
            "This body has its own share already",
        )


def _successor(old: Assignment, wanted: ReassignAssignment, work: Work) -> Assignment:
    new_id = work.new_id("asg")
    return Assignment(
        id=new_id,
        root_id=old.root_id if old.parent_id else new_id,
        parent_id=old.parent_id,
        replaces_id=old.id,
        consultation_id=old.consultation_id,
        proposing_body=old.proposing_body,
        assignee_body=wanted.assignee_body,
        kind=old.kind,
        content_code=old.content_code,
        duty_id=old.duty_id,
        unit_code=old.unit_code,
        path=old.path,
        due_on=wanted.due_on,
        proposed_on=work.today,
        recorded_at=work.now,
    )


def _require_another(new: str, old: str) -> None:
    if new == old:
        raise InvalidField(
            "assignee_body",
            "another-body",
            "Phải là cơ quan khác",
            "It goes to another body, not to the same",
        )
