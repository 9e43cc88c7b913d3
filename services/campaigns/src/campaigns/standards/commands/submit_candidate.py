"""A ward or township sends its dossier."""

from campaigns.standards.answers import standing
from campaigns.standards.guards import commune_committee, of_the_unit
from campaigns.standards.messages.commands import CandidateStanding, SubmitCandidate
from campaigns.standards.repository import Standards
from campaigns.standards.terms import counted
from shared.service import command
from shared.work import Work


@command(
    SubmitCandidate,
    post="/standard-candidates/{candidate_id}/submit",
    may=commune_committee,
    vi="Trình hồ sơ đề nghị công nhận",
    takes=["candidate:submit"],
    checks=of_the_unit,
)
def submit_candidate(wanted: SubmitCandidate, work: Work) -> CandidateStanding:
    """Send a ward's or township's dossier to the body that decides, within `dtvm.decision`.

    Raises: NotFound, NotAllowed, WrongStep, InvalidField.
    """
    candidate = Standards(work).candidate(wanted.candidate_id)
    of_the_unit(candidate, work)
    due = counted(candidate.procedure.decision, work)
    candidate.take("submit", work.actor.body, work.today, due=due, doc_number=wanted.doc_number)
    return standing(candidate)
