"""The level above accepts a unit's registration."""

from campaigns.standards.answers import standing
from campaigns.standards.guards import committee_above, state_side
from campaigns.standards.messages.commands import AcceptCandidate, CandidateStanding
from campaigns.standards.repository import Standards
from campaigns.standards.terms import counted
from shared.service import command
from shared.work import Work


@command(
    AcceptCandidate,
    post="/standard-candidates/{candidate_id}/accept",
    may=state_side,
    vi="Chấp nhận đăng ký đạt chuẩn",
    takes=["candidate:accept"],
    checks=committee_above,
)
def accept_candidate(wanted: AcceptCandidate, work: Work) -> CandidateStanding:
    """Accept a unit's registration, as the committee next above it, and put it forward.

    For a civilised town the term of achievement (`dtvm.term.*`) begins.
    Raises: NotFound, NotAllowed, WrongStep, InvalidField.
    """
    standards = Standards(work)
    candidate = standards.candidate(wanted.candidate_id)
    committee_above(candidate, work)
    first = not standards.was_recognised(candidate.standard, candidate.unit_code)
    term = candidate.procedure.term_first if first else candidate.procedure.term_again
    candidate.accept(work.actor.body, wanted.doc_number, counted(term, work), work.today, first_time=first)
    return standing(candidate)
