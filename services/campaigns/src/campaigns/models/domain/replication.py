"""A replication: an edge from a model to another model or to a place."""

from dataclasses import dataclass
from datetime import date, datetime

from contracts.errors import InvalidField, Kind, NotAllowed, Refusal, WrongStep

STEPS = {("pending", "succeed"): "succeeded", ("pending", "fail"): "failed"}


class AlreadyReplicated(Refusal):
    """The model is on its way to this place, or has arrived there."""

    slug = "already-replicated"
    kind = Kind.CONFLICT
    vi = "Mô hình {model_id} đã được nhân rộng đến {to}."
    en = "Model {model_id} was already replicated to {to}."


class ReplicationCycle(Refusal):
    """A model cannot descend from itself."""

    slug = "replication-cycle"
    kind = Kind.CONFLICT
    vi = "{model_id} bắt nguồn từ {to}, nên không thể nhân rộng ngược lại."
    en = "{model_id} descends from {to}; it cannot be replicated back to it."


@dataclass
class Replication:
    """One edge of the graph; `to_model_id` is empty where the place has no model of its own yet."""

    id: str
    model_id: str
    to_model_id: str | None
    to_unit: str
    lead_org: str
    recorded_by: str
    adaptation: str
    replicated_on: date
    recorded_at: datetime
    result: str = "pending"
    reason: str | None = None
    closed_on: date | None = None

    @property
    def target(self) -> str:
        """The node at its end: the new model, or else the place."""
        return self.to_model_id or self.to_unit

    def close(self, by: str, on: date, reason: str | None, *, succeeded: bool) -> None:
        """Its lead says how it ended. Raises NotAllowed, WrongStep, InvalidField."""
        if by != self.lead_org:
            raise NotAllowed(
                "lead-only",
                "Chỉ tổ chức chủ trì nhân rộng được ghi kết quả",
                "Only the body that leads the replication says how it ended",
            )
        step = "succeed" if succeeded else "fail"
        if (self.result, step) not in STEPS:
            raise WrongStep(subject=self.id, state=self.result, step=step, rule=f"replication:{step}")
        self._check(on, reason, succeeded=succeeded)
        self.result, self.closed_on, self.reason = STEPS[self.result, step], on, reason

    def _check(self, on: date, reason: str | None, *, succeeded: bool) -> None:
        if not succeeded and reason is None:
            raise InvalidField(
                "reason", "required-for-failure", "Phải nêu lý do không thành công", "Say why it failed"
            )
        if on < self.replicated_on:
            raise InvalidField(
                "occurred_on",
                "not-before-replication",
                "Không thể có kết quả trước khi nhân rộng",
                "It cannot end before it begins",
            )
