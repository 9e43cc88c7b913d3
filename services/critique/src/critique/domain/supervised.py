"""Topics that are supervised in a year, and which of them a draft touches."""

from collections.abc import Iterable
from dataclasses import dataclass

from critique.domain.clauses import topics_of
from critique.domain.draft import Draft


@dataclass(eq=False)
class SupervisedTopic:
    """A topic of an agreed supervision plan."""

    plan_id: str
    topic: str
    year: int
    unit_code: str
    unit_path: str
    chair_org: str


def overlaps(draft: Draft, planned: Iterable[SupervisedTopic]) -> list[str]:
    """Return the topics of the draft's own unit and year on its matter, in the order of their codes."""
    place = (draft.unit_code, draft.received_on.year)
    there = {each.topic for each in planned if (each.unit_code, each.year) == place}
    return sorted(topic for topic in there if _touches(topic, topics_of(draft.duty_id)))


def _touches(topic: str, own: frozenset[str]) -> bool:
    """A topic such as GS-NTM holds GS-NTM-1."""
    return any(each == topic or each.startswith(f"{topic}-") for each in own)
