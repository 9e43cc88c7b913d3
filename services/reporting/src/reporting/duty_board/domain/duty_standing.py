"""Where each body stands with each duty in each year: begun by its first evidence, done when it says so.

What evidence does to a standing is commutative, so that the order in which events arrive is of no account.
"""

from dataclasses import dataclass, field
from datetime import date
from uuid import NAMESPACE_URL, uuid5

from contracts.errors import Kind, Refusal
from contracts.reference import body_name, body_words, duty_name
from contracts.reporting.duty_board import DutyStatus
from reporting.duty_board.domain.evidence import Evidence, path_on, unit_of
from shared.domain.lifecycle import Awaits, Lifecycle, Step
from shared.domain.text import folded


def _answering(standing: "Standing") -> list[str]:
    """The body declares its part done where it answers for the duty."""
    return [standing.duty_body] if standing.answers else []


# Where a body has no standing, it has not started.
LIFECYCLE = Lifecycle(
    "duty_standing",
    vi="Tình trạng thực hiện nhiệm vụ",
    states=DutyStatus,
    steps={
        "begin": Step(to="in_progress", vi="Bắt đầu", awaits=Awaits("mark_done", _answering)),
        "mark_done": Step("in_progress", to="done", vi="Xác nhận hoàn thành"),
        "reopen": Step(
            "done", to="in_progress", vi="Mở lại nhiệm vụ", awaits=Awaits("mark_done", _answering)
        ),
    },
)


class NoEvidence(Refusal):
    """A duty is not done because somebody says so."""

    slug = "no-evidence"
    kind = Kind.CONFLICT
    vi = "Đến ngày {on:%d/%m/%Y} chưa có căn cứ nào cho thấy {body.vi} thực hiện {duty.vi} năm {year}."
    en = "Up to {on:%Y-%m-%d} there is no evidence that {body.en} carried out {duty.en} in {year}."


@dataclass(eq=False)
class Standing:
    """Where a body stands with a duty in a year; `path` is the body's own place when it began.

    `evidence` counts the events in which it had a part, `acted` those in which it was the one that acted.
    """

    id: str
    duty_id: str
    duty_body: str
    path: str
    year: int
    answers: bool
    evidence: int
    acted: int
    first_on: date
    last_on: date
    done_on: date | None = None
    search: str = field(init=False)
    state: DutyStatus = field(init=False)
    stands_since: date = field(init=False)

    def __post_init__(self) -> None:
        """Begin its life."""
        self.search = folded(*body_words(self.duty_body, self.first_on))
        LIFECYCLE.begin(self, "begin", self.first_on)

    @classmethod
    def begun_by(cls, evidence: Evidence) -> "Standing":
        """Return the standing of a body that has begun a duty by its first evidence."""
        return cls(
            id=standing_id(evidence.duty_id, evidence.duty_body, evidence.year),
            duty_id=evidence.duty_id,
            duty_body=evidence.duty_body,
            path=path_on(unit_of(evidence.duty_body), evidence.occurred_on),
            year=evidence.year,
            answers=evidence.answers,
            evidence=1,
            acted=int(evidence.part == "acted"),
            first_on=evidence.occurred_on,
            last_on=evidence.occurred_on,
        )

    def note(self, evidence: Evidence) -> None:
        """Count more evidence; what was done earlier and is heard of later was the beginning."""
        self.evidence += 1
        self.acted += evidence.part == "acted"
        self.answers |= evidence.answers
        stands_since_begun = self.state == "in_progress" and self.stands_since == self.first_on
        self.first_on = min(self.first_on, evidence.occurred_on)
        self.last_on = max(self.last_on, evidence.occurred_on)
        if stands_since_begun:
            self.stands_since = self.first_on

    def mark_done(self, on: date) -> None:
        """Declare the duty done. Raises WrongStep, NoEvidence."""
        LIFECYCLE.check_state(self, "mark_done", on)
        if self.first_on > on:
            raise no_evidence(self.duty_id, self.duty_body, self.year, on)
        LIFECYCLE.take(self, "mark_done", on)
        self.done_on = on

    def reopen(self, reason: str, on: date) -> None:
        """Take the declaration back and say why. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, "reopen", on, reason=reason)
        self.done_on = None


def no_evidence(duty_id: str, body: str, year: int, on: date) -> NoEvidence:
    """Return the refusal of a duty for which a body has no evidence up to a day."""
    return NoEvidence(duty=duty_name(duty_id), body=body_name(body, on), year=year, on=on)


def standing_id(duty_id: str, body: str, year: int) -> str:
    """Return the id under which a body's standing is kept; it follows from what it is about."""
    return f"dst_{uuid5(NAMESPACE_URL, f'{duty_id}:{body}:{year}').hex}"
