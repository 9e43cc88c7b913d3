"""What is evidence of a duty: an event that names it, for each body that had a part in it.

Evidence is identified by the event, the duty and the body, so that each event counts once.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from contracts.envelope import Envelope
from contracts.errors import InvalidField
from contracts.reference import PROVINCE, Place, UnknownUnit
from reporting.duty_board.domain.involvement import Part, involved_in
from reporting.duty_board.domain.items import answers_for


@dataclass
class Evidence:
    """An event as evidence of one duty for one body; `unit_code` is where the act took place, if it is said.

    `path` is that place, or else the body's own.

    `answers` says whether the body is one of those that answer for the duty.
    """

    id: str
    source: str
    event_id: str
    type: str
    duty_id: str
    duty_body: str
    part: Part
    answers: bool
    unit_code: str | None
    path: str
    year: int
    occurred_on: date
    recorded_at: datetime


def evidence_in(envelope: Envelope, duty_id: str) -> Iterator[Evidence]:
    """Read an event as evidence of a duty: for who acted, and for who answers for it and had a part.

    The year is that of the act, whenever the event arrives.
    """
    answering = answers_for(duty_id, envelope.occurredon)
    for body, part in involved_in(envelope).items():
        answers = body.partition("/")[0] in answering
        if answers or part == "acted":
            yield _evidence(envelope, duty_id, body, part, answers=answers)


def _evidence(envelope: Envelope, duty_id: str, body: str, part: Part, *, answers: bool) -> Evidence:
    return Evidence(
        id=f"{envelope.id}{envelope.source}:{duty_id}:{body}",
        source=envelope.source,
        event_id=envelope.id,
        type=envelope.type,
        duty_id=duty_id,
        duty_body=body,
        part=part,
        answers=answers,
        unit_code=envelope.unit,
        path=path_on(envelope.unit or unit_of(body), envelope.occurredon),
        year=envelope.occurredon.year,
        occurred_on=envelope.occurredon,
        recorded_at=envelope.time,
    )


def unit_of(body: str) -> str:
    """Return the unit of a body by its name; that of a body without one is the province."""
    return body.partition("/")[2] or PROVINCE


@lru_cache(maxsize=4096)
def path_on(unit_code: str, on: date) -> str:
    """Return the path of a place on a day; of a place that nobody knows here, its code alone."""
    try:
        return Place.on(unit_code, on).path
    except (InvalidField, UnknownUnit):
        return f"/{unit_code}/"
