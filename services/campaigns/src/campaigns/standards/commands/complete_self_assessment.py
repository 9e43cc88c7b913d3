"""The end of a unit's own assessment."""

from campaigns.criteria.repository import CriteriaSets
from campaigns.standards.answers import standing
from campaigns.standards.domain.assessment import require_all_passed
from campaigns.standards.domain.candidate import require_subject
from campaigns.standards.guards import commune_committee, of_the_unit
from campaigns.standards.messages.commands import CandidateStanding, CompleteSelfAssessment
from campaigns.standards.repository import Standards
from shared.service import command
from shared.work import Work


@command(
    CompleteSelfAssessment,
    post="/standard-candidates/{candidate_id}/self-assess",
    may=commune_committee,
    vi="Hoàn thành tự đánh giá",
    takes=["candidate:self_assess"],
    checks=of_the_unit,
)
def complete_self_assessment(wanted: CompleteSelfAssessment, work: Work) -> CandidateStanding:
    """Conclude a unit's own assessment, once each criterion of the set in force is passed.

    The version in force on the day applies. For a civilised town the term of achievement must be over.
    Raises: NotFound, NotAllowed, TooEarly, CriteriaNotMet, WrongStep, InvalidField.
    """
    candidate = Standards(work).candidate(wanted.candidate_id)
    of_the_unit(candidate, work)
    candidate.require_over(work.today)
    criteria = CriteriaSets(work).in_force(candidate.standard, work.today)
    require_subject(criteria, candidate.unit_code, work.today)
    require_all_passed(criteria, Standards(work).own_assessments(candidate, work.today))
    candidate.self_assess(work.actor.body, wanted.report_no, criteria.version, work.today)
    return standing(candidate)
