"""The register of documents."""

from sqlalchemy import Column, Date, Table, Text

from shared.store import key, map_all, path, short_text
from supervision.common.tables import metadata
from supervision.documents.domain.document import Document

documents = Table(
    "supervised_documents",
    metadata,
    key(),
    short_text("kind", 32),
    short_text("doc_number"),
    short_text("title", 300),
    short_text("issuing_body", index=True),
    short_text("unit_code", 16),
    path(),
    Column("effective_on", Date, nullable=False, index=True),
    short_text("replaces_id", 64, nullable=True),
    Column("search", Text, nullable=False),
)
map_all(metadata, {Document: documents})
