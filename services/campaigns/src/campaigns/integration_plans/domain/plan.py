"""A plan that integrates a movement: state agencies advise, the People's Committee directs (II.1b)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Annotated, Any, Literal

from campaigns.common.domain.front import STANDING
from campaigns.common.domain.places import inside
from campaigns.guidance.domain.mandates import INTEGRATORS, MOVEMENT_DUTIES
from campaigns.integration_plans.domain.activity import (
    PlannedActivity,
    refused,
    require_order,
    require_parties,
)
from contracts.errors import InvalidField
from contracts.names import Named, code_name
from contracts.reference import body_holding, unit_name
from contracts.values import MovementCode
from shared.domain.lifecycle import Awaits, Lifecycle, Step
from shared.domain.text import folded

PlanPurpose = Annotated[
    Literal["integration", "quality"],
    Named(
        "Mục đích kế hoạch",
        "Purpose",
        codes={
            "integration": "Lồng ghép với cuộc vận động",
            "quality": "Nâng cao chất lượng phong trào",
        },
    ),
]
IntegrationPlanState = Annotated[
    Literal["advised", "returned", "approved"],
    Named(
        "Tình trạng kế hoạch lồng ghép",
        "State of the plan",
        codes={"advised": "Đã trình", "returned": "Trả lại", "approved": "Đã phê duyệt"},
    ),
]
COMMITTEE = "peoples-committee"
ADVISERS = tuple(each for each in INTEGRATORS if each != COMMITTEE)
DECIDERS = {"integration": COMMITTEE, "quality": STANDING}
QUALITY, QUALITY_DUTY, QUALITY_MOVEMENT = "quality", "III.1.5-a", "PT-VH"
DUTIES = (*sorted(MOVEMENT_DUTIES.values()), QUALITY_DUTY)


def _deciders(plan: Any) -> Iterable[str]:
    province = plan.path.strip("/").partition("/")[0]
    body = body_holding(DECIDERS[plan.purpose], province, plan.stands_since, "T")
    return [body] if body else []


LIFECYCLE = Lifecycle(
    "integration_plan",
    vi="Kế hoạch lồng ghép",
    states=IntegrationPlanState,
    steps={
        "advise": Step(to="advised", vi="Trình kế hoạch", awaits=Awaits("approve", _deciders)),
        "return": Step(
            "advised",
            to="returned",
            vi="Trả lại",
            awaits=Awaits("revise", lambda plan: [plan.advising_body]),
        ),
        "revise": Step(
            "returned", to="advised", vi="Sửa đổi, trình lại", awaits=Awaits("approve", _deciders)
        ),
        "approve": Step("advised", to="approved", vi="Phê duyệt"),
    },
)


@dataclass(eq=False)
class Plan:
    """A plan for one movement in one unit; both days are inclusive. `guidance_id` is how it went out."""

    id: str
    movement_code: MovementCode
    purpose: PlanPurpose
    title: str
    unit_code: str
    path: str
    start_on: date
    end_on: date
    advising_body: str
    advised_on: date
    recorded_at: datetime
    deciding_body: str | None = None
    decided_on: date | None = None
    reason: str | None = None
    guidance_id: str | None = None
    search: str = field(init=False)
    state: IntegrationPlanState = field(init=False)
    stands_since: date = field(init=False)

    def __post_init__(self) -> None:
        """Begin its life, and let it be found by its title. Raises InvalidField where it ends too soon."""
        require_order(self.start_on, self.end_on, "end_on")
        self.search = folded(self.title)
        LIFECYCLE.begin(self, "advise", self.advised_on)

    @property
    def duty(self) -> str:
        """The duty of which its approval is evidence."""
        return QUALITY_DUTY if self.purpose == QUALITY else MOVEMENT_DUTIES[self.movement_code]

    def approve(self, by: str, on: date, guidance_id: str) -> None:
        """The deciding body approves it. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, "approve", on)
        self.deciding_body, self.decided_on, self.guidance_id = by, on, guidance_id

    def return_(self, by: str, on: date, reason: str) -> None:
        """The deciding body returns it. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, "return", on, reason=reason)
        self.deciding_body, self.decided_on, self.reason = by, on, reason

    def revise(self, on: date) -> None:
        """Whoever drew it up lays it before the deciding body again. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, "revise", on)
        self.deciding_body = self.decided_on = None

    def require_activities(self, planned: Sequence[PlannedActivity], on: date) -> None:
        """Refuse activities outside of its unit or days, or led from elsewhere. Raises InvalidField."""
        for index, each in enumerate(planned):
            self._require_activity(each, on, f"activities.{index}")

    def _require_activity(self, planned: PlannedActivity, on: date, name: str) -> None:
        if not inside(planned.unit_code, self.unit_code, on):
            unit = unit_name(planned.unit_code, on)
            raise refused(
                "within-the-plan",
                f"{name}.unit_code",
                f"{unit.vi} ngoài địa bàn của kế hoạch",
                f"{unit.en} lies outside of the plan's unit",
            )
        require_order(planned.start_on, planned.end_on, f"{name}.end_on")
        if planned.start_on < self.start_on or planned.end_on > self.end_on:
            raise refused(
                "within-the-period",
                f"{name}.start_on",
                "Hoạt động phải nằm trong thời gian của kế hoạch",
                "An activity lies within the plan's period",
            )
        require_parties(planned, on, name)


def require_purpose(purpose: PlanPurpose, movement_code: MovementCode, functions: frozenset[str]) -> None:
    """Refuse a quality plan of another movement or agency than III.1.5-a names. Raises InvalidField."""
    if purpose != QUALITY:
        return
    if movement_code != QUALITY_MOVEMENT or "culture" not in functions:
        movement = code_name(MovementCode, QUALITY_MOVEMENT)
        raise InvalidField(
            "purpose",
            "quality-of-culture",
            f"Kế hoạch nâng cao chất lượng chỉ thuộc phong trào «{movement.vi}», do ngành văn hóa chủ trì",
            f"A quality plan is about the movement «{movement.en}», led by the department of culture",
        )
