"""A commune's yearly poverty review: each step in its order, each by its body (programme facts §3.1)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from contracts.campaigns.deadlines import ExplainedDeadline
from contracts.campaigns.poverty.values import AreaType, PovertyStatus, ReviewState
from contracts.errors import InvalidField, Kind, Refusal, WrongStep

STEPS: dict[tuple[str, str], ReviewState] = {
    ("list_made", "screen"): "list_made",
    ("list_made", "close_screening"): "screened",
    ("screened", "score"): "screened",
    ("screened", "close_scoring"): "scored",
    ("scored", "meet"): "scored",
    ("scored", "witness"): "scored",
    ("scored", "post"): "posted",
    ("posted", "close_complaints"): "complaints_closed",
    ("complaints_closed", "check"): "district_checked",
    ("complaints_closed", "return"): "screened",
    ("district_checked", "decide"): "commune_decided",
    ("commune_decided", "approve"): "approved",
}


class ReviewOfYearExists(Refusal):
    """A commune has one review a year."""

    slug = "review-of-year-exists"
    kind = Kind.CONFLICT
    vi = "{unit_code} đã có đợt rà soát năm {year} ({review_id})."
    en = "{unit_code} already has a review of {year} ({review_id})."


class NotYetComplete(Refusal):
    """Something must be done for each household or area before the step."""

    slug = "review-incomplete"
    kind = Kind.CONFLICT
    vi = "Đợt rà soát {review_id} chưa thể thực hiện «{step}»: còn {missing} {what_vi}."
    en = "Review {review_id} is not ready for {step}: {missing} {what_en} remain."


class MeetingDidNotAgree(Refusal):
    """Too few of those who came agreed: the meeting is held again."""

    slug = "meeting-did-not-agree"
    kind = Kind.CONFLICT
    vi = "Chỉ có {agreed}/{attended} người đồng ý; theo quy tắc «{key}» phải họp lại."
    en = "Only {agreed} of {attended} agreed; by rule {key} the meeting is held again."


@dataclass
class Counts:
    """What an approved review found."""

    poor: int = 0
    near_poor: int = 0
    escaped: int = 0
    fallen_back: int = 0


@dataclass
class PovertyReview:
    """A commune's review of a year. `path` is the commune and all above it on the day it was opened."""

    id: str
    unit_code: str
    path: str
    year: int
    households: int
    opened_by: str
    opened_on: date
    last_step_on: date
    recorded_at: datetime
    state: ReviewState = "list_made"
    posted_on: date | None = None
    posting: dict[str, Any] | None = None
    complaints_received: int | None = None
    complaints_upheld: int | None = None
    check_doc: str | None = None
    commune_decision: str | None = None
    approval: str | None = None
    approved_on: date | None = None
    poor: int | None = None
    near_poor: int | None = None
    escaped: int | None = None
    fallen_back: int | None = None

    def take(self, step: str, on: date) -> None:
        """Take a step. Raises WrongStep, InvalidField."""
        if (self.state, step) not in STEPS:
            raise WrongStep(rule=f"poverty-review:{step}", subject=self.id, state=self.state, step=step)
        if on < self.last_step_on:
            raise InvalidField(
                "occurred_on",
                "not-before-last-step",
                f"Không thể trước bước liền trước ({self.last_step_on:%d/%m/%Y})",
                f"It cannot be before the step before it ({self.last_step_on:%Y-%m-%d})",
            )
        self.state, self.last_step_on = STEPS[self.state, step], on

    @property
    def due(self) -> ExplainedDeadline | None:
        """Until when the result is posted, explained."""
        return ExplainedDeadline.model_validate(self.posting) if self.posting else None

    def post(self, due: ExplainedDeadline, on: date) -> None:
        """Keep that the result hangs out. Raises WrongStep."""
        self.take("post", on)
        self.posted_on, self.posting = on, due.model_dump(mode="json")

    def require_all(self, step: str, missing: int, what_vi: str, what_en: str) -> None:
        """Refuse a step while something is missing. Raises NotYetComplete."""
        if missing:
            raise NotYetComplete(
                rule=f"poverty-review:{step}",
                review_id=self.id,
                step=step,
                missing=missing,
                what_vi=what_vi,
                what_en=what_en,
            )

    def approve(self, decision_no: str, counts: Counts, on: date) -> None:
        """Keep the approval with what was found. Raises WrongStep."""
        self.take("approve", on)
        self.approval, self.approved_on = decision_no, on
        self.poor, self.near_poor = counts.poor, counts.near_poor
        self.escaped, self.fallen_back = counts.escaped, counts.fallen_back


@dataclass
class Area:
    """A residential area in a review, and the meeting that its people held about the result."""

    id: str
    review_id: str
    kdc_id: str
    area_type: AreaType
    households: int
    attended: int | None = None
    agreed: int | None = None
    minutes_ref: str | None = None
    held_on: date | None = None
    witnessed_on: date | None = None

    def meet(self, attended: int, agreed: int, minutes_ref: str, on: date) -> None:
        """Keep what the meeting said; held anew, it must be witnessed anew."""
        self.attended, self.agreed, self.minutes_ref = attended, agreed, minutes_ref
        self.held_on, self.witnessed_on = on, None

    def forget_meeting(self) -> None:
        """Forget the meeting: the households are scored anew."""
        self.attended = self.agreed = self.minutes_ref = self.held_on = self.witnessed_on = None


@dataclass
class Case:
    """A screened household in a review, with its form B and what the rules make of it."""

    id: str
    review_id: str
    household_ref: str
    kdc_id: str
    b1_points: int | None = None
    deprivations: list[str] | None = None
    found: PovertyStatus | None = None
