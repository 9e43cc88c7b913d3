"""What the room «pledges» finds among the registrations of households."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import case, func, select

from campaigns.domain.registration import Registration
from campaigns.store import tables as core
from campaigns.store.repository import PageOf, Repository
from contracts.campaigns.pledges import queries


class PledgesStore(Repository):
    """Finds registrations of households by area and year, and counts them."""

    def of_numbers(self, kdc_id: str, year: int, numbers: Sequence[int]) -> dict[int, Registration]:
        """Return the registrations of an area's households for a year, by number in its list."""
        households, table = core.households.c, core.registrations.c
        wanted = (
            select(households.list_number, Registration)
            .join(core.households, households.id == table.household_ref)
            .where(households.kdc_id == kdc_id, households.list_number.in_(numbers), table.year == year)
        )
        return dict(iter(self._session.execute(wanted)))

    def page(self, asked: queries.PledgeList) -> PageOf[Registration]:
        """Return a page of an area's registrations of a year."""
        table = core.registrations
        wanted = select(Registration).where(table.c.kdc_id == asked.kdc_id, table.c.year == asked.year)
        if asked.state:
            wanted = wanted.where(table.c.state == asked.state)
        return self._page(wanted, table, asked)

    def counts(self, year: int, on: date) -> dict[str, dict[str, int]]:
        """Count the registrations of a year by area, and by the step reached on a day."""
        c = core.registrations.c
        reached = case(
            (c.settled_on <= on, c.state), (c.assessed_on <= on, "self_assessed"), else_="registered"
        )
        found = (
            select(c.kdc_id, reached, func.count())
            .where(c.year == year, c.registered_on <= on)
            .group_by(c.kdc_id, reached)
        )
        counted: dict[str, dict[str, int]] = {}
        for kdc_id, step, households in self._session.execute(found):
            counted.setdefault(kdc_id, {})[step] = households
        return counted
