"""A nomination for commendation: nominated, reviewed, decided, awarded; or rejected."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from campaigns.domain.facts import Facts, digest_of
from contracts.errors import InvalidField, Kind, Refusal, WrongStep

NOMINATED_BY_AREA = "II.5b-e"
UNDER_CRITERIA = "III.2a-g"
STEPS = {
    ("nominated", "review"): "reviewed",
    ("reviewed", "decide"): "decided",
    ("decided", "award"): "awarded",
    ("nominated", "reject"): "rejected",
    ("reviewed", "reject"): "rejected",
}


class AlreadyNominated(Refusal):
    """The subject is nominated in the year for the same content."""

    slug = "already-nominated"
    kind = Kind.CONFLICT
    vi = "{subject_ref} đã được đề nghị khen thưởng về {content_code} trong năm {year}."
    en = "{subject_ref} is already nominated for {content_code} in {year}."


class NominationIncomplete(Refusal):
    """A named co-nominator has not confirmed yet."""

    slug = "nomination-incomplete"
    kind = Kind.CONFLICT
    vi = "Chưa có xác nhận của: {bodies}."
    en = "Not yet confirmed by: {bodies}."


@dataclass
class Subject:
    """Who is meant; the name is private and stays in this table."""

    id: str
    kind: str
    kdc_id: str
    name: str | None
    recorded_at: datetime


@dataclass
class Seconding:
    """A body named as co-nominator; it alone confirms."""

    id: str
    exemplar_id: str
    body: str
    recorded_at: datetime
    confirmed_on: date | None = None

    def has_confirmed(self, by: date) -> bool:
        """Whether it had confirmed by a day."""
        return self.confirmed_on is not None and self.confirmed_on <= by

    def confirm(self, on: date) -> None:
        """Confirm, once. Raises WrongStep."""
        if self.confirmed_on is not None:
            raise WrongStep(subject=self.body, state="confirmed", step="second", rule="exemplar:second-once")
        self.confirmed_on = on


@dataclass
class Exemplar:
    """One nomination. `path` is the area and all units above it on the day."""

    id: str
    subject_kind: str
    subject_ref: str
    kdc_id: str
    path: str
    year: int
    content_code: str
    achievement: str
    criteria_id: str
    criteria_version: str
    criteria_met: list[dict[str, Any]]
    nominated_by: str
    nominated_on: date
    stands_since: date
    recorded_at: datetime
    state: str = "nominated"
    level: str | None = None
    minutes_ref: str | None = None
    reviewed_by: str | None = None
    reviewed_on: date | None = None
    decided_by: str | None = None
    decision_no: str | None = None
    form: str | None = None
    decided_on: date | None = None
    occasion: str | None = None
    occasion_ref: str | None = None
    awarded_on: date | None = None
    rejected_on: date | None = None
    reason: str | None = None
    facts: Facts | None = None
    facts_digest: str | None = None

    def require_state(self, step: str, state: str) -> None:
        """Refuse an act beside the machine in another state. Raises WrongStep."""
        if self.state != state:
            raise WrongStep(subject=self.id, state=self.state, step=step, rule=f"exemplar:{step}")

    def require_since(self, on: date) -> None:
        """Refuse an act before the last step. Raises InvalidField."""
        if on < self.stands_since:
            raise InvalidField(
                "occurred_on",
                "not-before-last-step",
                f"Không thể trước bước liền trước ({self.stands_since:%d/%m/%Y})",
                f"It cannot be before the step before it ({self.stands_since:%Y-%m-%d})",
            )

    def review(self, by: str, level: str, minutes_ref: str, on: date) -> None:
        """Keep its review, and who is to commend. Raises WrongStep, InvalidField."""
        self._take("review", on)
        self.reviewed_by, self.level, self.minutes_ref, self.reviewed_on = by, level, minutes_ref, on

    def decide(self, by: str, decision_no: str, form: str, on: date) -> None:
        """Decide the commendation. Raises WrongStep, InvalidField."""
        self._take("decide", on)
        self.decided_by, self.decision_no, self.form, self.decided_on = by, decision_no, form, on

    def award(self, occasion: str, occasion_ref: str | None, on: date) -> None:
        """Hand it over. Raises WrongStep, InvalidField."""
        self._take("award", on)
        self.occasion, self.occasion_ref, self.awarded_on = occasion, occasion_ref, on

    def reject(self, reason: str, on: date) -> None:
        """Reject it and say why. Raises WrongStep, InvalidField."""
        self._take("reject", on)
        self.reason, self.rejected_on = reason, on

    def freeze(self, facts: Facts) -> str:
        """Keep the facts behind the decision, and return their digest."""
        self.facts, self.facts_digest = facts, digest_of(facts)
        return self.facts_digest

    def _take(self, step: str, on: date) -> None:
        if (self.state, step) not in STEPS:
            raise WrongStep(subject=self.id, state=self.state, step=step, rule=f"exemplar:{step}")
        self.require_since(on)
        self.state, self.stands_since = STEPS[self.state, step], on
