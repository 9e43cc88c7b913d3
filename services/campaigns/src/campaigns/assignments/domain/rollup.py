"""The tree of an assignment and its shares, rolled up into counts by stage."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from campaigns.assignments.domain.stages import AssignmentStage


@dataclass(frozen=True)
class Part:
    """One assignment of a tree, as it stood on the day asked about."""

    id: str
    parent_id: str | None
    assignee_body: str
    unit_code: str
    due_on: date
    stage: AssignmentStage


@dataclass(frozen=True)
class Branch:
    """A part with its branches; `by_stage` counts the part itself and all below it, each once."""

    part: Part
    children: tuple["Branch", ...]
    by_stage: Mapping[AssignmentStage, int]

    @property
    def total(self) -> int:
        """How many assignments the branch holds."""
        return sum(self.by_stage.values())


def grow(root_id: str, parts: Iterable[Part]) -> Branch:
    """Return the branch that begins with a part; parts that do not hang on it are left out.

    Raises KeyError where the root is not among the parts.
    """
    known = {part.id: part for part in parts}
    below: defaultdict[str, list[Part]] = defaultdict(list)
    for part in known.values():
        if part.parent_id is not None:
            below[part.parent_id].append(part)
    return _branch(known[root_id], below)


def _branch(part: Part, below: Mapping[str, Sequence[Part]]) -> Branch:
    children = tuple(_branch(each, below) for each in below.get(part.id, ()))
    counted: Counter[AssignmentStage] = Counter({part.stage: 1})
    for child in children:
        counted.update(child.by_stage)
    return Branch(part, children, counted)
