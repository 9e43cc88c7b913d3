"""Setting down the commendation criteria."""

from campaigns.exemplars.domain.criteria import Criteria, CriteriaTaken, require_criteria_document
from campaigns.exemplars.guards import sets_criteria
from campaigns.history import note
from campaigns.store.store import CampaignStore
from contracts.campaigns.exemplars.commands import CriteriaStanding, SetCommendationCriteria
from contracts.errors import InvalidField
from shared.service import command
from shared.work import Work


@command(SetCommendationCriteria, post="/commendation-criteria", may=sets_criteria)
def set_commendation_criteria(wanted: SetCommendationCriteria, work: Work[CampaignStore]) -> CriteriaStanding:
    """Set down the criteria of a document of the kind `criteria`, in force from the document's day.

    The document itself, its number and its replacement are guidance (III.2a-g); this is its list as data.
    Raises: NotAllowed (issuer-only), NotFound, WrongStep (replaced), CriteriaTaken, InvalidField.
    """
    guidance = work.store.guidance(wanted.guidance_id)
    require_criteria_document(guidance, work.actor.body)
    _require_distinct(wanted)
    if work.store.exemplars.has_criteria(guidance.id, guidance.effective_on):
        raise CriteriaTaken(version=guidance.doc_number, on=guidance.effective_on)
    criteria = Criteria(
        id=work.new_id("cri"),
        version=guidance.doc_number,
        guidance_id=guidance.id,
        issuer_org=guidance.issuer_org,
        effective_on=guidance.effective_on,
        criteria=[each.model_dump(mode="json") for each in wanted.criteria],
        set_on=work.today,
        recorded_at=work.now,
    )
    work.store.add(criteria)
    note(work, criteria.id, "set_commendation_criteria", "set")
    return CriteriaStanding(
        criteria_id=criteria.id, version=criteria.version, effective_on=criteria.effective_on
    )


def _require_distinct(wanted: SetCommendationCriteria) -> None:
    numbers = [each.no for each in wanted.criteria]
    if len(set(numbers)) != len(numbers):
        raise InvalidField(
            "criteria", "distinct", "Số thứ tự tiêu chí bị lặp lại", "A criterion's number occurs twice"
        )
