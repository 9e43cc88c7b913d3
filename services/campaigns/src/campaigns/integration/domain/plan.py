"""A plan that integrates a movement: state agencies advise, the People's Committee directs (II.1b)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from campaigns.domain.bodies import resolve
from campaigns.domain.mandates import INTEGRATORS, MOVEMENT_DUTIES
from campaigns.domain.places import inside
from contracts.campaigns.integration.values import PlannedActivity
from contracts.errors import InvalidField, NotAllowed, WrongStep

STEPS = {
    ("advised", "approve"): "approved",
    ("advised", "return"): "returned",
    ("returned", "revise"): "advised",
}
ADVISERS = tuple(each for each in INTEGRATORS if each != "peoples-committee")
DECIDERS = {"integration": "peoples-committee", "quality": "front-standing"}
QUALITY, QUALITY_DUTY, QUALITY_MOVEMENT = "quality", "III.1.5-a", "PT-VH"
DUTIES = (*sorted(MOVEMENT_DUTIES.values()), QUALITY_DUTY)


@dataclass
class Plan:
    """A plan for one movement in one unit; both days are inclusive. `guidance_id` is how it went out."""

    id: str
    movement_code: str
    purpose: str
    title: str
    unit_code: str
    path: str
    start_on: date
    end_on: date
    advised_by: str
    advised_on: date
    stands_since: date
    recorded_at: datetime
    state: str = "advised"
    decided_by: str | None = None
    decided_on: date | None = None
    reason: str | None = None
    guidance_id: str | None = None

    def __post_init__(self) -> None:
        """Refuse a plan that ends before it begins. Raises InvalidField."""
        _require_order(self.start_on, self.end_on, "end_on")

    @property
    def duty(self) -> str:
        """The duty of which its approval is evidence."""
        return QUALITY_DUTY if self.purpose == QUALITY else MOVEMENT_DUTIES[self.movement_code]

    def approve(self, by: str, functions: frozenset[str], on: date, guidance_id: str) -> None:
        """The deciding body approves it. Raises NotAllowed, WrongStep."""
        self._require_decider(functions)
        self._take("approve", on)
        self.decided_by, self.decided_on, self.guidance_id = by, on, guidance_id

    def return_(self, by: str, functions: frozenset[str], on: date, reason: str) -> None:
        """The deciding body returns it. Raises NotAllowed, WrongStep."""
        self._require_decider(functions)
        self._take("return", on)
        self.decided_by, self.decided_on, self.reason = by, on, reason

    def revise(self, by: str, on: date) -> None:
        """Whoever drew it up lays it before the deciding body again. Raises NotAllowed, WrongStep."""
        if by != self.advised_by:
            raise NotAllowed(
                "adviser-only",
                "Chỉ cơ quan tham mưu kế hoạch được chỉnh sửa",
                "Only the agency that drew the plan up revises it",
            )
        self._take("revise", on)
        self.decided_by = self.decided_on = None

    def require_activities(self, planned: Sequence[PlannedActivity], on: date) -> None:
        """Refuse activities outside of its unit or days, or led from elsewhere. Raises InvalidField."""
        for index, each in enumerate(planned):
            self._require_activity(each, on, f"activities.{index}")

    def _require_activity(self, planned: PlannedActivity, on: date, field: str) -> None:
        if not inside(planned.unit_code, self.unit_code, on):
            raise _invalid(
                "within-the-plan",
                f"{field}.unit_code",
                f"{planned.unit_code} ngoài địa bàn của kế hoạch",
                f"{planned.unit_code} lies outside of the plan's unit",
            )
        _require_order(planned.start_on, planned.end_on, f"{field}.end_on")
        if planned.start_on < self.start_on or planned.end_on > self.end_on:
            raise _invalid(
                "within-the-period",
                f"{field}.start_on",
                "Hoạt động phải nằm trong thời gian của kế hoạch",
                "An activity lies within the plan's period",
            )
        _require_parties(planned, on, field)

    def _require_decider(self, functions: frozenset[str]) -> None:
        decider = DECIDERS[self.purpose]
        if decider not in functions:
            rule = f"decided-by:{decider}"
            raise NotAllowed(
                rule,
                "Kế hoạch này không thuộc thẩm quyền quyết định của cơ quan",
                "It is not for this body to decide on this plan",
            )

    def _take(self, step: str, on: date) -> None:
        if (self.state, step) not in STEPS:
            only = ",".join(state for state, each in STEPS if each == step)
            raise WrongStep(rule=f"{step}-only-after:{only}", subject=self.id, state=self.state, step=step)
        if on < self.stands_since:
            raise InvalidField(
                "occurred_on",
                "not-before-last-step",
                f"Không thể trước bước liền trước ({self.stands_since:%d/%m/%Y})",
                f"It cannot be before the step before it ({self.stands_since:%Y-%m-%d})",
            )
        self.state, self.stands_since = STEPS[self.state, step], on


@dataclass
class Activity:
    """One activity of a plan; `path` is its unit or area and all above it."""

    id: str
    plan_id: str
    title: str
    content_codes: list[str]
    unit_code: str
    path: str
    lead_org: str
    coord_orgs: list[str]
    start_on: date
    end_on: date


def require_purpose(purpose: str, movement_code: str, functions: frozenset[str]) -> None:
    """Refuse a quality plan of another movement or agency than III.1.5-a names. Raises InvalidField."""
    if purpose != QUALITY:
        return
    if movement_code != QUALITY_MOVEMENT or "culture" not in functions:
        raise InvalidField(
            "purpose",
            "quality-of-culture",
            "Kế hoạch nâng cao chất lượng chỉ thuộc phong trào PT-VH, do ngành văn hóa chủ trì (III.1.5-a)",
            "A quality plan is about PT-VH alone and led by the department of culture (III.1.5-a)",
        )


def _require_order(start_on: date, end_on: date, field: str) -> None:
    if end_on < start_on:
        raise InvalidField(
            field, "not-before-start", "Không được kết thúc trước khi bắt đầu", "It ends before it begins"
        )


def _require_parties(planned: PlannedActivity, on: date, field: str) -> None:
    lead = resolve(planned.lead_org, on, f"{field}.lead_org")
    if lead.unit and not inside(planned.unit_code, lead.unit, on):
        raise _invalid(
            "leads-in-own-unit",
            f"{field}.lead_org",
            f"{planned.lead_org} không chủ trì ngoài địa bàn của mình",
            f"{planned.lead_org} does not lead outside of its own unit",
        )
    for index, body in enumerate(planned.coord_orgs):
        resolve(body, on, f"{field}.coord_orgs.{index}")
    if len({planned.lead_org, *planned.coord_orgs}) != len(planned.coord_orgs) + 1:
        raise _invalid(
            "distinct",
            f"{field}.coord_orgs",
            "Mỗi cơ quan chỉ nêu một lần; cơ quan chủ trì không đồng thời phối hợp",
            "Each body is named once, and the one that leads does not coordinate too",
        )


def _invalid(rule: str, field: str, vi: str, en: str) -> InvalidField:
    return InvalidField(field, rule, vi, en)
