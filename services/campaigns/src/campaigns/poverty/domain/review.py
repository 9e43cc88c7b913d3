"""A commune's yearly poverty review: each step in its order, each by its body (programme facts §3.1)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Annotated, Literal

from campaigns.common.domain.seats import next_above
from campaigns.poverty.domain.status import Counts
from contracts.errors import Kind, Refusal
from contracts.names import Named
from contracts.reference import body_holding
from shared.domain.deadlines import ExplainedDeadline
from shared.domain.lifecycle import Awaits, Lifecycle, Step

POSTING = "poor.public_posting"
COMMITTEE = "peoples-committee"
ReviewState = Annotated[
    Literal[
        "list_made",
        "screened",
        "scored",
        "posted",
        "complaints_closed",
        "district_checked",
        "commune_decided",
        "approved",
    ],
    Named(
        "Tình trạng đợt rà soát",
        "State of the review",
        codes={
            "list_made": "Đã lập danh sách khu dân cư",
            "screened": "Đã nhận dạng nhanh (Phiếu A)",
            "scored": "Đã chấm điểm (Phiếu B)",
            "posted": "Đã niêm yết công khai",
            "complaints_closed": "Đã giải quyết khiếu nại, phản ánh",
            "district_checked": "Cấp huyện đã kiểm tra",
            "commune_decided": "Xã đã quyết định",
            "approved": "Tỉnh đã phê duyệt",
        },
    ),
]


def _commune(review: "PovertyReview") -> Iterable[str]:
    return [review.opening_body]


def _above(review: "PovertyReview") -> Iterable[str]:
    body = next_above(COMMITTEE, review.path, review.stands_since)
    return [body] if body else []


def _province(review: "PovertyReview") -> Iterable[str]:
    body = body_holding(COMMITTEE, review.unit_code, review.stands_since, "T")
    return [body] if body else []


# Work that goes on in batches stays in its state, and its end is awaited still, since when it was.
LIFECYCLE = Lifecycle(
    "poverty_review",
    vi="Đợt rà soát hộ nghèo, hộ cận nghèo",
    states=ReviewState,
    steps={
        "open": Step(to="list_made", vi="Mở đợt rà soát", awaits=Awaits("close_screening", _commune)),
        "screen": Step("list_made", vi="Nhận dạng nhanh (Phiếu A)"),
        "close_screening": Step(
            "list_made",
            to="screened",
            vi="Kết thúc nhận dạng nhanh",
            awaits=Awaits("close_scoring", _commune),
        ),
        "score": Step("screened", vi="Chấm điểm (Phiếu B)"),
        "close_scoring": Step(
            "screened", to="scored", vi="Kết thúc chấm điểm", awaits=Awaits("post", _commune)
        ),
        "meet": Step("scored", vi="Họp khu dân cư"),
        "witness": Step("scored", vi="Ban công tác Mặt trận xác nhận"),
        "post": Step(
            "scored",
            to="posted",
            vi="Niêm yết công khai",
            awaits=Awaits("close_complaints", _commune, within=POSTING),
        ),
        "close_complaints": Step(
            "posted",
            to="complaints_closed",
            vi="Kết thúc nhận khiếu nại, phản ánh",
            awaits=Awaits("check", _above),
        ),
        "check": Step(
            "complaints_closed", to="district_checked", vi="Kiểm tra", awaits=Awaits("decide", _commune)
        ),
        "return": Step(
            "complaints_closed",
            to="screened",
            vi="Trả lại để rà soát lại",
            awaits=Awaits("close_scoring", _commune),
        ),
        "decide": Step(
            "district_checked",
            to="commune_decided",
            vi="Quyết định danh sách",
            awaits=Awaits("approve", _province),
        ),
        "approve": Step("commune_decided", to="approved", vi="Phê duyệt kết quả"),
    },
)


class ReviewOfYearExists(Refusal):
    """A commune has one review a year."""

    slug = "review-of-year-exists"
    kind = Kind.CONFLICT
    vi = "Ở {unit.vi} đã có đợt rà soát năm {year} ({review_id})."
    en = "{unit.en} already has a review of {year} ({review_id})."


class NotYetComplete(Refusal):
    """Something must be done for each household or area before the step."""

    slug = "review-incomplete"
    kind = Kind.CONFLICT
    vi = "Đợt rà soát {review_id} chưa thể thực hiện «{step.vi}»: còn {missing} {what_vi}."
    en = "Review {review_id} is not ready for {step.en}: {missing} {what_en} remain."


class MeetingDidNotAgree(Refusal):
    """Too few of those who came agreed: the meeting is held again."""

    slug = "meeting-did-not-agree"
    kind = Kind.CONFLICT
    vi = "Chỉ có {agreed}/{attended} người đồng ý; theo quy tắc «{law.vi}» phải họp lại."
    en = "Only {agreed} of {attended} agreed; by the rule «{law.en}» the meeting is held again."


@dataclass(eq=False)
class PovertyReview:
    """A commune's review of a year. `path` is the commune and all above it on the day it was opened."""

    id: str
    unit_code: str
    path: str
    year: int
    households: int
    opening_body: str
    opened_on: date
    recorded_at: datetime
    state: ReviewState = field(init=False)
    stands_since: date = field(init=False)
    posted_on: date | None = None
    posting: ExplainedDeadline | None = None
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

    def __post_init__(self) -> None:
        """Begin its life."""
        LIFECYCLE.begin(self, "open", self.opened_on)

    def take(self, step: str, on: date, *, reason: str | None = None) -> None:
        """Take a step that keeps nothing else. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, step, on, reason=reason)

    def post(self, posting: ExplainedDeadline, on: date) -> None:
        """Keep that the result hangs out. Raises WrongStep, DayBeforeLastStep."""
        self.take("post", on)
        self.posted_on, self.posting = on, posting

    def close_complaints(self, received: int, upheld: int, on: date) -> None:
        """Keep how many complaints came, and how many were right. Raises WrongStep, DayBeforeLastStep."""
        self.take("close_complaints", on)
        self.complaints_received, self.complaints_upheld = received, upheld

    def check(self, doc_number: str, on: date) -> None:
        """Keep the check by the committee above. Raises WrongStep, DayBeforeLastStep."""
        self.take("check", on)
        self.check_doc = doc_number

    def decide(self, decision_no: str, on: date) -> None:
        """Keep the commune's decision. Raises WrongStep, DayBeforeLastStep."""
        self.take("decide", on)
        self.commune_decision = decision_no

    def approve(self, decision_no: str, counts: Counts, on: date) -> None:
        """Keep the approval with what was found. Raises WrongStep, DayBeforeLastStep."""
        self.take("approve", on)
        self.approval, self.approved_on = decision_no, on
        self.poor, self.near_poor = counts.poor, counts.near_poor
        self.escaped, self.fallen_back = counts.escaped, counts.fallen_back

    def require_all(self, step: str, missing: int, what_vi: str, what_en: str) -> None:
        """Refuse a step while something is missing. Raises NotYetComplete."""
        if missing:
            raise NotYetComplete(
                rule=LIFECYCLE.rule(step),
                review_id=self.id,
                step=LIFECYCLE.step_name(step),
                missing=missing,
                what_vi=what_vi,
                what_en=what_en,
            )
