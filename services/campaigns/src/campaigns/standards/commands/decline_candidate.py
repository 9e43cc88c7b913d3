"""The level above declines a unit's registration."""

from campaigns.standards.answers import standing
from campaigns.standards.guards import committee_above, state_side
from campaigns.standards.messages.commands import CandidateStanding, DeclineCandidate
from campaigns.standards.repository import Standards
from shared.service import command
from shared.work import Work


@command(
    DeclineCandidate,
    post="/standard-candidates/{candidate_id}/decline",
    may=state_side,
    vi="Không chấp nhận đăng ký đạt chuẩn",
    takes=["candidate:decline"],
    checks=committee_above,
)
def decline_candidate(wanted: DeclineCandidate, work: Work) -> CandidateStanding:
    """Decline a unit's registration, with a reason.

    Raises: NotFound, NotAllowed, WrongStep, InvalidField.
    """
    candidate = Standards(work).candidate(wanted.candidate_id)
    committee_above(candidate, work)
    candidate.take("decline", work.actor.body, work.today, reason=wanted.reason)
    return standing(candidate)
