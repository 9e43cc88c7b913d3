"""Public reads: however many ask the same, the service is asked once, and again when its answer is old.

An answer is kept for as long as `Cache-Control: max-age` promises anyway, counted from the question, so that
what it says is never older than that. What fails is kept for nobody.
"""

import math
import time
from collections.abc import Awaitable, Callable, Hashable
from dataclasses import dataclass

from cachetools import TLRUCache

from gateway.http.caching import Entity
from gateway.load.single_flight import SingleFlight

# What an answer costs beside its bytes, generously: so the bound on bytes bounds their number too.
ENTRY_BYTES = 1024


@dataclass(frozen=True)
class Kept:
    """An answer, and the instant (seconds of the stopwatch) at which it was asked for."""

    entity: Entity
    asked_at: float


class PublicReads:
    """The answers at hand, those that were used longest ago making room, and the questions under way."""

    def __init__(
        self, seconds: int, most_bytes: int, stopwatch: Callable[[], float] = time.monotonic
    ) -> None:
        """Keep answers for so many seconds, and so many bytes of them."""
        self.seconds = seconds
        self._most_bytes, self._stopwatch = most_bytes, stopwatch
        self._flights = SingleFlight[Kept]()
        self._kept: TLRUCache[Hashable, Kept] = TLRUCache(
            most_bytes, lambda _, kept, __: kept.asked_at + seconds, stopwatch, _size
        )

    async def get(self, question: Hashable, ask: Callable[[], Awaitable[bytes]]) -> tuple[Entity, int]:
        """Return the answer and its age in whole seconds, which is 0 where the service was asked just now.

        `ask` gives the answer's JSON where there is none at hand. Raises what it raises.
        """
        if kept := self._kept.get(question):
            return kept.entity, math.ceil(self._stopwatch() - kept.asked_at)
        asked = await self._flights.do(question, lambda: self._ask(question, ask))
        return asked.entity, 0

    async def _ask(self, question: Hashable, ask: Callable[[], Awaitable[bytes]]) -> Kept:
        asked_at = self._stopwatch()
        kept = Kept(Entity.of(await ask()), asked_at)
        if _size(kept) <= self._most_bytes:
            self._kept[question] = kept
        return kept


def _size(kept: Kept) -> int:
    return len(kept.entity.content) + ENTRY_BYTES
