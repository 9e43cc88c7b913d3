"""Criteria sets in their versions; public, as the texts are."""

from campaigns.store.store import CampaignStore
from contracts.campaigns.criteria.queries import (
    CriteriaInForce,
    CriteriaVersion,
    CriteriaVersions,
    CriteriaVersionsAnswer,
    ListedCriterion,
)
from contracts.reference import CriteriaSet, standards
from shared.authority import anyone
from shared.service import query
from shared.work import Work


@query(CriteriaInForce, get="/criteria-sets/in-force", may=anyone)
def criteria_in_force(asked: CriteriaInForce, work: Work[CampaignStore]) -> CriteriaVersion:
    """Show the version in force on the day of `as_of`. Raises NoStandardInForce."""
    found = work.store.criteria.in_force(asked.standard, work.today)
    drafts = {each.doc_number: each.draft_id for each in work.store.criteria.promulgated(asked.standard)}
    return _version(found, drafts.get(found.version))


@query(CriteriaVersions, get="/criteria-sets", may=anyone)
def criteria_versions(asked: CriteriaVersions, work: Work[CampaignStore]) -> CriteriaVersionsAnswer:
    """List all versions of a set: those of the reference data, then those that drafts brought."""
    lawful = standards().versions(asked.standard)
    promulgated = work.store.criteria.promulgated(asked.standard)
    return CriteriaVersionsAnswer(
        versions=[
            *(_version(each, None) for each in lawful),
            *(_version(each.as_version(), each.draft_id) for each in promulgated),
        ]
    )


def _version(found: CriteriaSet, draft_id: str | None) -> CriteriaVersion:
    return CriteriaVersion.model_validate(
        {
            "standard": found.code,
            **found.model_dump(include=set(CriteriaVersion.model_fields) - {"criteria"}),
            "criteria": [ListedCriterion.model_validate(each.model_dump()) for each in found.criteria],
            "draft_id": draft_id,
        }
    )
