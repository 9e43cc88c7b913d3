"""Handing a responsibility down to a whole level."""

from datetime import date

from campaigns.assignments.domain.cascade import receiving_level, require_due, units_of
from campaigns.domain.bodies import resolve
from campaigns.domain.responsibility import Assignment
from campaigns.history import note
from campaigns.store.store import CampaignStore
from contracts.campaigns.assignments.commands import Cascaded, CascadeResponsibility
from contracts.reference.places import Place
from shared.authority import side
from shared.service import command
from shared.work import Work


@command(CascadeResponsibility, post="/assignments/{assignment_id}/cascade", may=side("front"))
def cascade_responsibility(wanted: CascadeResponsibility, work: Work[CampaignStore]) -> Cascaded:
    """Propose an agreed responsibility to the bodies of one agency below, one share for each unit.

    Duty III.2b-a begins here; each body's agreement alone is evidence of it. With minutes the shares
    are consulted at once, else each waits for its own. Due days are inclusive.
    Raises: NotAllowed (assignee-only), NotFound, WrongStep, InvalidField (agency, unit_codes, due_on).
    """
    whole = work.store.assignment(wanted.assignment_id)
    whole.cascade(work.actor.body, work.today)
    due_on = wanted.due_on or whole.due_on
    require_due(due_on, whole.due_on)
    shares = [
        _share(whole, f"{wanted.agency}/{unit}", unit, due_on, work) for unit in _units(whole, wanted, work)
    ]
    if wanted.minutes_ref:
        for share in shares:
            share.consult(work.actor.body, wanted.minutes_ref, work.today)
    work.store.add(*shares)
    for share in shares:
        note(work, share.id, "propose_responsibility", share.state)
    note(work, whole.id, "cascade_responsibility", whole.state)
    return _answer(whole, shares)


def _units(whole: Assignment, wanted: CascadeResponsibility, work: Work[CampaignStore]) -> list[str]:
    giver = resolve(whole.assignee, work.today, "assignment_id")
    level = receiving_level(wanted.agency, giver, work.today)
    given = work.store.responsibilities.shares_of(whole.id)
    taken = {each.unit_code for each in given if each.assignee == f"{wanted.agency}/{each.unit_code}"}
    return units_of(wanted.unit_codes, level, whole.unit_code, taken, work.today)


def _share(
    whole: Assignment, assignee: str, unit_code: str, due_on: date, work: Work[CampaignStore]
) -> Assignment:
    return Assignment(
        id=work.new_id("asg"),
        root_id=whole.root_id,
        parent_id=whole.id,
        consultation_id=whole.consultation_id,
        proposed_by=work.actor.body,
        assignee=assignee,
        kind=whole.kind,
        content_code=whole.content_code,
        duty_id=whole.duty_id,
        unit_code=unit_code,
        path=Place.on(unit_code, work.today, "unit_codes").path,
        due_on=due_on,
        proposed_on=work.today,
        stands_since=work.today,
        recorded_at=work.now,
    )


def _answer(whole: Assignment, shares: list[Assignment]) -> Cascaded:
    return Cascaded.model_validate(
        {
            "parent_id": whole.id,
            "state": shares[0].state,
            "shares": [{"assignment_id": each.id, "assignee": each.assignee} for each in shares],
        }
    )
