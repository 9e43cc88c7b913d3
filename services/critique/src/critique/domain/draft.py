"""A draft, from its registration to the drafting body's answer (programme facts §3.4)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from contracts.critique.values import ConditionKind, DraftKind, DraftState, Level
from contracts.errors import InvalidField, Kind, Refusal, WrongStep
from critique.domain import dossier
from critique.domain.dossier import Dossier
from critique.domain.form import FormDecision
from critique.domain.opinion import Answers, Opinion

Step = Literal["complete_dossier", "return", "decide_form", "issue_opinion", "answer_opinion"]
STEPS: dict[tuple[DraftState, Step], DraftState] = {
    ("registered", "complete_dossier"): "registered",
    ("returned", "complete_dossier"): "registered",
    ("registered", "return"): "returned",
    ("registered", "decide_form"): "form_decided",
    ("form_decided", "issue_opinion"): "opinion_document_issued",
    ("opinion_document_issued", "answer_opinion"): "response_received",
}


class DossierIncomplete(Refusal):
    """A draft whose dossier lacks a condition can be commented on or returned, not critiqued."""

    slug = "dossier-incomplete"
    kind = Kind.CONFLICT
    vi = "Hồ sơ {draft} còn thiếu: {missing}; chỉ có thể góp ý hoặc trả lại."
    en = "The dossier of {draft} lacks {missing}; the draft can be commented on or returned."


@dataclass(eq=False)
class Draft:
    """A draft of a state body; `dossier_on` is the day on which its dossier last changed.

    `unit_path` holds the codes of its unit and all above it on the day of receipt.
    """

    id: str
    kind: DraftKind
    title: str
    unit_id: str
    unit_code: str
    unit_path: str
    level: Level
    drafting_org: str
    co_drafters: list[str]
    conditions: Dossier
    duty_id: str | None
    received_on: date
    dossier_on: date
    last_step_on: date
    recorded_at: datetime
    state: DraftState = "registered"
    return_reason: str | None = None
    decision: FormDecision | None = None
    opinion: Opinion | None = None

    @property
    def missing(self) -> list[ConditionKind]:
        """The conditions that its dossier lacks."""
        return dossier.missing(self.conditions)

    @property
    def dossier_complete(self) -> bool:
        """Whether all four conditions are provided."""
        return not self.missing

    def complete_dossier(self, new: Iterable[tuple[ConditionKind, str]], on: date) -> None:
        """Add conditions to the dossier. Raises WrongStep, InvalidField."""
        self._check("complete_dossier", on)
        self.conditions = dossier.provided(self.conditions, new)
        self.dossier_on = on
        self._move("complete_dossier", on)

    def send_back(self, lacking: Iterable[ConditionKind], reason: str, on: date) -> None:
        """Return it; what the Front finds lacking no longer counts as provided.

        Raises WrongStep, InvalidField.
        """
        self._check("return", on)
        self.conditions = dossier.without(self.conditions, lacking)
        self.return_reason = reason
        self._move("return", on)

    def decide_form(self, decision: FormDecision) -> None:
        """Keep the form; a critique, unlike comments, needs a complete dossier.

        Raises WrongStep, DossierIncomplete, InvalidField.
        """
        self._check("decide_form", decision.decided_on)
        if decision.track == "critique" and not self.dossier_complete:
            raise DossierIncomplete(draft=self.id, missing=", ".join(self.missing))
        self.decision = decision
        self._move("decide_form", decision.decided_on)

    def decided(self, step: Step) -> FormDecision:
        """Return the decision on its form, on which a step rests. Raises WrongStep."""
        if self.decision is None:
            raise WrongStep(rule=f"draft:{step}", subject=self.id, state=self.state, step=step)
        return self.decision

    def issue_opinion(self, opinion: Opinion) -> None:
        """Keep its opinion document. Raises WrongStep, InvalidField."""
        self._check("issue_opinion", opinion.issued_on)
        self.decided("issue_opinion").check_held(opinion.issued_on)
        self.opinion = opinion
        self._move("issue_opinion", opinion.issued_on)

    def answer(self, answers: Answers, doc_number: str, on: date) -> Opinion:
        """Answer its opinion document and return it. Raises WrongStep, InvalidField."""
        self._check("answer_opinion", on)
        opinion = self._issued("answer_opinion")
        opinion.answer(answers, doc_number, on)
        self._move("answer_opinion", on)
        return opinion

    def _issued(self, step: Step) -> Opinion:
        if self.opinion is None:
            raise WrongStep(rule=f"draft:{step}", subject=self.id, state=self.state, step=step)
        return self.opinion

    def _check(self, step: Step, on: date) -> None:
        if (self.state, step) not in STEPS:
            raise WrongStep(rule=f"draft:{step}", subject=self.id, state=self.state, step=step)
        if on < self.last_step_on:
            raise InvalidField(
                "occurred_on",
                "not-before-last-step",
                f"Không thể thực hiện trước bước liền trước, ngày {self.last_step_on}",
                f"It cannot be done before the last step, on {self.last_step_on}",
            )

    def _move(self, step: Step, on: date) -> None:
        self.state, self.last_step_on = STEPS[self.state, step], on
