"""The repository of cultural titles and of the meetings that voted on them."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, case, func, or_, select

from campaigns.titles import tables
from campaigns.titles.domain.meeting import Meeting
from campaigns.titles.domain.title import Held, Title, VotedTitle
from campaigns.titles.messages.queries import TitleList
from contracts.names import Name
from contracts.values import TitleCode
from shared.store import Listed, PageOf, Repository, within


class Counted(NamedTuple):
    """How many titles of one kind stood where, on a day."""

    title: VotedTitle
    registered: int
    recognised: int
    rejected: int
    revoked: int


class Titles(Repository):
    """Keeps and finds cultural titles of households and residential areas."""

    def get(self, registration_id: str) -> Title:
        """Return a title. Raises NotFound."""
        return self._get(Title, registration_id, Name("danh hiệu", "title"))

    def meeting(self, meeting_id: str) -> Meeting:
        """Return a residents' meeting. Raises NotFound."""
        return self._get(Meeting, meeting_id, Name("cuộc họp bình xét", "title meeting"))

    def covered(self, title: TitleCode, subject_refs: Sequence[str], year: int) -> set[str]:
        """Return the subjects that registered for the year or hold a title that covers it."""
        c = tables.titles.c
        holds = and_(c.state == "recognised", c.year <= year, c.last_year >= year)
        found = select(c.subject_ref).where(
            c.title == title, c.subject_ref.in_(subject_refs), or_(c.year == year, holds)
        )
        return set(self._session.scalars(found))

    def held(self, title: TitleCode, subject_ref: str) -> list[Held]:
        """Return the years that a subject's titles cover which are recognised and not revoked."""
        c = tables.titles.c
        found = select(c.year, c.last_year).where(
            c.title == title, c.subject_ref == subject_ref, c.state == "recognised"
        )
        return [Held(*row) for row in self._session.execute(found)]

    def passed_at(self, meeting_id: str) -> list[Title]:
        """Return the titles that a meeting passed and that were not sent on yet."""
        c = tables.titles.c
        found = select(Title).where(c.meeting_id == meeting_id, c.state == "area_reviewed")
        return list(self._session.scalars(found.order_by(c.id)))

    def listed(self, asked: TitleList) -> PageOf[Title]:
        """Return a page of titles in the actor's place, by place, year, kind, state and subject."""
        c = tables.titles.c
        wanted = select(Title).where(within(c.path, self._work.actor.unit))
        if asked.title:
            wanted = wanted.where(c.title == asked.title)
        if asked.subject_ref:
            wanted = wanted.where(c.subject_ref == asked.subject_ref)
        if asked.overdue_as_of:
            wanted = wanted.where(c.state == "submitted", c.decision_due_on < asked.overdue_as_of)
        return self._list(Title, tables.titles, asked, _LISTED, wanted)

    def counts(self, unit_code: str, year: int, on: date) -> list[Counted]:
        """Count the titles of a unit and year by kind, as they stood on a day."""
        c = tables.titles.c
        decided, revoked = c.decided_on <= on, c.revoked_on <= on
        stood = decided & c.decision_no.is_not(None) & or_(c.revoked_on.is_(None), c.revoked_on > on)
        rejected = decided & (c.state == "rejected")
        found = (
            select(c.title, func.count(), _sum(stood), _sum(rejected), _sum(revoked))
            .where(within(c.path, unit_code), c.year == year, c.registered_on <= on)
            .group_by(c.title)
            .order_by(c.title)
        )
        return [Counted(*row) for row in self._session.execute(found)]


_LISTED = Listed(
    path=tables.titles.c.path,
    day=tables.titles.c.registered_on,
    year=tables.titles.c.year,
    state=tables.titles.c.state,
)


def _sum(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((condition, 1), else_=0))
