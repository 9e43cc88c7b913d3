"""A recognition that is announced to the people."""

from campaigns.standards.answers import standing
from campaigns.standards.guards import require_decider, state_side
from campaigns.standards.messages.commands import AnnounceRecognition, CandidateStanding
from campaigns.standards.repository import Standards
from shared.service import command
from shared.work import Work


@command(
    AnnounceRecognition,
    post="/standard-candidates/{candidate_id}/announce",
    may=state_side,
    vi="Công bố quyết định công nhận",
    takes=["candidate:announce"],
    checks=require_decider,
)
def announce_recognition(wanted: AnnounceRecognition, work: Work) -> CandidateStanding:
    """Record that a recognition was announced to the people, by who decided it.

    Raises: NotFound, NotAllowed, WrongStep, InvalidField.
    """
    candidate = Standards(work).candidate(wanted.candidate_id)
    require_decider(candidate, work)
    candidate.take("announce", work.actor.body, work.today, held_at=wanted.held_at)
    return standing(candidate)
