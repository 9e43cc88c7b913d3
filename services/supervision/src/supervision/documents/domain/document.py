"""Guiding documents that the Front can supervise by reading them (form 1 of Law Art. 27)."""

from dataclasses import dataclass
from datetime import date

from contracts.values import GuidanceKind


@dataclass(eq=False)
class Document:
    """A guiding document that was heard of; `search` holds its number and title, folded."""

    id: str
    kind: GuidanceKind
    doc_number: str
    title: str
    issuing_body: str
    unit_code: str
    path: str
    effective_on: date
    replaces_id: str | None
    search: str
