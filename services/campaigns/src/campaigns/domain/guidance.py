"""A guiding document, and the receipts of those who read it."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from campaigns.domain.places import inside
from contracts.errors import InvalidField, Kind, NotAllowed, Refusal, WrongStep
from contracts.reference import agencies


class NumberTaken(Refusal):
    """The issuer already has a document with this number."""

    slug = "document-number-taken"
    kind = Kind.CONFLICT
    vi = "{issuer_org} đã ban hành văn bản số {doc_number}."
    en = "{issuer_org} already issued a document with the number {doc_number}."


class AlreadyAcknowledged(Refusal):
    """The body has confirmed before that it read this guidance."""

    slug = "already-acknowledged"
    kind = Kind.CONFLICT
    vi = "{body} đã xác nhận đọc văn bản {guidance_id}."
    en = "{body} has already acknowledged {guidance_id}."


STEPS = {
    ("issued", "replace"): "replaced",
    ("issued", "withdraw"): "withdrawn",
    ("issued", "acknowledge"): "issued",
}


@dataclass
class Guidance:
    """A document in force until its issuer replaces or withdraws it.

    `content` is what it holds by kind, as JSON; `replaces_id` and `replaced_by_id` are one link.
    """

    id: str
    kind: str
    doc_number: str
    title: str
    issuer_org: str
    unit_code: str
    audience_levels: list[str]
    movement_code: str | None
    copies: int | None
    issued_on: date
    effective_on: date
    replaces_id: str | None
    recorded_at: datetime
    state: str = "issued"
    content_kind: str | None = None
    content: dict[str, Any] | None = None
    coord_orgs: list[str] = field(default_factory=list)
    addressees: list[str] = field(default_factory=list)
    replaced_by_id: str | None = None
    withdrawn_on: date | None = None
    reason: str | None = None

    def replace(self, by: str, successor_id: str, on: date) -> None:
        """Its issuer puts another document in its place. Raises NotAllowed, WrongStep, InvalidField."""
        self._require_issuer(by, on)
        self._take("replace", on)
        self.replaced_by_id = successor_id

    def withdraw(self, by: str, reason: str, on: date) -> None:
        """Its issuer withdraws it. Raises NotAllowed, WrongStep, InvalidField."""
        self._require_issuer(by, on)
        self._take("withdraw", on)
        self.reason, self.withdrawn_on = reason, on

    def receipt(self, receipt_id: str, reader: "Reader", on: date, recorded_at: datetime) -> "Receipt":
        """Make the receipt of a body to which it is addressed. Raises NotAllowed, WrongStep."""
        self._require_audience(reader, on)
        self._take("acknowledge", on)
        return Receipt(receipt_id, self.id, reader.body, on, recorded_at)

    def _take(self, step: str, on: date) -> None:
        if (self.state, step) not in STEPS:
            raise WrongStep(rule=f"{step}-only-while:issued", subject=self.id, state=self.state, step=step)
        if on < self.issued_on:
            raise InvalidField(
                "occurred_on",
                "not-before-issue",
                f"Không thể trước ngày ban hành ({self.issued_on:%d/%m/%Y})",
                f"It cannot be before the document was issued ({self.issued_on:%Y-%m-%d})",
            )
        self.state = STEPS[self.state, step]

    def _require_issuer(self, by: str, on: date) -> None:
        if by != self.issuer_org and by not in _heirs(self.issuer_org, on):
            raise NotAllowed(
                "issuer-only",
                "Chỉ cơ quan ban hành, hoặc cơ quan kế thừa, được thay thế hay thu hồi văn bản",
                "Only its issuer, or the agency that took over from it, replaces or withdraws a document",
            )

    def _require_audience(self, reader: "Reader", on: date) -> None:
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
        if self.addressees and reader.body.partition("/")[0] not in self.addressees:
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
    level: str
    unit: str


@dataclass
class Receipt:
    """A body's confirmation that it read a document; each body gives one."""

    id: str
    guidance_id: str
    body: str
    read_on: date
    recorded_at: datetime
