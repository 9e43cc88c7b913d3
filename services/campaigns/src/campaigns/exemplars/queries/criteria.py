"""The commendation criteria, for everyone."""

from campaigns.exemplars.domain.criteria import Criteria
from campaigns.queries.record import record
from campaigns.store.store import CampaignStore
from contracts.campaigns.exemplars.queries import (
    CommendationCriteria,
    CommendationCriteriaList,
    CriteriaPage,
    CriteriaRecord,
)
from shared.authority import anyone
from shared.service import query
from shared.work import Work


@query(CommendationCriteria, get="/commendation-criteria/in-force", may=anyone)
def commendation_criteria(_asked: CommendationCriteria, work: Work[CampaignStore]) -> CriteriaRecord:
    """Show the version in force on the day of `as_of`. Raises NoCriteriaInForce."""
    return _version(work.store.exemplars.criteria_in_force(work.today))


@query(CommendationCriteriaList, get="/commendation-criteria", may=anyone)
def commendation_criteria_list(asked: CommendationCriteriaList, work: Work[CampaignStore]) -> CriteriaPage:
    """List every version of the criteria, in the order in which they were set down."""
    found, after = work.store.exemplars.criteria_versions(asked)
    return CriteriaPage(items=[_version(each) for each in found], next_cursor=after)


def _version(criteria: Criteria) -> CriteriaRecord:
    return record(CriteriaRecord, criteria, criteria_id=criteria.id)
