"""Guiding documents that the Front can supervise by reading them (form 1 of Law Art. 27)."""

from dataclasses import dataclass
from datetime import date


@dataclass(eq=False)
class SupervisedDocument:
    """A guiding document that was heard of."""

    id: str
    kind: str
    doc_number: str
    title: str
    issuer_org: str
    unit_code: str
    unit_path: str
    effective_on: date
    replaces_id: str | None
