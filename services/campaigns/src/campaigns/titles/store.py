"""What the room «titles» keeps."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, case, func, or_, select

from campaigns.store import tables as core
from campaigns.store.repository import PageOf, Repository
from campaigns.titles import tables
from campaigns.titles.domain.meeting import Meeting
from campaigns.titles.domain.title import Held, Title
from contracts.campaigns.titles import queries


class Counted(NamedTuple):
    """How many titles of one kind stood where, on a day."""

    title: str
    registered: int
    recognised: int
    rejected: int
    revoked: int


class TitlesStore(Repository):
    """Keeps and finds cultural titles of households and residential areas."""

    def title(self, registration_id: str) -> Title:
        """Return a title. Raises NotFound."""
        return self._get(Title, registration_id, "title")

    def meeting(self, meeting_id: str) -> Meeting:
        """Return a residents' meeting. Raises NotFound."""
        return self._get(Meeting, meeting_id, "title meeting")

    def households_of(self, kdc_id: str, refs: Sequence[str]) -> set[str]:
        """Return those of the references that are households of the area."""
        table = core.households
        found = select(table.c.id).where(table.c.kdc_id == kdc_id, table.c.id.in_(refs))
        return set(self._session.scalars(found))

    def contents_of(self, household_ref: str, year: int) -> list[str]:
        """Return the contents of the campaign that a household registered for a year, in order."""
        table = core.registrations
        found = select(table.c.content_codes).where(
            table.c.household_ref == household_ref, table.c.year == year
        )
        return sorted({code for codes in self._session.scalars(found) for code in codes})

    def covered(self, title: str, subject_refs: Sequence[str], year: int) -> set[str]:
        """Return the subjects that registered for the year or hold a title that covers it."""
        table = tables.titles
        holds = and_(table.c.state == "recognised", table.c.year <= year, table.c.last_year >= year)
        found = select(table.c.subject_ref).where(
            table.c.title == title, table.c.subject_ref.in_(subject_refs), or_(table.c.year == year, holds)
        )
        return set(self._session.scalars(found))

    def held(self, title: str, subject_ref: str) -> list[Held]:
        """Return the years that a subject's titles cover which are recognised and not revoked."""
        table = tables.titles
        found = select(table.c.year, table.c.last_year).where(
            table.c.title == title, table.c.subject_ref == subject_ref, table.c.state == "recognised"
        )
        return [Held(*row) for row in self._session.execute(found)]

    def passed_at(self, meeting_id: str) -> list[Title]:
        """Return the titles that a meeting passed and that were not sent on yet."""
        table = tables.titles
        found = select(Title).where(table.c.meeting_id == meeting_id, table.c.state == "area_reviewed")
        return list(self._session.scalars(found.order_by(table.c.id)))

    def titles(self, asked: queries.TitleList) -> PageOf[Title]:
        """Return a page of titles by place, year, kind, state and subject."""
        table = tables.titles
        given = asked.model_dump(include={"year", "title", "state", "subject_ref"})
        wanted = select(Title).where(*[table.c[name] == value for name, value in given.items() if value])
        if asked.unit_code:
            wanted = wanted.where(_within(asked.unit_code))
        if asked.overdue_as_of:
            late = table.c.decision_due_on < asked.overdue_as_of
            wanted = wanted.where(table.c.state == "submitted", late)
        return self._page(wanted, table, asked)

    def counts(self, unit_code: str, year: int, on: date) -> list[Counted]:
        """Count the titles of a unit and year by kind, as they stood on a day."""
        table = tables.titles
        decided = table.c.decided_on <= on
        revoked = table.c.revoked_on <= on
        stood = decided & table.c.decision_no.is_not(None)
        found = (
            select(
                table.c.title,
                func.count(),
                _sum(stood & or_(table.c.revoked_on.is_(None), table.c.revoked_on > on)),
                _sum(decided & (table.c.state == "rejected")),
                _sum(revoked),
            )
            .where(_within(unit_code), table.c.year == year, table.c.registered_on <= on)
            .group_by(table.c.title)
            .order_by(table.c.title)
        )
        return [Counted(*row) for row in self._session.execute(found)]


def _within(unit_code: str) -> ColumnElement[bool]:
    return tables.titles.c.path.contains(f"/{unit_code}/", autoescape=True)


def _sum(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((condition, 1), else_=0))
