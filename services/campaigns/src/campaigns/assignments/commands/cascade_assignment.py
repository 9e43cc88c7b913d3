"""Handing an assignment down to a whole level."""

from datetime import date

from campaigns.assignments.domain.assignment import Assignment
from campaigns.assignments.domain.cascade import receiving_level, require_due, units_of
from campaigns.assignments.guards import assignee_of
from campaigns.assignments.messages.commands import CascadeAssignment, Cascaded, Share
from campaigns.assignments.repository import Assignments
from contracts.reference import Body, Place
from shared.authority import side
from shared.service import command
from shared.work import Work


@command(
    CascadeAssignment,
    post="/assignments/{assignment_id}/cascade",
    may=side("front"),
    vi="Giao nhiệm vụ cho cấp dưới",
    takes=["assignment:cascade"],
    checks=assignee_of,
)
def cascade_assignment(wanted: CascadeAssignment, work: Work) -> Cascaded:
    """Propose an agreed assignment to the bodies of one agency below, one share for each unit.

    Duty III.2b-a begins here; each body's agreement alone is evidence of it. With minutes the shares
    are consulted at once, else each waits for its own. Due days are inclusive.
    Raises: NotAllowed (assignee-only), NotFound, WrongStep, DayBeforeLastStep, InvalidField
    (assignee_agency, unit_codes, due_on).
    """
    whole = Assignments(work).get(wanted.assignment_id)
    assignee_of(whole, work)
    whole.cascade(work.today)
    due_on = wanted.due_on or whole.due_on
    require_due(due_on, whole.due_on)
    shares = [_share(whole, wanted, unit, due_on, work) for unit in _units(whole, wanted, work)]
    Assignments(work).add(*shares)
    return Cascaded(
        parent_id=whole.id,
        state=shares[0].state,
        shares=[Share(assignment_id=each.id, assignee_body=each.assignee_body) for each in shares],
    )


def _units(whole: Assignment, wanted: CascadeAssignment, work: Work) -> list[str]:
    giver = Body.on(whole.assignee_body, work.today, "assignment_id")
    level = receiving_level(wanted.assignee_agency, giver, work.today)
    given = Assignments(work).shares_of(whole.id)
    taken = {
        each.unit_code for each in given if each.assignee_body == f"{wanted.assignee_agency}/{each.unit_code}"
    }
    return units_of(wanted.unit_codes, level, whole.unit_code, taken, work.today)


def _share(
    whole: Assignment, wanted: CascadeAssignment, unit_code: str, due_on: date, work: Work
) -> Assignment:
    share = Assignment(
        id=work.new_id("asg"),
        root_id=whole.root_id,
        parent_id=whole.id,
        consultation_id=whole.consultation_id,
        proposing_body=work.actor.body,
        assignee_body=f"{wanted.assignee_agency}/{unit_code}",
        kind=whole.kind,
        content_code=whole.content_code,
        duty_id=whole.duty_id,
        unit_code=unit_code,
        path=Place.on(unit_code, work.today, "unit_codes").path,
        due_on=due_on,
        proposed_on=work.today,
        recorded_at=work.now,
    )
    if wanted.minutes_ref:
        share.consult(wanted.minutes_ref, work.today)
    return share
