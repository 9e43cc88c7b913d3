"""The commune meeting that votes on asking for recognition."""

from campaigns.standards.answers import standing
from campaigns.standards.domain.procedure import is_carried
from campaigns.standards.guards import commune_committee, of_the_unit
from campaigns.standards.messages.commands import CandidateStanding, HoldCommuneMeeting
from campaigns.standards.repository import Standards
from shared.service import command
from shared.work import Work


@command(
    HoldCommuneMeeting,
    post="/standard-candidates/{candidate_id}/meeting",
    may=commune_committee,
    vi="Ghi nhận hội nghị lấy ý kiến ở xã",
    takes=["candidate:pass_meeting", "candidate:fail_meeting"],
    checks=of_the_unit,
)
def hold_commune_meeting(said: HoldCommuneMeeting, work: Work) -> CandidateStanding:
    """Record the commune meeting's vote, once the posting is over; a lost vote begins the way anew.

    The share is rule `ntm.vote.yes_min`; where the table sets none, more than half.
    Raises: NotFound, NotAllowed, TooEarly, WrongStep, InvalidField.
    """
    candidate = Standards(work).candidate(said.candidate_id)
    of_the_unit(candidate, work)
    candidate.require_over(work.today)
    passed = is_carried(candidate.procedure.vote, said.yes_votes, said.attended, work.today)
    candidate.take(
        "pass_meeting" if passed else "fail_meeting",
        work.actor.body,
        work.today,
        yes_votes=said.yes_votes,
        attended=said.attended,
        comments_received=said.comments_received,
        minutes_ref=said.minutes_ref,
    )
    return standing(candidate)
