"""The repositories of one unit of work."""

from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from sqlalchemy import Select, Table, extract, func, select
from sqlalchemy.orm import Session

from campaigns.domain.campaign import Campaign, Drive
from campaigns.domain.consultation import Consultation
from campaigns.domain.guidance import Guidance, Receipt
from campaigns.domain.registration import Household, Registration
from campaigns.domain.responsibility import Assignment
from campaigns.store import tables
from campaigns.store.places import placed
from contracts.campaigns import queries
from contracts.errors import NotFound
from contracts.messages import ListQuery
from shared.paging import page_of

T = TypeVar("T")
PageOf = tuple[list[T], str | None]


class CampaignStore:
    """Everything that the campaigns service keeps."""

    def __init__(self, session: Session) -> None:
        """Take the session of one unit of work."""
        self._session = session

    def add(self, *things: object) -> None:
        """Keep new objects, before others that refer to them."""
        self._session.add_all(things)
        self._session.flush()

    def campaign(self, campaign_id: str) -> Campaign:
        """Return a campaign. Raises NotFound."""
        return self._get(Campaign, campaign_id, "campaign")

    def consultation(self, consultation_id: str) -> Consultation:
        """Return a consultation. Raises NotFound."""
        return self._get(Consultation, consultation_id, "consultation")

    def assignment(self, assignment_id: str) -> Assignment:
        """Return an assignment. Raises NotFound."""
        return self._get(Assignment, assignment_id, "assignment")

    def guidance(self, guidance_id: str) -> Guidance:
        """Return a guidance. Raises NotFound."""
        return self._get(Guidance, guidance_id, "guidance")

    def has_code(self, unit_code: str, code: str) -> bool:
        """Say whether the unit already has a campaign with this code."""
        table = tables.campaigns
        found = select(table.c.id).where(table.c.unit_code == unit_code, table.c.code == code)
        return self._session.scalar(found) is not None

    def has_number(self, issuer_org: str, doc_number: str) -> bool:
        """Say whether the issuer already has a document with this number."""
        table = tables.guidance
        found = select(table.c.id).where(table.c.issuer_org == issuer_org, table.c.doc_number == doc_number)
        return self._session.scalar(found) is not None

    def has_receipt(self, guidance_id: str, body: str) -> bool:
        """Say whether the body has confirmed that it read the guidance."""
        table = tables.receipts
        found = select(table.c.id).where(table.c.guidance_id == guidance_id, table.c.body == body)
        return self._session.scalar(found) is not None

    def households(self, kdc_id: str, numbers: Sequence[int]) -> dict[int, Household]:
        """Return the known households of an area by their number in its list."""
        table = tables.households
        wanted = select(Household).where(table.c.kdc_id == kdc_id, table.c.list_number.in_(numbers))
        return {each.list_number: each for each in self._session.scalars(wanted)}

    def registered(self, household_refs: Sequence[str], year: int) -> set[str]:
        """Return those of the households that are registered for the year."""
        table = tables.registrations
        found = select(table.c.household_ref).where(
            table.c.household_ref.in_(household_refs), table.c.year == year
        )
        return set(self._session.scalars(found))

    def link(self, drive: Drive) -> None:
        """Keep a drive; told again, it replaces what was told before."""
        self._session.merge(drive)

    def drives(self, campaign_id: str) -> list[Drive]:
        """Return the drives that support a campaign, in the order of their ids."""
        table = tables.drives
        found = select(Drive).where(table.c.campaign_id == campaign_id).order_by(table.c.id)
        return list(self._session.scalars(found))

    def receipts_of(self, guidance_ids: Sequence[str]) -> dict[str, int]:
        """Count the receipts of each guidance."""
        table = tables.receipts
        counted = select(table.c.guidance_id, func.count()).where(table.c.guidance_id.in_(guidance_ids))
        return dict(self._session.execute(counted.group_by(table.c.guidance_id)).all())

    def campaigns(self, asked: queries.CampaignList) -> PageOf[Campaign]:
        """Return a page of campaigns that run in a year."""
        table, wanted = tables.campaigns, select(Campaign)
        if asked.year:
            wanted = wanted.where(
                table.c.start_on <= date(asked.year, 12, 31), table.c.end_on >= date(asked.year, 1, 1)
            )
        wanted = placed(self._session, wanted, table.c.unit_code, table.c.launched_on, asked.unit_code)
        return self._page(wanted, table, asked)

    def consultations(self, asked: queries.ConsultationList) -> PageOf[Consultation]:
        """Return a page of consultations held in a year."""
        table = tables.consultations
        return self._page(
            self._of_year_and_unit(select(Consultation), table, "held_on", asked.year, asked.unit_code),
            table,
            asked,
        )

    def assignments(self, asked: queries.AssignmentList) -> PageOf[Assignment]:
        """Return a page of assignments proposed in a year, of an assignee, in a state."""
        table = tables.assignments
        wanted = self._of_year_and_unit(select(Assignment), table, "proposed_on", asked.year, asked.unit_code)
        if asked.assignee:
            wanted = wanted.where(table.c.assignee == asked.assignee)
        if asked.state:
            wanted = wanted.where(table.c.state == asked.state)
        return self._page(wanted, table, asked)

    def guidance_list(self, asked: queries.GuidanceList) -> PageOf[Guidance]:
        """Return a page of guidance issued in a year, of a kind, by an issuer."""
        table = tables.guidance
        wanted = self._of_year_and_unit(select(Guidance), table, "issued_on", asked.year, asked.unit_code)
        if asked.kind:
            wanted = wanted.where(table.c.kind == asked.kind)
        if asked.issuer:
            wanted = wanted.where(table.c.issuer_org == asked.issuer)
        return self._page(wanted, table, asked)

    def receipts(self, asked: queries.GuidanceReceipts) -> PageOf[Receipt]:
        """Return a page of the receipts of a guidance."""
        table = tables.receipts
        return self._page(select(Receipt).where(table.c.guidance_id == asked.guidance_id), table, asked)

    def areas(self, asked: queries.RegistrationCounts) -> PageOf[str]:
        """Return a page of the residential areas that have registrations."""
        table = tables.registrations
        wanted = select(table.c.kdc_id).distinct()
        if asked.year:
            wanted = wanted.where(table.c.year == asked.year)
        if asked.cursor:
            wanted = wanted.where(table.c.kdc_id > asked.cursor)
        wanted = placed(self._session, wanted, table.c.kdc_id, table.c.registered_on, asked.unit_code)
        found = list(self._session.scalars(wanted.order_by(table.c.kdc_id).limit(asked.limit + 1)))
        page = found[: asked.limit]
        return page, page[-1] if len(found) > asked.limit else None

    def registrations(self, kdc_ids: Sequence[str], year: int | None) -> list[Registration]:
        """Return the registrations of areas, by area and year."""
        table = tables.registrations
        wanted = select(Registration).where(table.c.kdc_id.in_(kdc_ids))
        if year:
            wanted = wanted.where(table.c.year == year)
        return list(self._session.scalars(wanted.order_by(table.c.kdc_id, table.c.year)))

    def _get(self, model: type[T], key: str, what: str) -> T:
        found = self._session.get(model, key)
        if found is None:
            raise NotFound(what=what, id=key)
        return found

    def _of_year_and_unit(
        self, wanted: Select[T], table: Table, day: str, year: int | None, unit_code: str | None
    ) -> Select[T]:
        if year:
            wanted = wanted.where(extract("year", table.c[day]) == year)
        return placed(self._session, wanted, table.c.unit_code, table.c[day], unit_code)

    def _page(self, wanted: Select[T], table: Table, asked: ListQuery) -> PageOf[T]:
        return page_of(self._session, wanted, table.c.id, asked)
