"""Who of those for whom a document is meant has read it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from campaigns.common.domain.places import inside
from campaigns.guidance.domain.audience import meant
from campaigns.guidance.domain.guidance import Guidance


@dataclass(frozen=True)
class ReaderOf:
    """A body, whether the document is meant for it, and when it read it."""

    reading_body: str
    unit_code: str
    addressed: bool
    read_on: date | None


def readers(
    guidance: Guidance, read: Mapping[str, date], areas: Iterable[str], within: str | None
) -> list[ReaderOf]:
    """Return who is to read a document, and who has read it besides, by name.

    `read` holds the days on which bodies read it, `areas` the residential areas that are known, `within`
    a unit to which the list is narrowed. Bodies are those of the day of issue.
    """
    addressed = dict(meant(guidance, list(areas)))
    also = {body: body.partition("/")[2] or guidance.unit_code for body in read if body not in addressed}
    found = [
        ReaderOf(body, unit, body in addressed, read.get(body))
        for body, unit in sorted({**addressed, **also}.items())
    ]
    return [each for each in found if not within or inside(each.unit_code, within, guidance.issued_on)]
