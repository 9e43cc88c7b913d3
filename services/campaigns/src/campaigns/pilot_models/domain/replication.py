"""A replication: an edge from a model to another model or to a place."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Annotated, Literal

from contracts.errors import InvalidField, Kind, Refusal
from contracts.names import Named
from shared.domain.lifecycle import Awaits, Lifecycle, Step

ReplicationResult = Annotated[
    Literal["pending", "succeeded", "failed"],
    Named(
        "Kết quả nhân rộng",
        "Result of the replication",
        codes={"pending": "Đang thực hiện", "succeeded": "Thành công", "failed": "Không thành công"},
    ),
]

LIFECYCLE = Lifecycle(
    "replication",
    vi="Lượt nhân rộng",
    states=ReplicationResult,
    steps={
        "replicate": Step(
            to="pending", vi="Nhân rộng", awaits=Awaits("succeed", lambda each: [each.lead_body])
        ),
        "succeed": Step("pending", to="succeeded", vi="Ghi nhận thành công"),
        "fail": Step("pending", to="failed", vi="Ghi nhận không thành công"),
    },
)


class AlreadyReplicated(Refusal):
    """The model is on its way to this place, or has arrived there."""

    slug = "already-replicated"
    kind = Kind.CONFLICT
    vi = "Mô hình {model_id} đã được nhân rộng đến {to.vi}."
    en = "Model {model_id} was already replicated to {to.en}."


class ReplicationCycle(Refusal):
    """A model cannot descend from itself."""

    slug = "replication-cycle"
    kind = Kind.CONFLICT
    vi = "Mô hình {model_id} bắt nguồn từ mô hình {to}, nên không thể nhân rộng ngược lại."
    en = "Model {model_id} descends from model {to}; it cannot be replicated back to it."


@dataclass(eq=False)
class Replication:
    """One edge of the graph; `to_model_id` is empty where the place has no model of its own yet."""

    id: str
    model_id: str
    to_model_id: str | None
    to_unit: str
    lead_body: str
    recording_body: str
    adaptation: str
    replicated_on: date
    recorded_at: datetime
    reason: str | None = None
    closed_on: date | None = None
    state: ReplicationResult = field(init=False)
    stands_since: date = field(init=False)

    def __post_init__(self) -> None:
        """Begin its life."""
        LIFECYCLE.begin(self, "replicate", self.replicated_on)

    @property
    def target(self) -> str:
        """The node at its end: the new model, or else the place."""
        return self.to_model_id or self.to_unit

    def closed_by(self, on: date) -> bool:
        """Whether it had ended by a day."""
        return self.closed_on is not None and self.closed_on <= on

    def close(self, on: date, reason: str | None, *, succeeded: bool) -> None:
        """Say how it ended, and why where it failed. Raises WrongStep, DayBeforeLastStep, InvalidField."""
        step = "succeed" if succeeded else "fail"
        LIFECYCLE.check_state(self, step, on)
        if not succeeded and reason is None:
            raise InvalidField(
                "reason", "required-for-failure", "Phải nêu lý do không thành công", "Say why it failed"
            )
        LIFECYCLE.take(self, step, on, reason=reason)
        self.closed_on, self.reason = on, reason
