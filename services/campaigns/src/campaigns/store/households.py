"""The repository of households and their registrations."""

from collections.abc import Sequence

from sqlalchemy import select

from campaigns.domain.registration import Household, Registration
from campaigns.store import tables
from campaigns.store.places import placed
from campaigns.store.repository import PageOf, Repository
from contracts.campaigns import queries


class HouseholdsStore(Repository):
    """Keeps and finds households, and what they registered."""

    def known(self, kdc_id: str, numbers: Sequence[int]) -> dict[int, Household]:
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
