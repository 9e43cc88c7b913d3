"""The duty board: evidence, and where each body stands with each duty in each year.

What evidence does to a standing is commutative, so that the order in which events arrive is of no
account; each event counts once, because evidence is identified by the event, the duty and the body.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from contracts.envelope import Envelope
from contracts.errors import Kind, Refusal, WrongStep
from contracts.reporting.values import DutyStatus, Part
from reporting.domain.involvement import involved_in
from reporting.domain.items import answers_for


class NoEvidence(Refusal):
    """A duty is not done because somebody says so."""

    slug = "no-evidence"
    kind = Kind.CONFLICT
    vi = "Đến ngày {on}, chưa có căn cứ nào cho thấy {body} thực hiện nhiệm vụ {duty_id} năm {year}."
    en = "Up to {on} there is no evidence that {body} carried out duty {duty_id} in {year}."


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
    body: str
    part: Part
    answers: bool
    unit_code: str | None
    year: int
    occurred_on: date
    recorded_at: datetime


@dataclass
class Standing:
    """Where a body stands with a duty in a year.

    `evidence` counts the events in which it had a part, `acted` those in which it was the one that acted.
    """

    id: str
    duty_id: str
    body: str
    year: int
    answers: bool = False
    status: DutyStatus = "not_started"
    evidence: int = 0
    acted: int = 0
    first_on: date | None = None
    last_on: date | None = None
    done_on: date | None = None

    @classmethod
    def new(cls, duty_id: str, body: str, year: int) -> "Standing":
        """Return the standing of a body that has done nothing yet."""
        return cls(id=standing_id(duty_id, body, year), duty_id=duty_id, body=body, year=year)

    def note(self, evidence: Evidence) -> bool:
        """Count evidence, and say whether the duty was begun by it."""
        on = evidence.occurred_on
        self.evidence += 1
        self.acted += evidence.part == "acted"
        self.answers |= evidence.answers
        self.first_on = min(self.first_on or on, on)
        self.last_on = max(self.last_on or on, on)
        begins = self.status == "not_started"
        if begins:
            self.status = "in_progress"
        return begins

    def finish(self, on: date) -> None:
        """Declare the duty done. Raises WrongStep, NoEvidence."""
        if self.status == "done":
            raise WrongStep(rule="duty:mark-done-once", subject=self.id, state=self.status, step="mark done")
        if self.first_on is None or self.first_on > on:
            raise NoEvidence(duty_id=self.duty_id, year=self.year, body=self.body, on=on)
        self.status, self.done_on = "done", on


def standing_id(duty_id: str, body: str, year: int) -> str:
    """Return the id under which a body's standing is kept; it follows from what it is about."""
    return f"{duty_id}:{body}:{year}"


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
        body=body,
        part=part,
        answers=answers,
        unit_code=envelope.unit,
        year=envelope.occurredon.year,
        occurred_on=envelope.occurredon,
        recorded_at=envelope.time,
    )
