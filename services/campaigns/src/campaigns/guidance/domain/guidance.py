"""A guiding document, and the receipts of those who read it."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Annotated, Any, Literal

from campaigns.common.domain.places import inside
from campaigns.guidance.domain.audience import awaited
from contracts.campaigns.guidance import ContentKind
from contracts.errors import Kind, NotAllowed, Refusal
from contracts.names import Named
from contracts.reference import Place, agencies, body_words
from contracts.values import BodyLevel, GuidanceKind, Level, MovementCode
from shared.domain.lifecycle import Awaits, Lifecycle, Step
from shared.domain.text import folded


class NumberTaken(Refusal):
    """The issuer already has a document with this number."""

    slug = "document-number-taken"
    kind = Kind.CONFLICT
    vi = "{issuer.vi} đã ban hành văn bản số {doc_number}."
    en = "{issuer.en} already issued a document with the number {doc_number}."


class AlreadyAcknowledged(Refusal):
    """The body has confirmed before that it read this guidance."""

    slug = "already-acknowledged"
    kind = Kind.CONFLICT
    vi = "{body.vi} đã xác nhận đọc văn bản {guidance_id}."
    en = "{body.en} has already acknowledged {guidance_id}."


GuidanceState = Annotated[
    Literal["issued", "replaced", "withdrawn"],
    Named(
        "Tình trạng văn bản",
        "State of the guidance",
        codes={"issued": "Còn hiệu lực", "replaced": "Đã được thay thế", "withdrawn": "Đã thu hồi"},
    ),
]
AcknowledgementState = Annotated[
    Literal["acknowledged"],
    Named("Tình trạng xác nhận", "State", codes={"acknowledged": "Đã xác nhận đọc"}),
]
LIFECYCLE = Lifecycle(
    "guidance",
    vi="Văn bản hướng dẫn",
    states=GuidanceState,
    steps={
        "issue": Step(to="issued", vi="Ban hành", awaits=Awaits("acknowledge", awaited)),
        "acknowledge": Step("issued", vi="Xác nhận đã đọc"),
        "replace": Step("issued", to="replaced", vi="Thay thế"),
        "withdraw": Step("issued", to="withdrawn", vi="Thu hồi"),
    },
)


@dataclass
class Guidance:
    """A document in force until its issuer replaces or withdraws it.

    `path` is its issuer's unit and all above it on the day of issue, `content` what it holds by kind, as
    JSON; `replaces_id` and `replaced_by_id` are one link.
    """

    id: str
    kind: GuidanceKind
    doc_number: str
    title: str
    issuing_body: str
    unit_code: str
    path: str
    audience_levels: list[Level]
    movement_code: MovementCode | None
    copies: int | None
    issued_on: date
    effective_on: date
    replaces_id: str | None
    recorded_at: datetime
    state: GuidanceState = field(init=False)
    stands_since: date = field(init=False)
    search: str = field(init=False)
    content_kind: ContentKind | None = None
    content: dict[str, Any] | None = None
    coordinating_bodies: list[str] = field(default_factory=list)
    addressee_agencies: list[str] = field(default_factory=list)
    replaced_by_id: str | None = None
    withdrawn_on: date | None = None
    reason: str | None = None

    def __post_init__(self) -> None:
        """Begin its life."""
        LIFECYCLE.begin(self, "issue", self.issued_on)
        self.search = folded(self.doc_number, self.title)

    def replace(self, successor_id: str, on: date) -> None:
        """Another document takes its place. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, "replace", on)
        self.replaced_by_id = successor_id

    def withdraw(self, reason: str, on: date) -> None:
        """It holds no longer. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, "withdraw", on, reason=reason)
        self.reason, self.withdrawn_on = reason, on

    def receipt(self, receipt_id: str, body: str, place: Place, on: date, recorded_at: datetime) -> "Receipt":
        """Make the receipt of a body that has read it, in any order of bodies from the day of issue on.

        Raises WrongStep, DayBeforeLastStep.
        """
        LIFECYCLE.take(self, "acknowledge", on)
        search = folded(*body_words(body, on))
        return Receipt(receipt_id, self.id, body, place.path, search, on, recorded_at)

    def require_issuer(self, by: str, on: date) -> None:
        """Refuse whoever neither issued it nor took over from its issuer. Raises NotAllowed."""
        if by != self.issuing_body and by not in _heirs(self.issuing_body, on):
            raise NotAllowed(
                "issuer-only",
                "Chỉ cơ quan ban hành, hoặc cơ quan kế thừa, được thay thế hay thu hồi văn bản",
                "Only its issuer, or the agency that took over from it, replaces or withdraws a document",
            )

    def require_audience(self, reader: "Reader", on: date) -> None:
        """Refuse whoever it is not addressed to. Raises NotAllowed."""
        if reader.level not in self.audience_levels:
            raise NotAllowed(
                "audience-level",
                "Văn bản không gửi đến cấp này",
                "The document is not addressed to this level",
            )
        if not inside(reader.unit, self.unit_code, on):
            raise NotAllowed(
                "audience-unit",
                "Văn bản không gửi đến địa bàn này",
                "The document is not addressed to this unit",
            )
        if self.addressee_agencies and reader.body.partition("/")[0] not in self.addressee_agencies:
            raise NotAllowed(
                "addressee",
                "Văn bản không gửi đến cơ quan này",
                "The document is not addressed to this agency",
            )


def _heirs(issuer: str, on: date) -> set[str]:
    # A reorganised department's documents pass to those that took over its functions.
    return {each.to_code for each in agencies().successors(issuer) if each.effective_on <= on}


@dataclass(frozen=True)
class Reader:
    """The body that read a document."""

    body: str
    level: BodyLevel
    unit: str


@dataclass
class Receipt:
    """A body's confirmation that it read a document; each body gives one."""

    id: str
    guidance_id: str
    reading_body: str
    path: str
    search: str
    read_on: date
    recorded_at: datetime
