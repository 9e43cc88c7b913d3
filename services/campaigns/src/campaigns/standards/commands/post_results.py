"""A commune posts its results for comments."""

from campaigns.standards.answers import standing
from campaigns.standards.guards import commune_committee, of_the_unit
from campaigns.standards.messages.commands import CandidateStanding, PostResults
from campaigns.standards.repository import Standards
from campaigns.standards.terms import counted
from shared.service import command
from shared.work import Work


@command(
    PostResults,
    post="/standard-candidates/{candidate_id}/post",
    may=commune_committee,
    vi="Niêm yết công khai kết quả",
    takes=["candidate:post"],
    checks=of_the_unit,
)
def post_results(wanted: PostResults, work: Work) -> CandidateStanding:
    """Post a unit's results for comments, for the rule's time (`ntm.consult.posting`).

    Raises: NotFound, NotAllowed, WrongStep, InvalidField.
    """
    candidate = Standards(work).candidate(wanted.candidate_id)
    of_the_unit(candidate, work)
    due = counted(candidate.procedure.posting, work)
    candidate.take("post", work.actor.body, work.today, due=due, places=list(wanted.places))
    return standing(candidate)
