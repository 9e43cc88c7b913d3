"""A draft, from its registration to the drafting body's answer and its promulgation."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from contracts.critique.drafts import DraftKind
from contracts.errors import Kind, Refusal
from contracts.reference import code_names
from contracts.values import AgencyLevel
from critique.drafts.domain import dossier
from critique.drafts.domain.dossier import ConditionKind, Dossier
from critique.drafts.domain.form import FormDecision
from critique.drafts.domain.lifecycle import LIFECYCLE, DraftState
from critique.drafts.domain.promulgation import Promulgation


class DossierIncomplete(Refusal):
    """A draft whose dossier lacks a condition can be commented on or returned, not critiqued."""

    slug = "dossier-incomplete"
    kind = Kind.CONFLICT
    vi = "Hồ sơ {draft} còn thiếu: {missing.vi}; chỉ có thể góp ý hoặc trả lại."
    en = "The dossier of {draft} lacks: {missing.en}; the draft can be commented on or returned."


@dataclass(eq=False)
class Draft:
    """A draft of a state body; `dossier_on` is the day on which its dossier last changed.

    `path` holds the codes of its unit and all above it on the day of receipt, `search` its title, folded.
    Of its opinion document it knows the id and the days.
    """

    id: str
    kind: DraftKind
    title: str
    unit_id: str
    unit_code: str
    path: str
    level: AgencyLevel
    drafting_body: str
    co_drafting_bodies: list[str]
    conditions: Dossier
    duty_id: str | None
    received_on: date
    dossier_on: date
    recorded_at: datetime
    search: str
    return_reason: str | None = None
    decision: FormDecision | None = None
    promulgation: Promulgation | None = None
    critique_id: str | None = None
    issued_on: date | None = None
    answer_due_on: date | None = None
    answered_on: date | None = None
    state: DraftState = field(init=False)
    stands_since: date = field(init=False)

    def __post_init__(self) -> None:
        """Begin its life."""
        LIFECYCLE.begin(self, "register", self.received_on)

    @property
    def place_and_year(self) -> tuple[str, int]:
        """Its unit, and the year of its receipt."""
        return self.unit_code, self.received_on.year

    @property
    def missing(self) -> list[ConditionKind]:
        """The conditions that its dossier lacks."""
        return dossier.missing(self.conditions)

    @property
    def dossier_complete(self) -> bool:
        """Whether all four conditions are provided."""
        return not self.missing

    def complete_dossier(self, new: Iterable[tuple[ConditionKind, str]], on: date) -> None:
        """Add conditions to the dossier; a returned draft is submitted again.

        Raises WrongStep, DayBeforeLastStep, InvalidField.
        """
        step = "resubmit" if self.state == "returned" else "complete_dossier"
        LIFECYCLE.check(self, step, on)
        self.conditions = dossier.provided(self.conditions, new)
        self.dossier_on = on
        LIFECYCLE.take(self, step, on)

    def send_back(self, lacking: Iterable[ConditionKind], reason: str, on: date) -> None:
        """Return it; what the Front finds lacking no longer counts as provided.

        Raises WrongStep, DayBeforeLastStep.
        """
        LIFECYCLE.take(self, "return", on, reason=reason)
        self.conditions = dossier.without(self.conditions, lacking)
        self.return_reason = reason

    def decide_form(self, decision: FormDecision) -> None:
        """Keep the form; a critique, unlike comments, needs a complete dossier.

        Raises WrongStep, DayBeforeLastStep, DossierIncomplete.
        """
        LIFECYCLE.check(self, "decide_form", decision.decided_on)
        if decision.track == "critique" and not self.dossier_complete:
            raise DossierIncomplete(draft=self.id, missing=code_names(ConditionKind, self.missing))
        self.decision = decision
        LIFECYCLE.take(self, "decide_form", decision.decided_on, reason=decision.note)

    def decided(self, step: str, on: date) -> FormDecision:
        """Return the decision on its form, on which a step rests. Raises WrongStep."""
        if self.decision is None:
            raise LIFECYCLE.wrong(self, step, on)
        return self.decision

    def issue_opinion(self, critique_id: str, answer_due_on: date, on: date) -> None:
        """Keep that its opinion document was issued. Raises WrongStep, DayBeforeLastStep, InvalidField."""
        LIFECYCLE.check(self, "issue_opinion", on)
        self.decided("issue_opinion", on).check_held(on)
        LIFECYCLE.take(self, "issue_opinion", on)
        self.critique_id, self.issued_on, self.answer_due_on = critique_id, on, answer_due_on

    def extend_answer(self, answer_due_on: date) -> None:
        """Know the later day that the issuer of its opinion document has granted."""
        self.answer_due_on = answer_due_on

    def answer_opinion(self, on: date) -> None:
        """Keep that its opinion document was answered. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, "answer_opinion", on)
        self.answered_on = on

    def promulgate(self, promulgation: Promulgation) -> None:
        """Keep when and as what its text was promulgated, once, after the Front gave its opinion.

        Raises WrongStep, DayBeforeLastStep.
        """
        LIFECYCLE.take(self, "promulgate", promulgation.promulgated_on)
        self.promulgation = promulgation
