"""A guiding document, and the receipts of those who read it."""

from dataclasses import dataclass
from datetime import date, datetime

from campaigns.domain.places import inside
from contracts.errors import Kind, NotAllowed, Refusal, WrongStep


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


@dataclass
class Guidance:
    """A document in force until its issuer replaces it."""

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

    def replace(self, by: str) -> None:
        """Its issuer puts another document in its place. Raises NotAllowed, WrongStep."""
        if by != self.issuer_org:
            raise NotAllowed(
                "issuer-only",
                "Chỉ cơ quan ban hành được thay thế văn bản của mình",
                "Only its issuer replaces a document",
            )
        if self.state != "issued":
            raise WrongStep(subject=self.id, state=self.state, step="replace")
        self.state = "replaced"

    def receipt(self, receipt_id: str, reader: "Reader", on: date, recorded_at: datetime) -> "Receipt":
        """Make the receipt of a body to which it is addressed. Raises NotAllowed, WrongStep."""
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
        if self.state != "issued":
            raise WrongStep(subject=self.id, state=self.state, step="acknowledge")
        return Receipt(receipt_id, self.id, reader.body, on, recorded_at)


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
