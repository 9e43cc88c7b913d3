"""What the kinds of objects of a service, their steps and their states are called, for history and tasks."""

from collections.abc import Iterable

from contracts.names import Name, plain
from shared.service import Subject


class SubjectNames:
    """The names by the codes that rows keep; a row of a lifecycle that is gone keeps its codes."""

    def __init__(self, subjects: Iterable[Subject]) -> None:
        """Take the kinds of objects of a service."""
        self._lifecycles = {each.lifecycle.name: each.lifecycle for each in subjects}

    def of_kind(self, kind: str) -> Name:
        """What a kind of object is called."""
        lifecycle = self._lifecycles.get(kind)
        return lifecycle.title if lifecycle else _code(kind)

    def of_step(self, kind: str, step: str) -> Name:
        """What a step of a kind of object is called."""
        lifecycle = self._lifecycles.get(kind)
        return lifecycle.step_name(step) if lifecycle and step in lifecycle.steps else _code(step)

    def of_state(self, kind: str, state: str) -> Name:
        """What a state of a kind of object is called."""
        lifecycle = self._lifecycles.get(kind)
        return lifecycle.states[state] if lifecycle and state in lifecycle.states else _code(state)


def _code(code: str) -> Name:
    return Name(code, plain(code))
