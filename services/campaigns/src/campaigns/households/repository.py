"""The repository of households and their registrations."""

import json
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import Text, case, cast, func, select

from campaigns.households import tables
from campaigns.households.domain.registration import Household, Registration
from campaigns.households.messages import PledgeList, RegistrationCounts
from contracts.values import ContentCode
from shared.store import Listed, PageOf, Repository, narrowed, rows_page


class Contents(NamedTuple):
    """How many households of an area chose the same contents for a year."""

    area_code: str
    year: int
    codes: list[ContentCode]
    households: int


class Households(Repository):
    """Keeps and finds households, and what they registered."""

    def known(self, area_code: str, numbers: Sequence[int]) -> dict[int, Household]:
        """Return the known households of an area by their number in its list."""
        table = tables.households
        wanted = select(Household).where(table.c.area_code == area_code, table.c.list_number.in_(numbers))
        return {each.list_number: each for each in self._session.scalars(wanted)}

    def of_area(self, area_code: str, refs: Sequence[str]) -> set[str]:
        """Return those of the references that are households of the area."""
        table = tables.households
        found = select(table.c.id).where(table.c.area_code == area_code, table.c.id.in_(refs))
        return set(self._session.scalars(found))

    def areas(self) -> list[str]:
        """Return the residential areas whose households are known."""
        return list(self._session.scalars(select(tables.households.c.area_code).distinct()))

    def registered(self, household_refs: Sequence[str], year: int) -> set[str]:
        """Return those of the households that are registered for the year."""
        table = tables.registrations
        found = select(table.c.household_ref).where(
            table.c.household_ref.in_(household_refs), table.c.year == year
        )
        return set(self._session.scalars(found))

    def registrations(self, area_code: str, year: int, numbers: Sequence[int]) -> dict[int, Registration]:
        """Return the registrations of an area's households for a year, by number in its list."""
        households, table = tables.households.c, tables.registrations.c
        wanted = (
            select(households.list_number, Registration)
            .join(tables.households, households.id == table.household_ref)
            .where(households.area_code == area_code, households.list_number.in_(numbers), table.year == year)
        )
        return dict(iter(self._session.execute(wanted)))

    def contents_of(self, household_ref: str, year: int) -> list[ContentCode]:
        """Return the contents of the campaign that a household registered for a year, in order."""
        table = tables.registrations
        found = select(table.c.content_codes).where(
            table.c.household_ref == household_ref, table.c.year == year
        )
        return sorted({code for codes in self._session.scalars(found) for code in codes})

    def pledges(self, asked: PledgeList) -> PageOf[Registration]:
        """Return a page of an area's registrations of a year."""
        table = tables.registrations
        wanted = select(Registration).where(table.c.area_code == asked.area_code)
        return self._list(Registration, table, asked, _LISTED, wanted)

    def areas_registered(self, asked: RegistrationCounts) -> PageOf[str]:
        """Return a page of the residential areas that have registrations; an area is its own cursor."""
        area = tables.registrations.c.area_code
        wanted = narrowed(select(area).distinct(), asked, _LISTED)
        rows, after = rows_page(self._session, wanted, area, asked)
        return [row["area_code"] for row in rows], after

    def contents(self, areas: Sequence[str], asked: RegistrationCounts) -> list[Contents]:
        """Count the registrations of areas by year and contents chosen, in the order of area and year."""
        c = tables.registrations.c
        codes = cast(c.content_codes, Text)  # PostgreSQL compares texts, but no JSON
        wanted = narrowed(select(c.area_code, c.year, codes, func.count()), asked, _LISTED)
        found = wanted.where(c.area_code.in_(areas)).group_by(c.area_code, c.year, codes)
        return [
            Contents(area_code, of_year, json.loads(chosen), households)
            for area_code, of_year, chosen, households in self._session.execute(
                found.order_by(c.area_code, c.year)
            )
        ]

    def counts(self, year: int, on: date) -> dict[str, dict[str, int]]:
        """Count the registrations of a year by area, and by the step reached on a day."""
        c = tables.registrations.c
        reached = case(
            (c.settled_on <= on, c.state), (c.assessed_on <= on, "self_assessed"), else_="registered"
        )
        found = (
            select(c.area_code, reached, func.count())
            .where(c.year == year, c.registered_on <= on)
            .group_by(c.area_code, reached)
        )
        counted: dict[str, dict[str, int]] = {}
        for area_code, step, households in self._session.execute(found):
            counted.setdefault(area_code, {})[step] = households
        return counted


_LISTED = Listed(
    path=tables.registrations.c.path,
    day=tables.registrations.c.registered_on,
    year=tables.registrations.c.year,
    state=tables.registrations.c.state,
)
