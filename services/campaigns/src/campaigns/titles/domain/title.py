"""A cultural title: registered, assessed, voted on by the residents, decided by the People's Committee."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from campaigns.domain.facts import Facts, digest_of
from contracts.errors import InvalidField, Kind, Refusal, WrongStep

DUTY = "II.1a-h"
STEPS = {
    ("registered", "self_assess"): "self_assessed",
    ("registered", "find_unmet"): "not_met",
    ("self_assessed", "pass"): "area_reviewed",
    ("self_assessed", "fail"): "not_passed",
    ("area_reviewed", "submit"): "submitted",
    ("submitted", "recognise"): "recognised",
    ("submitted", "reject"): "rejected",
    ("recognised", "revoke"): "revoked",
}


class TitleAlreadyCovered(Refusal):
    """A subject has a registration for the year, or a title that still covers it."""

    slug = "title-already-covered"
    kind = Kind.CONFLICT
    vi = "{subject_ref} đã đăng ký hoặc đang giữ danh hiệu {title} của năm {year}."
    en = "{subject_ref} already registered for, or still holds, the title {title} of {year}."


class Held(NamedTuple):
    """The years that an earlier title covers, both included."""

    year: int
    last_year: int


@dataclass
class Title:
    """One subject's title of one year. `path` is the area and all units above it on that day."""

    id: str
    title: str
    standard_version: str
    subject_ref: str
    kdc_id: str
    path: str
    year: int
    registered_by: str
    registered_on: date
    stands_since: date
    recorded_at: datetime
    state: str = "registered"
    self_assessment: dict[str, Any] | None = None
    meeting_id: str | None = None
    yes_votes: int | None = None
    submitted_on: date | None = None
    decision_due_on: date | None = None
    decision_due: dict[str, Any] | None = None
    decided_by: str | None = None
    decision_no: str | None = None
    decided_on: date | None = None
    consecutive_years: int | None = None
    last_year: int | None = None
    certificate_earned: bool = False
    reason: str | None = None
    revoked_on: date | None = None
    facts: Facts | None = None
    facts_digest: str | None = None

    def self_assess(self, said: dict[str, Any], version: str, on: date, *, meets: bool) -> None:
        """Keep what the subject says of itself, by the set in force on the day. Raises WrongStep."""
        self._take("self_assess" if meets else "find_unmet", on)
        self.self_assessment, self.standard_version = said, version

    def review(self, meeting_id: str, yes_votes: int, on: date, *, passed: bool) -> None:
        """Keep the residents' vote. Raises WrongStep."""
        self._take("pass" if passed else "fail", on)
        self.meeting_id, self.yes_votes = meeting_id, yes_votes

    def submit(self, due: dict[str, Any], due_on: date, on: date) -> None:
        """Send it to the body that decides. Raises WrongStep."""
        self._take("submit", on)
        self.submitted_on, self.decision_due, self.decision_due_on = on, due, due_on

    def recognise(self, by: str, decision_no: str, on: date) -> None:
        """Recognise it. Raises WrongStep."""
        self._take("recognise", on)
        self.decided_by, self.decision_no, self.decided_on = by, decision_no, on

    def reject(self, by: str, reason: str, on: date) -> None:
        """Reject it and say why. Raises WrongStep."""
        self._take("reject", on)
        self.decided_by, self.reason, self.decided_on = by, reason, on

    def revoke(self, reason: str, on: date) -> None:
        """Take it back; what was decided stays readable. Raises WrongStep."""
        self._take("revoke", on)
        self.reason, self.revoked_on = reason, on

    def freeze(self, facts: Facts) -> str:
        """Keep the facts behind the decision, and return their digest."""
        self.facts, self.facts_digest = facts, digest_of(facts)
        return self.facts_digest

    @property
    def decided_on_time(self) -> bool:
        """Whether it was decided by its due day."""
        decided, due = self.decided_on, self.decision_due_on
        return decided is not None and due is not None and decided <= due

    def _take(self, step: str, on: date) -> None:
        if (self.state, step) not in STEPS:
            raise WrongStep(rule=f"title:{step}", subject=self.id, state=self.state, step=step)
        if on < self.stands_since:
            raise InvalidField(
                "occurred_on",
                "not-before-last-step",
                f"Không thể trước bước liền trước ({self.stands_since:%d/%m/%Y})",
                f"It cannot be before the step before it ({self.stands_since:%Y-%m-%d})",
            )
        self.state, self.stands_since = STEPS[self.state, step], on


def years_in_a_row(year: int, earlier: Iterable[Held]) -> int:
    """Count the years in a row up to `year` that the subject holds or held the title."""
    ends_on = {held.last_year: held.year for held in earlier}
    first = year
    while first - 1 in ends_on:
        first = ends_on[first - 1]
    return year - first + 1
