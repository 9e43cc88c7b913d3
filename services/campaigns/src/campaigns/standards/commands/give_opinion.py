"""The Front committee's opinion on a dossier."""

from campaigns.standards.answers import standing
from campaigns.standards.guards import front_committee, of_the_unit
from campaigns.standards.messages.commands import CandidateStanding, GiveOpinion
from campaigns.standards.repository import Standards
from shared.service import command
from shared.work import Work


@command(
    GiveOpinion,
    post="/standard-candidates/{candidate_id}/opinion",
    may=front_committee,
    vi="Cho ý kiến về hồ sơ đạt chuẩn",
    takes=["candidate:give_opinion"],
    checks=of_the_unit,
)
def give_opinion(wanted: GiveOpinion, work: Work) -> CandidateStanding:
    """Give the opinion of the Front committee of the unit itself on its dossier.

    Raises: NotFound, NotAllowed, WrongStep, InvalidField.
    """
    candidate = Standards(work).candidate(wanted.candidate_id)
    of_the_unit(candidate, work)
    candidate.take("give_opinion", work.actor.body, work.today, doc_number=wanted.doc_number)
    return standing(candidate)
