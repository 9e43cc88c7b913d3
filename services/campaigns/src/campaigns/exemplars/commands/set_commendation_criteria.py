"""Setting down the commendation criteria."""

from campaigns.common.domain.lists import distinct
from campaigns.exemplars.domain.criteria import Criteria, CriteriaTaken, require_criteria_document
from campaigns.exemplars.guards import sets_criteria
from campaigns.exemplars.messages import CriteriaStanding, SetCommendationCriteria
from campaigns.exemplars.repository import CommendationCriteriaSets
from campaigns.guidance.domain.guidance import Guidance
from campaigns.guidance.repository import GuidanceDocuments
from shared.service import command
from shared.work import Work


@command(
    SetCommendationCriteria,
    post="/commendation-criteria",
    may=sets_criteria,
    vi="Ban hành tiêu chí khen thưởng",
)
def set_commendation_criteria(wanted: SetCommendationCriteria, work: Work) -> CriteriaStanding:
    """Set down the criteria of a document of the kind `criteria`, in force from the document's day.

    The document itself, its number and its replacement are guidance (III.2a-g); this is its list as data.
    Raises: NotAllowed (issuer-only), NotFound, CriteriaTaken, InvalidField.
    """
    guidance = GuidanceDocuments(work).get(wanted.guidance_id)
    require_criteria_document(guidance, work.actor.body)
    distinct([each.no for each in wanted.criteria], "criteria")
    if CommendationCriteriaSets(work).has(guidance.id, guidance.effective_on):
        raise CriteriaTaken(version=guidance.doc_number, on=guidance.effective_on)
    criteria = _criteria(wanted, guidance, work)
    CommendationCriteriaSets(work).add(criteria)
    return CriteriaStanding(
        criteria_id=criteria.id, version=criteria.version, effective_on=criteria.effective_on
    )


def _criteria(wanted: SetCommendationCriteria, guidance: Guidance, work: Work) -> Criteria:
    return Criteria(
        id=work.new_id("cri"),
        version=guidance.doc_number,
        guidance_id=guidance.id,
        issuing_body=guidance.issuing_body,
        path=guidance.path,
        effective_on=guidance.effective_on,
        criteria=[each.model_dump(mode="json") for each in wanted.criteria],
        set_on=work.today,
        recorded_at=work.now,
    )
