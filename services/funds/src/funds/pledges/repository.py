"""Pledges and the donors who made them."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from contracts.names import Name
from funds.drives.tables import drives
from funds.pledges import messages
from funds.pledges.domain.donor import Donor
from funds.pledges.domain.pledge import Pledge
from funds.pledges.tables import OWED, donors, pledges
from shared.store import Listed, PageOf, Repository

DONOR = Name("người ủng hộ", "donor")


@dataclass(frozen=True)
class Pledged:
    """What was promised and what came of it, in VND."""

    pledged_vnd: int
    received_vnd: int
    pledges: int


class Donors(Repository):
    """The donors of one unit of work."""

    def get(self, donor_id: str) -> Donor:
        """Return a donor. Raises NotFound."""
        return self._get(Donor, donor_id, DONOR)

    def named(self, donor_id: str | None) -> Donor | None:
        """Return the donor of a donation or pledge; none where the donor is anonymous."""
        return None if donor_id is None else self.get(donor_id)

    def keep(self, donor: Donor | None) -> None:
        """Keep a donor who may be new to the fund; nobody where the donor is anonymous."""
        if donor is not None:
            self.add(donor)


class Pledges(Repository):
    """The pledges of one unit of work."""

    def get(self, pledge_id: str) -> Pledge:
        """Return a pledge. Raises NotFound."""
        return self._get(Pledge, pledge_id, Name("cam kết ủng hộ", "pledge"))

    def page(self, asked: messages.Pledges) -> PageOf[Pledge]:
        """Return a page of the pledges of one drive; `text` is searched in the donors' names."""
        wanted = (
            select(Pledge)
            .join(drives, drives.c.id == pledges.c.drive_id)
            .outerjoin(donors, donors.c.id == pledges.c.donor_id)
            .where(pledges.c.drive_id == asked.drive_id)
        )
        by = Listed(
            path=drives.c.path, day=pledges.c.registered_on, state=pledges.c.state, text=donors.c.search
        )
        return self._list(Pledge, pledges, asked, by, wanted)

    def owed_past(self, on: date) -> list[Pledge]:
        """Return those whose day passed before a day, that are owed in part or whole and not found yet.

        One that took a later step is left alone: the clock was set back.
        """
        late = select(Pledge).where(OWED, pledges.c.due_on < on, pledges.c.stands_since <= on)
        return list(self._session.scalars(late.order_by(pledges.c.due_on, pledges.c.id)))

    def made_to(self, drive_id: str) -> Pledged:
        """Return what was promised to a drive."""
        statement = select(
            func.coalesce(func.sum(pledges.c.amount_vnd), 0),
            func.coalesce(func.sum(pledges.c.received_vnd), 0),
            func.count(),
        ).where(pledges.c.drive_id == drive_id)
        pledged, received, count = self._session.execute(statement).one()
        return Pledged(int(pledged), int(received), count)
