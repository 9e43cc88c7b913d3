"""A dossier that is sent back to be assessed again."""

from campaigns.standards.answers import standing
from campaigns.standards.guards import sends_back, state_side
from campaigns.standards.messages.commands import CandidateStanding, ReturnCandidate
from campaigns.standards.repository import Standards
from shared.service import command
from shared.work import Work


@command(
    ReturnCandidate,
    post="/standard-candidates/{candidate_id}/return",
    may=state_side,
    vi="Trả lại hồ sơ đạt chuẩn",
    takes=["candidate:return"],
    checks=sends_back,
)
def return_candidate(wanted: ReturnCandidate, work: Work) -> CandidateStanding:
    """Send a dossier back to be assessed again, as the level above or as the coordination office.

    Raises: NotFound, NotAllowed, WrongStep, InvalidField.
    """
    candidate = Standards(work).candidate(wanted.candidate_id)
    sends_back(candidate, work)
    candidate.take("return", work.actor.body, work.today, reason=wanted.reason)
    return standing(candidate)
