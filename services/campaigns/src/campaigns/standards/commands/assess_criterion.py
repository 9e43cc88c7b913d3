"""Assessing a unit by a criterion."""

from campaigns.criteria.repository import CriteriaSets
from campaigns.standards.domain.assessment import BY_UNIT, Assessment, mandate_of, require_criterion
from campaigns.standards.domain.candidate import require_subject
from campaigns.standards.guards import assesses
from campaigns.standards.messages.commands import AssessCriterion, AssessmentRecorded
from campaigns.standards.repository import Standards
from contracts.campaigns.standards import CriterionAssessed
from contracts.errors import NotAllowed
from contracts.reference import CriteriaSet, Place
from shared.service import command
from shared.work import Work


@command(AssessCriterion, post="/criterion-assessments", may=assesses, vi="Đánh giá tiêu chí")
def assess_criterion(said: AssessCriterion, work: Work) -> AssessmentRecorded:
    """Assess a unit by a criterion of the set in force on the day, with value and evidence.

    The unit assesses itself; what it takes to reach the access-to-law standard is the department of
    justice's (III.1.8-b), public order the police's (III.1.9-b). A later assessment of the same criterion
    by the same body replaces it.
    Raises: NotAllowed, InvalidField, NoStandardInForce, UnknownCriterion.
    """
    criteria = CriteriaSets(work).in_force(said.standard, work.today)
    require_subject(criteria, said.unit_code, work.today)
    require_criterion(criteria, said.criterion_no)
    by_function, duties = _mandate(said, criteria, work)
    assessment = _assessment(said, criteria.version, by_function, work)
    Standards(work).add(assessment)
    work.emit(_event(assessment), duties=duties)
    return AssessmentRecorded(
        assessment_id=assessment.id, standard_version=criteria.version, state="recorded"
    )


def _mandate(said: AssessCriterion, criteria: CriteriaSet, work: Work) -> tuple[str, tuple[str, ...]]:
    """Return in which function the actor assesses, and of which duty that is evidence."""
    mandate = mandate_of(criteria, said.criterion_no)
    if mandate and mandate.function in work.actor.functions:
        return mandate.function, (mandate.duty,)
    if work.actor.unit == said.unit_code and not (mandate and said.standard == "TCPL"):
        return BY_UNIT, ()
    raise NotAllowed(
        "assesses-own-or-by-mandate",
        "Chỉ đơn vị tự đánh giá, hoặc cơ quan chuyên ngành được giao tiêu chí này",
        "Only the unit itself, or the agency charged with this criterion, assesses it",
    )


def _assessment(said: AssessCriterion, version: str, by_function: str, work: Work) -> Assessment:
    return Assessment(
        id=work.new_id("ass"),
        standard=said.standard,
        version=version,
        criterion_no=said.criterion_no,
        unit_code=said.unit_code,
        path=Place.on(said.unit_code, work.today).path,
        year=said.year,
        passed=said.passed,
        measured_value=said.measured_value,
        unit_of_measure=said.unit_of_measure,
        evidence_ref=said.evidence_ref,
        assessing_body=work.actor.body,
        by_function=by_function,
        assessed_on=work.today,
        recorded_at=work.now,
    )


def _event(assessment: Assessment) -> CriterionAssessed:
    return CriterionAssessed(
        assessment_id=assessment.id,
        standard=assessment.standard,
        standard_version=assessment.version,
        criterion_no=assessment.criterion_no,
        unit_code=assessment.unit_code,
        year=assessment.year,
        passed=assessment.passed,
        measured_value=assessment.measured_value,
        unit_of_measure=assessment.unit_of_measure,
        assessing_body=assessment.assessing_body,
    )
