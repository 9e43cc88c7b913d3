"""A unit on its way to a standard: each step, by whom, and on what it rests."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from campaigns.domain.facts import Facts, digest_of
from campaigns.domain.terms import too_early
from campaigns.standards.domain.procedure import HELD, PROCEDURES, Procedure
from campaigns.standards.domain.refusals import OutdatedCriteria
from contracts.campaigns.deadlines import ExplainedDeadline
from contracts.errors import InvalidField, WrongStep
from contracts.reference import CriteriaSet, units


@dataclass
class Candidate:
    """A unit that seeks or holds a standard. `path` is the unit and all above it on the day it registered.

    `due` is the stored explanation of the day that the rule table sets for the state it stands in.
    """

    id: str
    standard: str
    version: str
    unit_code: str
    path: str
    year: int
    registered_by: str
    registered_on: date
    stands_since: date
    recorded_at: datetime
    state: str = "proposed"
    steps: list[dict[str, Any]] = field(default_factory=list)
    due: dict[str, Any] | None = None
    due_on: date | None = None
    accepted_on: date | None = None
    list_id: str | None = None
    renews_id: str | None = None
    first_time: bool | None = None
    decided_by: str | None = None
    decision_no: str | None = None
    decided_on: date | None = None
    valid_until: date | None = None
    ended_on: date | None = None
    facts: Facts | None = None
    facts_digest: str | None = None

    @property
    def procedure(self) -> Procedure:
        """The steps and rules of the standard it seeks."""
        return PROCEDURES[self.standard]

    @property
    def explained(self) -> ExplainedDeadline | None:
        """What the rule table sets for the state it stands in."""
        return ExplainedDeadline.model_validate(self.due) if self.due else None

    def take(
        self, step: str, by: str, on: date, *, due: ExplainedDeadline | None = None, **details: object
    ) -> None:
        """Take a step and keep what it rests on. Raises WrongStep, InvalidField."""
        steps = self.procedure.steps
        if (self.state, step) not in steps:
            raise WrongStep(rule=f"{self.standard}:{step}", subject=self.id, state=self.state, step=step)
        if on < self.stands_since:
            raise InvalidField(
                "occurred_on",
                "not-before-last-step",
                f"Không thể trước bước liền trước ({self.stands_since:%d/%m/%Y})",
                f"It cannot be before the step before it ({self.stands_since:%Y-%m-%d})",
            )
        self.state, self.stands_since = steps[self.state, step], on
        self._expect(due)
        self._keep(step, by, on, details)

    def _expect(self, due: ExplainedDeadline | None) -> None:
        self.due = due.model_dump(mode="json") if due else None
        self.due_on = due.due_on if due else None

    def _keep(self, step: str, by: str, on: date, details: dict[str, object]) -> None:
        taken = {"step": step, "state": self.state, "on": on.isoformat(), "by": by, "details": details}
        self.steps = [*self.steps, taken]

    def register(self, doc_number: str, due: ExplainedDeadline | None) -> None:
        """Keep the registration as its first step."""
        self._expect(due)
        self._keep("propose", self.registered_by, self.registered_on, {"doc_number": doc_number})

    def require_over(self, on: date) -> None:
        """Refuse what must wait until the term of its state has run out. Raises TooEarly."""
        due = self.explained
        if due and on < due.due_on:
            raise too_early(due)

    def require_current(self, criteria: CriteriaSet) -> None:
        """Refuse where the unit was assessed by another set than that in force. Raises OutdatedCriteria."""
        if criteria.version != self.version:
            raise OutdatedCriteria(
                rule=f"{self.standard}:version",
                standard=self.standard,
                now=criteria.version,
                assessed=self.version,
            )

    def freeze(self, facts: Facts) -> None:
        """Keep the facts behind the decision with their digest."""
        self.facts, self.facts_digest = facts, digest_of(facts)

    def is_held(self) -> bool:
        """Whether it is a recognition that was neither renewed nor lapsed."""
        return self.state in HELD


SUBJECTS = {"xã": "commune", "phường": "ward", "thị trấn": "township"}


def require_subject(criteria: CriteriaSet, unit_code: str, on: date) -> None:
    """Refuse a unit of a type that a set is not for. Raises InvalidField, UnknownUnit."""
    if not is_subject(criteria.subjects, units().check(unit_code, on).type):
        raise InvalidField(
            "unit_code",
            "subject-of-standard",
            f"Bộ tiêu chí {criteria.code} không áp dụng cho loại đơn vị này",
            f"The set {criteria.code} is not for units of this type",
        )


def is_subject(subjects: Collection[str], unit_type: str) -> bool:
    """Whether a set is for units of a type (`xã`, `phường`, `thị trấn`)."""
    return SUBJECTS.get(unit_type) in subjects
