"""However many ask the same at once, it is asked once, and all get what came of it."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable
from typing import Generic, TypeVar

T = TypeVar("T")


class SingleFlight(Generic[T]):
    """The questions under way; nothing is kept of those that were answered."""

    def __init__(self) -> None:
        self._under_way: dict[Hashable, asyncio.Task[T]] = {}

    async def do(self, question: Hashable, ask: Callable[[], Awaitable[T]]) -> T:
        """Return the answer; `ask` is called where nobody asks just now. Raises what it raises."""
        if question not in self._under_way:
            self._under_way[question] = asyncio.create_task(self._ask(question, ask))
            self._under_way[question].add_done_callback(_look)
        # Whoever asked first may go away; the others wait on.
        return await asyncio.shield(self._under_way[question])

    async def _ask(self, question: Hashable, ask: Callable[[], Awaitable[T]]) -> T:
        try:
            return await ask()
        finally:
            del self._under_way[question]


def _look(task: asyncio.Task[T]) -> None:
    """Take note of what a question failed with, although all who asked may be gone."""
    if not task.cancelled():
        task.exception()
