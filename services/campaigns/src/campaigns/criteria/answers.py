"""How queries show a version of a criteria set."""

from campaigns.criteria.messages import CriteriaVersion, ListedCriterion
from contracts.reference import CriteriaSet
from contracts.values import Standard


def version_of(standard: Standard, found: CriteriaSet, draft_id: str | None) -> CriteriaVersion:
    """Show a version of a set, and the draft that brought it."""
    return CriteriaVersion(
        standard=standard,
        version=found.version,
        title_vi=found.title_vi,
        title_en=found.title_en,
        valid_from=found.valid_from,
        valid_to=found.valid_to,
        criteria_known=found.criteria_known,
        criteria=[
            ListedCriterion(no=each.no, group=each.group, name_vi=each.name_vi, name_en=each.name_en)
            for each in found.criteria
        ],
        source=found.source,
        confidence=found.confidence,
        draft_id=draft_id,
    )
