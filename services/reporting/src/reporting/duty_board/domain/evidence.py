"""What is evidence of a duty: an event that names it, for each body that had a part in it.

Evidence is identified by the event, the duty and the body, so that each event counts once.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from contracts.envelope import Envelope
from reporting.duty_board.domain.involvement import Part, involved_in
from reporting.duty_board.domain.items import answers_for


@dataclass
class Evidence:
    """An event as evidence of one duty for one body; `unit_code` is where the act took place.

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
        year=envelope.occurredon.year,
        occurred_on=envelope.occurredon,
        recorded_at=envelope.time,
    )
