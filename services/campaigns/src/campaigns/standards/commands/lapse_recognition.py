"""A recognition whose term has ended."""

from campaigns.standards.answers import standing
from campaigns.standards.guards import require_decider, state_side
from campaigns.standards.messages.commands import CandidateStanding, LapseRecognition
from campaigns.standards.repository import Standards
from shared.domain.deadlines import ExplainedDeadline, too_early
from shared.service import command
from shared.work import Work


@command(
    LapseRecognition,
    post="/standard-candidates/{candidate_id}/lapse",
    may=state_side,
    vi="Kết thúc hiệu lực công nhận",
    takes=["candidate:lapse"],
    checks=require_decider,
)
def lapse_recognition(wanted: LapseRecognition, work: Work) -> CandidateStanding:
    """Let a recognition lapse whose term has ended and which was not renewed.

    Raises: NotFound, NotAllowed, TooEarly, WrongStep, InvalidField.
    """
    candidate = Standards(work).candidate(wanted.candidate_id)
    require_decider(candidate, work)
    if candidate.decided_on and candidate.valid_until and work.today < candidate.valid_until:
        raise too_early(ExplainedDeadline.counted(candidate.procedure.validity, candidate.decided_on))
    candidate.lapse(work.actor.body, wanted.decision_no, wanted.reason, work.today)
    return standing(candidate)
