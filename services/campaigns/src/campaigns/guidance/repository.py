"""The repository of guiding documents, of their readers, and of what they hold."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import func, select

from campaigns.guidance import tables
from campaigns.guidance.domain.content import MediaProgrammeContent
from campaigns.guidance.domain.convention import VillageConvention
from campaigns.guidance.domain.guidance import Guidance, Receipt
from campaigns.guidance.domain.media_programme import MediaProgramme, programme_of
from campaigns.guidance.messages import ConventionList, GuidanceList, GuidanceReceipts
from contracts.errors import NotFound
from contracts.names import Name
from shared.store import Listed, PageOf, Repository

DOCUMENT = Name("văn bản hướng dẫn", "guidance")
MEDIA_PROGRAMME = Name("chương trình truyền thông", "media programme")
EXACT = frozenset({"kind", "content_kind", "movement_code", "issuing_body"})


class GuidanceDocuments(Repository):
    """Keeps and finds guiding documents, their readers, and the conventions that they tell."""

    def get(self, guidance_id: str) -> Guidance:
        """Return a document. Raises NotFound."""
        return self._get(Guidance, guidance_id, DOCUMENT)

    def has_number(self, issuing_body: str, doc_number: str) -> bool:
        """Say whether the issuer already has a document with this number."""
        c = tables.guidance.c
        found = select(c.id).where(c.issuing_body == issuing_body, c.doc_number == doc_number)
        return self._session.scalar(found) is not None

    def page(self, asked: GuidanceList) -> PageOf[Guidance]:
        """Return a page of documents, also by kind, content, movement and issuer."""
        table = tables.guidance
        given = asked.model_dump(include=set(EXACT), exclude_none=True)
        wanted = select(Guidance).where(*[table.c[name] == value for name, value in given.items()])
        return self._list(Guidance, table, asked, _DOCUMENTS, wanted)

    def has_receipt(self, guidance_id: str, reading_body: str) -> bool:
        """Say whether a body has confirmed that it read a document."""
        c = tables.receipts.c
        found = select(c.id).where(c.guidance_id == guidance_id, c.reading_body == reading_body)
        return self._session.scalar(found) is not None

    def receipts(self, asked: GuidanceReceipts) -> PageOf[Receipt]:
        """Return a page of the receipts of a document."""
        table = tables.receipts
        wanted = select(Receipt).where(table.c.guidance_id == asked.guidance_id)
        return self._list(Receipt, table, asked, _RECEIPTS, wanted)

    def receipts_of(self, guidance_ids: Sequence[str]) -> dict[str, int]:
        """Count the receipts of each document."""
        c = tables.receipts.c
        counted = select(c.guidance_id, func.count()).where(c.guidance_id.in_(guidance_ids))
        return dict(self._session.execute(counted.group_by(c.guidance_id)).all())

    def read_days(self, guidance_id: str, by: date) -> dict[str, date]:
        """Return the bodies that have read a document by a day, and when."""
        c = tables.receipts.c
        found = select(c.reading_body, c.read_on).where(c.guidance_id == guidance_id, c.read_on <= by)
        return {row.reading_body: row.read_on for row in self._session.execute(found)}

    def media_programme(self, guidance_id: str) -> MediaProgramme:
        """Return the themes and quotas of a communication programme. Raises NotFound.

        NotFound also means a document of another kind, or one that told no quotas.
        """
        guidance = self.get(guidance_id)
        if guidance.content_kind != "media_programme":
            raise NotFound(what=MEDIA_PROGRAMME, id=guidance_id)
        content = MediaProgrammeContent.model_validate(guidance.content)
        return programme_of(guidance.id, guidance.state, content)

    def conventions(self, asked: ConventionList) -> PageOf[VillageConvention]:
        """Return a page of the village conventions told by documents that are in force."""
        table, documents = tables.conventions, tables.guidance.c
        in_force = select(documents.id).where(documents.state == "issued")
        wanted = select(VillageConvention).where(table.c.guidance_id.in_(in_force))
        return self._list(VillageConvention, table, asked, _CONVENTIONS, wanted)


_DOCUMENTS = Listed(
    path=tables.guidance.c.path,
    day=tables.guidance.c.issued_on,
    state=tables.guidance.c.state,
    text=tables.guidance.c.search,
)
_RECEIPTS = Listed(path=tables.receipts.c.path, day=tables.receipts.c.read_on, text=tables.receipts.c.search)
_CONVENTIONS = Listed(path=tables.conventions.c.path, day=tables.conventions.c.approved_on)
