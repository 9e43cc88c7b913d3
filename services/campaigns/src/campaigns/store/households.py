"""The repository of households and their registrations."""

import json
from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Text, cast, func, select

from campaigns.domain.registration import Household
from campaigns.store import tables
from campaigns.store.places import placed
from campaigns.store.repository import PageOf, Repository
from contracts.campaigns import queries


class Contents(NamedTuple):
    """How many households of an area chose the same contents for a year."""

    kdc_id: str
    year: int
    codes: list[str]
    households: int


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

    def contents(self, kdc_ids: Sequence[str], year: int | None) -> list[Contents]:
        """Count the registrations of areas by year and contents chosen, in the order of area and year."""
        c = tables.registrations.c
        codes = cast(c.content_codes, Text)  # PostgreSQL compares texts, but no JSON
        wanted = select(c.kdc_id, c.year, codes, func.count()).where(c.kdc_id.in_(kdc_ids))
        if year:
            wanted = wanted.where(c.year == year)
        found = wanted.group_by(c.kdc_id, c.year, codes).order_by(c.kdc_id, c.year)
        return [
            Contents(kdc_id, of_year, json.loads(chosen), households)
            for kdc_id, of_year, chosen, households in self._session.execute(found)
        ]
