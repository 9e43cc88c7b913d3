"""A model: proposed, tried out, evaluated, recognised, carried on, retired."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from campaigns.domain.facts import Facts, digest_of
from contracts.errors import InvalidField, WrongStep

STEPS = {
    ("proposed", "pilot"): "piloting",
    ("piloting", "evaluate"): "evaluated",
    ("piloting", "find_ineffective"): "not_effective",
    ("evaluated", "recognise"): "recognised",
    ("recognised", "replicate"): "replicated",
    ("replicated", "replicate"): "replicated",
    **{
        (state, "retire"): "retired"
        for state in ("proposed", "piloting", "evaluated", "not_effective", "recognised", "replicated")
    },
}


def require_since(since: date, on: date) -> None:
    """Refuse an act before the one on which it rests. Raises InvalidField."""
    if on < since:
        raise InvalidField(
            "occurred_on",
            "not-before-last-step",
            f"Không thể trước bước liền trước ({since:%d/%m/%Y})",
            f"It cannot be before the step before it ({since:%Y-%m-%d})",
        )


@dataclass
class Model:
    """A model in one place. `path` is its unit and all units above it on the day of the proposal."""

    id: str
    type: str
    subject_kind: str
    subject_ref: str | None
    unit_code: str
    path: str
    name_vi: str
    summary: str
    search_text: str
    chair_org: str
    chair_level: str
    proposed_on: date
    stands_since: date
    recorded_at: datetime
    state: str = "proposed"
    started_on: date | None = None
    evaluation: dict[str, Any] | None = None
    evaluated_on: date | None = None
    recognised_by: str | None = None
    decision_no: str | None = None
    recognised_on: date | None = None
    replicated_on: date | None = None
    retired_on: date | None = None
    reason: str | None = None
    facts: Facts | None = None
    facts_digest: str | None = None

    def pilot(self, on: date) -> None:
        """Begin to try it out. Raises WrongStep, InvalidField."""
        self._take("pilot", on)
        self.started_on = on

    def evaluate(self, said: dict[str, Any], on: date, *, effective: bool) -> None:
        """Keep what the trial gave; what does not work goes no further. Raises WrongStep, InvalidField."""
        self._take("evaluate" if effective else "find_ineffective", on)
        self.evaluation, self.evaluated_on = said, on

    def recognise(self, by: str, decision_no: str, on: date) -> None:
        """Recognise it. Raises WrongStep, InvalidField."""
        self._take("recognise", on)
        self.recognised_by, self.decision_no, self.recognised_on = by, decision_no, on

    def replicate(self, on: date) -> None:
        """Carry it to another place, as often as wanted. Raises WrongStep, InvalidField.

        A replication may be recorded after a later one, as long as the model was recognised then.
        """
        self._take("replicate", on, self.recognised_on)
        self.replicated_on = min(self.replicated_on or on, on)

    def retire(self, reason: str, on: date) -> None:
        """Retire it and say why. Raises WrongStep, InvalidField."""
        self._take("retire", on)
        self.reason, self.retired_on = reason, on

    def freeze(self, facts: Facts) -> str:
        """Keep the facts behind the recognition, and return their digest."""
        self.facts, self.facts_digest = facts, digest_of(facts)
        return self.facts_digest

    def require_state(self, step: str, *states: str) -> None:
        """Refuse an act beside the machine where the model does not stand in these. Raises WrongStep."""
        if self.state not in states:
            raise WrongStep(subject=self.id, state=self.state, step=step, rule=f"model:{step}")

    def _take(self, step: str, on: date, since: date | None = None) -> None:
        if (self.state, step) not in STEPS:
            raise WrongStep(subject=self.id, state=self.state, step=step, rule=f"model:{step}")
        require_since(since or self.stands_since, on)
        self.state, self.stands_since = STEPS[self.state, step], max(self.stands_since, on)
