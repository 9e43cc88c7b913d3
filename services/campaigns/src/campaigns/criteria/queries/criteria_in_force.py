"""The criteria set in force; public, as the texts are."""

from campaigns.criteria.answers import version_of
from campaigns.criteria.messages import CriteriaInForce, CriteriaVersion
from campaigns.criteria.repository import CriteriaSets
from shared.authority import anyone
from shared.service import query
from shared.work import Work


@query(CriteriaInForce, get="/criteria-sets/in-force", may=anyone, vi="Bộ tiêu chí đang áp dụng")
def criteria_in_force(asked: CriteriaInForce, work: Work) -> CriteriaVersion:
    """Show the version in force on the day of `as_of`. Raises NoStandardInForce."""
    sets = CriteriaSets(work)
    found = sets.in_force(asked.standard, work.today)
    drafts = {each.doc_number: each.draft_id for each in sets.promulgated(asked.standard)}
    return version_of(asked.standard, found, drafts.get(found.version))
