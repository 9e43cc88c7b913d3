"""The versions of a criteria set; public, as the texts are."""

from campaigns.criteria.answers import version_of
from campaigns.criteria.messages import CriteriaVersions, CriteriaVersionsAnswer
from campaigns.criteria.repository import CriteriaSets
from contracts.reference import standards
from shared.authority import anyone
from shared.service import query
from shared.work import Work


@query(CriteriaVersions, get="/criteria-sets", may=anyone, vi="Các phiên bản bộ tiêu chí")
def criteria_versions(asked: CriteriaVersions, work: Work) -> CriteriaVersionsAnswer:
    """List all versions of a set: those of the reference data, then those that drafts brought."""
    lawful = [version_of(asked.standard, each, None) for each in standards().versions(asked.standard)]
    promulgated = CriteriaSets(work).promulgated(asked.standard)
    brought = [version_of(asked.standard, each.as_version(), each.draft_id) for each in promulgated]
    return CriteriaVersionsAnswer(versions=[*lawful, *brought])
