"""A model: proposed, tried out, evaluated, recognised, carried on, retired."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Annotated, Any, Literal

from campaigns.common.domain.boards import boards_at
from campaigns.pilot_models.domain.levels import meeting_level
from contracts.campaigns.pilot_models import ModelSubjectKind, ModelType
from contracts.names import Named
from contracts.values import BodyLevel
from shared.domain.facts import Facts
from shared.domain.lifecycle import Awaits, Lifecycle, Step
from shared.domain.text import folded

ModelState = Annotated[
    Literal["proposed", "piloting", "evaluated", "not_effective", "recognised", "replicated", "retired"],
    Named(
        "Tình trạng mô hình",
        "State of the model",
        codes={
            "proposed": "Đã đề xuất",
            "piloting": "Đang thực hiện thí điểm",
            "evaluated": "Đã đánh giá có hiệu quả",
            "not_effective": "Đánh giá không hiệu quả",
            "recognised": "Đã công nhận",
            "replicated": "Đã nhân rộng",
            "retired": "Đã dừng",
        },
    ),
]
TRIED = ("piloting", "evaluated", "recognised", "replicated")
NOT_RETIRED = ("proposed", "piloting", "evaluated", "not_effective", "recognised", "replicated")


def _chair(model: Any) -> Iterable[str]:
    return [model.chair_body]


LIFECYCLE = Lifecycle(
    "pilot_model",
    vi="Mô hình",
    states=ModelState,
    steps={
        "propose": Step(
            to="proposed",
            vi="Đề xuất",
            awaits=(Awaits("join", lambda model: model.invited_bodies), Awaits("pilot", _chair)),
        ),
        "join": Step("proposed", vi="Đồng ý phối hợp"),
        "decline": Step("proposed", vi="Từ chối phối hợp", fulfils=("join",)),
        "pilot": Step(
            "proposed", to="piloting", vi="Bắt đầu thực hiện thí điểm", awaits=Awaits("evaluate", _chair)
        ),
        "evaluate": Step(
            "piloting",
            to="evaluated",
            vi="Đánh giá có hiệu quả",
            awaits=Awaits(
                "recognise",
                lambda model: boards_at(meeting_level(model.chair_level), model.path, model.stands_since),
            ),
        ),
        "find_ineffective": Step("piloting", to="not_effective", vi="Đánh giá không hiệu quả"),
        "recognise": Step("evaluated", to="recognised", vi="Công nhận"),
        # Replications are recorded in any order of their days, from the recognition on.
        "replicate": Step("recognised", "replicated", to="replicated", vi="Nhân rộng", moves_day=True),
        "be_replica": Step(
            "proposed", "piloting", "evaluated", "recognised", "replicated", vi="Tiếp nhận nhân rộng"
        ),
        "support": Step(*TRIED, vi="Hỗ trợ"),
        "show_practice": Step(*TRIED, vi="Phổ biến cách làm hay"),
        "retire": Step(*NOT_RETIRED, to="retired", vi="Dừng mô hình"),
    },
)


@dataclass(eq=False)
class Model:
    """A model in one place. `path` is its unit and all units above it on the day of the proposal."""

    id: str
    type: ModelType
    subject_kind: ModelSubjectKind
    subject_ref: str | None
    unit_code: str
    path: str
    name_vi: str
    summary: str
    chair_body: str
    chair_level: BodyLevel
    invited_bodies: list[str]
    proposed_on: date
    recorded_at: datetime
    started_on: date | None = None
    evaluation: dict[str, Any] | None = None
    evaluated_on: date | None = None
    recognising_body: str | None = None
    decision_no: str | None = None
    recognised_on: date | None = None
    replicated_on: date | None = None
    retired_on: date | None = None
    reason: str | None = None
    facts: Facts | None = None
    facts_digest: str | None = None
    search: str = field(init=False)
    state: ModelState = field(init=False)
    stands_since: date = field(init=False)

    def __post_init__(self) -> None:
        """Begin its life, and let it be found by its words."""
        self.search = folded(self.name_vi, self.summary)
        LIFECYCLE.begin(self, "propose", self.proposed_on)

    def answer(self, step: str, on: date) -> None:
        """Let an invited body join or decline. Raises WrongStep, DayBeforeLastStep.

        It does not hold up the chair, whose trial may have begun on an earlier day.
        """
        LIFECYCLE.take(self, step, on)

    def pilot(self, on: date) -> None:
        """Begin to try it out. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, "pilot", on)
        self.started_on = on

    def evaluate(self, said: dict[str, Any], on: date, *, effective: bool) -> None:
        """Keep what the trial gave; what does not work goes no further.

        Raises WrongStep, DayBeforeLastStep.
        """
        LIFECYCLE.take(self, "evaluate" if effective else "find_ineffective", on)
        self.evaluation, self.evaluated_on = said, on

    def recognise(self, by: str, decision_no: str, on: date) -> None:
        """Recognise it. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, "recognise", on)
        self.recognising_body, self.decision_no, self.recognised_on = by, decision_no, on

    def replicate(self, on: date) -> None:
        """Carry it to another place, as often as wanted. Raises WrongStep, DayBeforeLastStep.

        A replication may be recorded after a later one, as long as the model was recognised then.
        """
        LIFECYCLE.take(self, "replicate", on, since=self.recognised_on)
        self.replicated_on = min(self.replicated_on or on, on)

    def require_support(self, on: date, begun_on: date | None) -> None:
        """Refuse support of what is not under way, or had not begun. Raises WrongStep, DayBeforeLastStep.

        Whoever gives takes no step of the model, which still awaits the same of the same bodies.
        """
        LIFECYCLE.check(self, "support", on, since=begun_on)

    def retire(self, reason: str, on: date) -> None:
        """Retire it and say why. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, "retire", on, reason=reason)
        self.reason, self.retired_on = reason, on
