"""Assessing a unit by a criterion."""

from campaigns.standards.domain.assessment import Assessment, mandate_of, require_criterion
from campaigns.standards.domain.candidate import require_subject
from campaigns.standards.guards import commune_committee
from campaigns.store.store import CampaignStore
from contracts.campaigns.standards.commands import AssessCriterion, AssessmentRecorded
from contracts.campaigns.standards.events import CriterionAssessed
from contracts.errors import NotAllowed
from contracts.reference import CriteriaSet, Place
from shared.authority import any_of, function, side
from shared.service import command
from shared.work import Work

BY_UNIT = "unit"
assesses = any_of(commune_committee, side("state") & function("justice", "police"))


@command(AssessCriterion, post="/criterion-assessments", may=assesses)
def assess_criterion(said: AssessCriterion, work: Work[CampaignStore]) -> AssessmentRecorded:
    """Assess a unit by a criterion of the set in force on the day, with value and evidence.

    The unit assesses itself; what it takes to reach the access-to-law standard is the department of
    justice's (III.1.8-b), public order the police's (III.1.9-b). A later assessment of the same criterion
    by the same body replaces it.
    Raises: NotAllowed, InvalidField, NoStandardInForce, UnknownCriterion.
    """
    criteria = work.store.criteria.in_force(said.standard, work.today)
    require_subject(criteria, said.unit_code, work.today)
    require_criterion(criteria, said.criterion_no)
    by_function, duties = _mandate(said, criteria, work)
    assessment = Assessment(
        id=work.new_id("ass"),
        version=criteria.version,
        path=Place.on(said.unit_code, work.today).path,
        assessor=work.actor.body,
        by_function=by_function,
        assessed_on=work.today,
        recorded_at=work.now,
        **said.model_dump(exclude={"occurred_on"}),
    )
    work.store.add(assessment)
    work.emit(_event(assessment), duties=duties)
    return AssessmentRecorded(assessment_id=assessment.id, standard_version=criteria.version, state="kept")


def _mandate(
    said: AssessCriterion, criteria: CriteriaSet, work: Work[CampaignStore]
) -> tuple[str, tuple[str, ...]]:
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


def _event(assessment: Assessment) -> CriterionAssessed:
    told = {
        name: getattr(assessment, name)
        for name in CriterionAssessed.model_fields
        if name not in {"assessment_id", "standard_version", "assessor_org"}
    }
    return CriterionAssessed.model_validate(
        {
            **told,
            "assessment_id": assessment.id,
            "standard_version": assessment.version,
            "assessor_org": assessment.assessor,
        }
    )
