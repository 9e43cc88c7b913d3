"""What the room «documents» keeps and finds."""

from datetime import date

from sqlalchemy import extract, select

from campaigns.documents import tables
from campaigns.documents.domain.convention import VillageConvention
from campaigns.documents.domain.media import MediaProgramme, programme_of
from campaigns.domain.guidance import Guidance
from campaigns.store import tables as core
from campaigns.store.repository import PageOf, Repository
from contracts.campaigns.documents.queries import ConventionList
from contracts.campaigns.documents.values import MediaProgrammeContent
from contracts.campaigns.queries import GuidanceList
from contracts.errors import NotFound

EXACT = ("kind", "content_kind", "state", "movement_code")


class DocumentsStore(Repository):
    """Keeps and finds guiding documents by what they hold, and their readers."""

    def page(self, asked: GuidanceList) -> PageOf[Guidance]:
        """Return a page of documents issued in a year, by kind, content, state, movement and issuer."""
        table = core.guidance
        wanted = self._of_year_and_unit(select(Guidance), table, "issued_on", asked.year, asked.unit_code)
        given = asked.model_dump(include=set(EXACT), exclude_none=True)
        wanted = wanted.where(*[table.c[name] == value for name, value in given.items()])
        if asked.issuer:
            wanted = wanted.where(table.c.issuer_org == asked.issuer)
        return self._page(wanted, table, asked)

    def read_days(self, guidance_id: str, by: date) -> dict[str, date]:
        """Return the bodies that have read a document by a day, and when."""
        table = core.receipts
        found = select(table.c.body, table.c.read_on).where(
            table.c.guidance_id == guidance_id, table.c.read_on <= by
        )
        return {row.body: row.read_on for row in self._session.execute(found)}

    def areas(self) -> list[str]:
        """Return the residential areas whose households are known."""
        return list(self._session.scalars(select(core.households.c.kdc_id).distinct()))

    def media_programme(self, guidance_id: str) -> MediaProgramme:
        """Return the themes and quotas of a communication programme. Raises NotFound.

        NotFound also means a document of another kind, or one that told no quotas.
        """
        guidance = self._get(Guidance, guidance_id, "guidance")
        if guidance.content_kind != "media_programme":
            raise NotFound(what="media programme", id=guidance_id)
        content = MediaProgrammeContent.model_validate(guidance.content)
        return programme_of(guidance.id, guidance.state, content)

    def conventions(self, asked: ConventionList) -> PageOf[VillageConvention]:
        """Return a page of the village conventions told by documents that are in force."""
        table = tables.conventions
        in_force = select(core.guidance.c.id).where(core.guidance.c.state == "issued")
        wanted = select(VillageConvention).where(table.c.guidance_id.in_(in_force))
        if asked.unit_code:
            wanted = wanted.where(table.c.path.contains(f"/{asked.unit_code}/", autoescape=True))
        if asked.year:
            wanted = wanted.where(extract("year", table.c.approved_on) == asked.year)
        return self._page(wanted, table, asked)
