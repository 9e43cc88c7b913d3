"""Proposing a responsibility to another body."""

from campaigns.assignments.domain.cascade import receiving_level
from campaigns.domain.bodies import resolve
from campaigns.domain.consultation import Consultation
from campaigns.domain.responsibility import ENDED, Assignment
from campaigns.history import note
from campaigns.store.store import CampaignStore
from contracts.campaigns.assignments.commands import Reassigned, ReassignResponsibility
from contracts.errors import InvalidField
from shared.authority import side
from shared.service import command
from shared.work import Work


@command(ReassignResponsibility, post="/assignments/{assignment_id}/reassign", may=side("front"))
def reassign_responsibility(wanted: ReassignResponsibility, work: Work[CampaignStore]) -> Reassigned:
    """Propose a declined, returned or overdue responsibility to another body, which must agree again.

    A member's own share goes to a member that was consulted; a share that was handed down goes to
    another body of the same unit. Old and new responsibility name each other.
    Raises: NotAllowed (proposer-only, chair-only), NotFound, WrongStep, InvalidField.
    """
    old = work.store.assignment(wanted.assignment_id)
    old.require_proposer(work.actor.body)
    _require_another(wanted.assignee, old.assignee)
    new = _share(old, wanted, work) if old.parent_id else _members_own(old, wanted, work)
    old.reassign(work.actor.body, work.today, wanted.reason, new.id)
    work.store.add(new)
    note(work, old.id, "reassign_responsibility", old.state, reason=wanted.reason)
    note(work, new.id, "propose_responsibility", new.state)
    return Reassigned.model_validate({"assignment_id": new.id, "state": new.state, "replaces_id": old.id})


def _members_own(old: Assignment, wanted: ReassignResponsibility, work: Work[CampaignStore]) -> Assignment:
    consultation = _consulted(wanted.consultation_id or old.consultation_id, wanted.assignee, work)
    resolve(wanted.assignee, work.today, "assignee")
    new = _successor(old, wanted, work)
    new.consultation_id = consultation.id
    new.consult(new.proposed_by, str(consultation.minutes_ref), work.today)
    return new


def _consulted(consultation_id: str, assignee: str, work: Work[CampaignStore]) -> Consultation:
    consultation = work.store.consultation(consultation_id)
    consultation.require_chair(work.actor.body)
    consultation.require_concluded()
    consultation.require_consulted(assignee)
    return consultation


def _share(old: Assignment, wanted: ReassignResponsibility, work: Work[CampaignStore]) -> Assignment:
    body = resolve(wanted.assignee, work.today, "assignee")
    receiving_level(body.code, resolve(old.proposed_by, work.today, "assignment_id"), work.today)
    if body.unit != old.unit_code:
        raise InvalidField(
            "assignee", "same-unit", "Phải là cơ quan cùng địa bàn", "It must be a body of the same unit"
        )
    _require_no_share(old, wanted.assignee, work)
    new = _successor(old, wanted, work)
    if wanted.minutes_ref:
        new.consult(new.proposed_by, wanted.minutes_ref, work.today)
    return new


def _require_no_share(old: Assignment, assignee: str, work: Work[CampaignStore]) -> None:
    shares = work.store.responsibilities.shares_of(str(old.parent_id))
    if any(each.assignee == assignee and each.state not in ENDED for each in shares):
        raise InvalidField(
            "assignee", "one-share-each", "Cơ quan này đã có phần việc", "This body has its own share already"
        )


def _successor(old: Assignment, wanted: ReassignResponsibility, work: Work[CampaignStore]) -> Assignment:
    new_id = work.new_id("asg")
    return Assignment(
        id=new_id,
        root_id=old.root_id if old.parent_id else new_id,
        parent_id=old.parent_id,
        replaces_id=old.id,
        consultation_id=old.consultation_id,
        proposed_by=old.proposed_by,
        assignee=wanted.assignee,
        kind=old.kind,
        content_code=old.content_code,
        duty_id=old.duty_id,
        unit_code=old.unit_code,
        path=old.path,
        due_on=wanted.due_on,
        proposed_on=work.today,
        stands_since=work.today,
        recorded_at=work.now,
    )


def _require_another(new: str, old: str) -> None:
    if new == old:
        raise InvalidField(
            "assignee", "another-body", "Phải là cơ quan khác", "It goes to another body, not to the same"
        )
