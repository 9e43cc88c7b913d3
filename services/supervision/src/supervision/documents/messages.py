"""What may be asked about documents, and how it is answered."""

from contracts.messages import Answer, Page, TextListQuery
from contracts.values import (
    DocNumber,
    DocTitle,
    EffectiveDay,
    GuidanceId,
    GuidanceKind,
    IssuingBody,
    ReplacesId,
    UnitCode,
)


class DocumentList(TextListQuery):
    """Guiding documents that can be supervised by reading them, by the day of their effect."""

    issuing_body: IssuingBody | None = None


class SupervisedDocument(Answer, vi="Văn bản thuộc diện giám sát"):
    """A guiding document that was issued in the programme."""

    guidance_id: GuidanceId
    kind: GuidanceKind
    doc_number: DocNumber
    title: DocTitle
    issuing_body: IssuingBody
    unit_code: UnitCode
    effective_on: EffectiveDay
    replaces_id: ReplacesId | None


class DocumentPage(Page[SupervisedDocument], vi="Danh sách văn bản thuộc diện giám sát"):
    """One page of documents."""
