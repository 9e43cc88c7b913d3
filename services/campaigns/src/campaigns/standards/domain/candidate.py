"""A unit on its way to a standard: each step, by whom, and on what it rests."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from campaigns.standards.domain.procedure import PROCEDURES, CandidateState, Procedure, SoughtStandard
from campaigns.standards.domain.refusals import OutdatedCriteria
from campaigns.standards.domain.way import LIFECYCLE
from contracts.errors import InvalidField
from contracts.names import code_name
from contracts.reference import CriteriaSet, units
from contracts.values import Standard, UnitStandard
from shared.domain.deadlines import ExplainedDeadline, too_early
from shared.domain.facts import Facts


@dataclass(eq=False)
class Candidate:
    """A unit that seeks or holds a standard. `path` is the unit and all above it on the day it registered.

    `steps` are the steps with the figures and papers that each rests on; `due` explains the day that the
    rule table sets for the state it stands in.
    """

    id: str
    standard: SoughtStandard
    version: str
    unit_code: str
    path: str
    year: int
    registering_body: str
    registered_on: date
    recorded_at: datetime
    state: CandidateState = field(init=False)
    stands_since: date = field(init=False)
    steps: list[dict[str, Any]] = field(default_factory=list)
    due: ExplainedDeadline | None = None
    due_on: date | None = None
    accepted_on: date | None = None
    list_id: str | None = None
    renews_id: str | None = None
    first_time: bool | None = None
    deciding_body: str | None = None
    decision_no: str | None = None
    decided_on: date | None = None
    valid_until: date | None = None
    ended_on: date | None = None
    facts: Facts | None = None
    facts_digest: str | None = None

    def __post_init__(self) -> None:
        """Begin its life."""
        LIFECYCLE.begin(self, "propose", self.registered_on)

    @property
    def procedure(self) -> Procedure:
        """The steps and rules of the standard it seeks."""
        return PROCEDURES[self.standard]

    @property
    def since(self) -> date:
        """The day from which assessments count for it: when it was accepted, or registered."""
        return self.accepted_on or self.registered_on

    def register(self, doc_number: str, due: ExplainedDeadline | None) -> None:
        """Keep the paper of its registration, and by when that is answered."""
        self._expect(due)
        self._keep("propose", self.registering_body, self.registered_on, {"doc_number": doc_number})

    def take(
        self,
        step: str,
        by: str,
        on: date,
        *,
        due: ExplainedDeadline | None = None,
        reason: str | None = None,
        **details: object,
    ) -> None:
        """Take a step and keep what it rests on. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, step, on, reason=reason)
        self._expect(due)
        self._keep(step, by, on, details | ({"reason": reason} if reason else {}))

    def accept(
        self, by: str, doc_number: str, term: ExplainedDeadline | None, on: date, *, first_time: bool
    ) -> None:
        """Keep that the level above accepts it, and the term that then runs.

        Raises WrongStep, DayBeforeLastStep.
        """
        self.take("accept", by, on, due=term, doc_number=doc_number)
        self.accepted_on, self.first_time = on, first_time

    def enlist(self, by: str, list_id: str, decision_no: str, on: date) -> None:
        """Keep the approved list on which it stands. Raises WrongStep, DayBeforeLastStep."""
        self.take("list", by, on, decision_no=decision_no)
        self.list_id = list_id

    def self_assess(self, by: str, report_no: str, version: str, on: date) -> None:
        """Keep that it holds to have passed a version of the set. Raises WrongStep, DayBeforeLastStep."""
        self.take("self_assess", by, on, report_no=report_no, version=version)
        self.version = version

    def recognise(self, by: str, decision_no: str, valid_until: date, on: date, *, first_time: bool) -> None:
        """Keep the decision that it reached the standard. Raises WrongStep, DayBeforeLastStep."""
        self.take("recognise", by, on, decision_no=decision_no)
        self.deciding_body, self.decision_no, self.decided_on = by, decision_no, on
        self.valid_until, self.first_time = valid_until, first_time

    def renew(self, by: str, renewed_by_id: str, on: date) -> None:
        """End a recognition that another renews. Raises WrongStep, DayBeforeLastStep."""
        self.take("renew", by, on, renewed_by_id=renewed_by_id)
        self.ended_on = on

    def lapse(self, by: str, decision_no: str, reason: str, on: date) -> None:
        """End a recognition that nothing renewed. Raises WrongStep, DayBeforeLastStep."""
        self.take("lapse", by, on, reason=reason, decision_no=decision_no)
        self.ended_on = on

    def require_over(self, on: date) -> None:
        """Refuse what must wait until the term of its state has run out. Raises TooEarly."""
        if self.due and on < self.due.due_on:
            raise too_early(self.due)

    def require_current(self, criteria: CriteriaSet) -> None:
        """Refuse where the unit was assessed by another set than that in force. Raises OutdatedCriteria."""
        if criteria.version != self.version:
            raise OutdatedCriteria(
                rule=f"{self.standard}:version",
                standard=code_name(UnitStandard, self.standard),
                now=criteria.version,
                assessed=self.version,
            )

    def _expect(self, due: ExplainedDeadline | None) -> None:
        self.due = due
        self.due_on = due.due_on if due else None

    def _keep(self, step: str, by: str, on: date, details: dict[str, object]) -> None:
        taken = {
            "step": step,
            "state": self.state,
            "on": on.isoformat(),
            "acting_body": by,
            "details": details,
        }
        self.steps = [*self.steps, taken]


SUBJECTS = {"xã": "commune", "phường": "ward", "thị trấn": "township"}


def require_subject(criteria: CriteriaSet, unit_code: str, on: date) -> None:
    """Refuse a unit of a type that a set is not for. Raises InvalidField, UnknownUnit."""
    if not is_subject(criteria.subjects, units().check(unit_code, on).type):
        name = code_name(Standard, criteria.code)
        raise InvalidField(
            "unit_code",
            "subject-of-standard",
            f"Bộ tiêu chí «{name.vi}» không áp dụng cho loại đơn vị này",
            f"The set «{name.en}» is not for units of this type",
        )


def is_subject(subjects: Collection[str], unit_type: str) -> bool:
    """Whether a set is for units of a type (`xã`, `phường`, `thị trấn`)."""
    return SUBJECTS.get(unit_type) in subjects
