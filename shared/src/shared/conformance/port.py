"""The port: what the kit must be able to ask of a bus."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Failure(StrEnum):
    """How a group's reaction fails."""

    PASSING = "passing"
    PERMANENT = "permanent"


class Feature(StrEnum):
    """A promise that a bus may lack, if it says why."""

    BACKGROUND = "applies in the background, so that a group can be closed while it applies"


@dataclass(frozen=True)
class Fact:
    """Something to tell: facts of one key stay in order, `number` says which it is.

    Where `shown` the groups declare their reaction to it replayable.
    """

    key: str
    number: int
    text: str = ""
    shown: bool = False


class Group(Protocol):
    """Subscribers that share one inbox: a fact has one effect in the group, whoever applied it."""

    def run(self, members: int) -> None:
        """Run so many members: start those that lack and wait until they receive, or close the others.

        A member closes in order: what it has under way ends first.
        """

    def kill(self) -> None:
        """End every member at once, with facts in hand that are not acknowledged."""

    def fail(self, key: str, how: Failure | None) -> None:
        """Let the reaction to facts of a key fail from now on, or no more."""

    def heard(self, key: str) -> list[int]:
        """Return the numbers of the facts of a key in the order of their effects."""

    def parked(self, key: str) -> list[int]:
        """Return the numbers of the facts of a key that wait for an operator."""

    def bodies(self, key: str) -> list[bytes]:
        """Return the bytes received for a key, in the order of arrival."""

    def retry(self, key: str) -> None:
        """Try the parked or failed facts of a key again at once, as an operator."""

    def replay(self, key: str) -> list[str]:
        """Replay every fact of a key as an operator; return what became of each."""


class Bus(Protocol):
    """A publisher and two groups that listen to it. Both groups run when a test begins."""

    missing: Mapping[Feature, str]
    first: Group
    second: Group

    def publish(self, facts: Sequence[Fact]) -> None:
        """Tell facts in one transaction. Must be safe in many threads."""

    def refuse(self, facts: Sequence[Fact]) -> None:
        """Tell facts in a transaction that is rolled back."""

    def repeat(self, key: str) -> None:
        """Send every fact of a key once more, as after a confirm that was lost."""

    def bodies(self, key: str) -> list[bytes]:
        """Return the bytes told for a key, in order."""

    def stop_publisher(self) -> None:
        """End at once what carries facts to the groups; facts may still be told."""

    def start_publisher(self) -> None:
        """Start it again."""

    def until(self, true: Callable[[], bool], what: str) -> None:
        """Wait for a thing that must come true. Raises AssertionError with its name."""
