"""Registering a unit to reach a standard, and the answer of the level above."""

from campaigns.history import note
from campaigns.reach import require_committee_above
from campaigns.standards.domain.candidate import Candidate, require_subject
from campaigns.standards.domain.procedure import PROCEDURES
from campaigns.standards.domain.refusals import OpenCandidacy, PrerequisiteStandard
from campaigns.standards.guards import registers_here, state_side
from campaigns.standards.standing import counted, standing, take
from campaigns.store.store import CampaignStore
from contracts.campaigns.standards.commands import (
    AcceptCandidate,
    CandidateStanding,
    DeclineCandidate,
    ProposeCandidate,
)
from contracts.errors import InvalidField
from contracts.reference import Place
from shared.service import command
from shared.work import Work


@command(ProposeCandidate, post="/standard-candidates", may=registers_here)
def propose_candidate(wanted: ProposeCandidate, work: Work[CampaignStore]) -> CandidateStanding:
    """Register a commune, ward or township to reach a standard in a year.

    The level above answers within the rule's time (`ntm.registration.answer`). A unit that holds the
    standard registers again for the year in which its recognition ends.
    Raises: NotAllowed, InvalidField, NoStandardInForce, OpenCandidacy, PrerequisiteStandard.
    """
    criteria = work.store.criteria.in_force(wanted.standard, work.today)
    require_subject(criteria, wanted.unit_code, work.today)
    _require_free(wanted, work)
    candidate = Candidate(
        id=work.new_id("can"),
        standard=wanted.standard,
        version=criteria.version,
        unit_code=wanted.unit_code,
        path=Place.on(wanted.unit_code, work.today).path,
        year=wanted.year,
        registered_by=work.actor.body,
        registered_on=work.today,
        stands_since=work.today,
        recorded_at=work.now,
        renews_id=_renewed(wanted, work),
    )
    candidate.register(wanted.doc_number, counted(candidate.procedure.answer, work))
    work.store.add(candidate)
    note(work, candidate.id, "propose", candidate.state)
    return standing(candidate)


@command(AcceptCandidate, post="/standard-candidates/{candidate_id}/accept", may=state_side)
def accept_candidate(wanted: AcceptCandidate, work: Work[CampaignStore]) -> CandidateStanding:
    """Accept a unit's registration, as the committee next above it, and put it forward.

    For a civilised town the term of achievement (`dtvm.term.*`) begins.
    Raises: NotFound, NotAllowed, WrongStep, InvalidField.
    """
    candidate = work.store.standards.candidate(wanted.candidate_id)
    require_committee_above(work.actor, candidate.unit_code, work.today)
    first = not work.store.standards.was_recognised(candidate.standard, candidate.unit_code)
    procedure = candidate.procedure
    term = counted(procedure.term_first if first else procedure.term_again, work)
    answered = take(candidate, "accept", work, due=term, doc_number=wanted.doc_number)
    candidate.accepted_on, candidate.first_time = work.today, first
    return answered


@command(DeclineCandidate, post="/standard-candidates/{candidate_id}/decline", may=state_side)
def decline_candidate(wanted: DeclineCandidate, work: Work[CampaignStore]) -> CandidateStanding:
    """Decline a unit's registration, with a reason. Raises: NotFound, NotAllowed, WrongStep, InvalidField."""
    candidate = work.store.standards.candidate(wanted.candidate_id)
    require_committee_above(work.actor, candidate.unit_code, work.today)
    return take(candidate, "decline", work, reason=wanted.reason)


def _require_free(wanted: ProposeCandidate, work: Work[CampaignStore]) -> None:
    """Refuse a second way at a time, and one without the standard on which it builds."""
    open_one = work.store.standards.seeking(wanted.standard, wanted.unit_code)
    if open_one:
        raise OpenCandidacy(
            rule=f"{wanted.standard}:one-at-a-time",
            unit_code=wanted.unit_code,
            standard=wanted.standard,
            candidate_id=open_one.id,
        )
    needed = PROCEDURES[wanted.standard].builds_on
    if needed and not work.store.standards.held(needed, wanted.unit_code):
        raise PrerequisiteStandard(
            rule=f"{wanted.standard}:builds-on",
            unit_code=wanted.unit_code,
            needed=needed,
            standard=wanted.standard,
        )


def _renewed(wanted: ProposeCandidate, work: Work[CampaignStore]) -> str | None:
    held = work.store.standards.held(wanted.standard, wanted.unit_code)
    if held is None:
        return None
    if held.valid_until and held.valid_until.year > wanted.year:
        raise InvalidField(
            "year",
            "not-before-term",
            f"Công nhận hiện tại còn giá trị đến {held.valid_until:%d/%m/%Y}",
            f"The present recognition holds until {held.valid_until:%Y-%m-%d}",
        )
    return held.id
