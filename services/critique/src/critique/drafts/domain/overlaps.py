"""Which supervised topics a draft touches."""

from collections.abc import Iterable

from critique.drafts.domain.clauses import topics_of
from critique.drafts.domain.draft import Draft
from critique.topics.domain.topic import SupervisedTopic


def overlaps(draft: Draft, planned: Iterable[SupervisedTopic]) -> list[str]:
    """Return the topics of the draft's own unit and year on its matter, in the order of their codes."""
    there = {each.topic for each in planned if (each.unit_code, each.year) == draft.place_and_year}
    return sorted(topic for topic in there if _touches(topic, topics_of(draft.duty_id)))


def _touches(topic: str, own: frozenset[str]) -> bool:
    """A topic such as GS-NTM holds GS-NTM-1."""
    return any(each == topic or each.startswith(f"{topic}-") for each in own)
