"""A recognition that is refused."""

from campaigns.standards.answers import standing
from campaigns.standards.guards import require_decider, state_side
from campaigns.standards.messages.commands import CandidateStanding, RejectUnit
from campaigns.standards.repository import Standards
from shared.service import command
from shared.work import Work


@command(
    RejectUnit,
    post="/standard-candidates/{candidate_id}/reject",
    may=state_side,
    vi="Không công nhận đạt chuẩn",
    takes=["candidate:reject"],
    checks=require_decider,
)
def reject_unit(wanted: RejectUnit, work: Work) -> CandidateStanding:
    """Refuse recognition, with a reason. Raises: NotFound, NotAllowed, WrongStep, InvalidField."""
    candidate = Standards(work).candidate(wanted.candidate_id)
    require_decider(candidate, work)
    candidate.take("reject", work.actor.body, work.today, reason=wanted.reason)
    return standing(candidate)
