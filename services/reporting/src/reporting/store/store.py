"""The repositories of one unit of work."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import extract, func, insert, select
from sqlalchemy.orm import Session

from contracts.errors import NotFound
from contracts.reporting import queries
from contracts.reporting.values import DutyStatus
from reporting.domain.board import Evidence, Standing, standing_id
from reporting.domain.programme import Programme
from reporting.store import tables
from shared.paging import page_of


@dataclass(frozen=True)
class Tally:
    """How many bodies stand so with a duty in a year, on how many events; `answers` as in Standing."""

    duty_id: str
    year: int
    status: DutyStatus
    answers: bool
    bodies: int
    evidence: int


class ReportingStore:
    """Everything that the reporting service keeps."""

    def __init__(self, session: Session) -> None:
        """Take the session of one unit of work."""
        self._session = session

    def add(self, *things: object) -> None:
        """Keep new objects."""
        self._session.add_all(things)
        self._session.flush()

    def programme(self, programme_id: str) -> Programme:
        """Return a programme. Raises NotFound."""
        found = self._session.get(Programme, programme_id)
        if found is None:
            raise NotFound(what="programme", id=programme_id)
        return found

    def has_number(self, number: str) -> bool:
        """Say whether a programme of this number is proposed or in force."""
        table = tables.programmes
        found = select(table.c.id).where(table.c.number == number, table.c.state != "refused")
        return self._session.scalar(found) is not None

    def programmes(self, asked: queries.ProgrammeList) -> tuple[list[Programme], str | None]:
        """Return a page of programmes."""
        table, wanted = tables.programmes, select(Programme)
        if asked.state:
            wanted = wanted.where(table.c.state == asked.state)
        if asked.year:
            wanted = wanted.where(extract("year", table.c.proposed_on) == asked.year)
        return page_of(self._session, wanted, table.c.id, asked)

    def keep(self, evidence: Sequence[Evidence]) -> list[Evidence]:
        """Keep evidence, and return what was not known before."""
        table = tables.evidence
        found = select(table.c.id).where(table.c.id.in_([each.id for each in evidence]))
        with self._session.no_autoflush:  # standings are written once a batch, not once an event
            known = set(self._session.scalars(found))
            fresh = [each for each in evidence if each.id not in known]
            if fresh:
                self._session.execute(insert(table), [row_of(each) for each in fresh])
        return fresh

    def standing(self, duty_id: str, body: str, year: int) -> Standing:
        """Return a body's standing with a duty in a year; a new one where it has done nothing yet."""
        found = self._session.get(Standing, standing_id(duty_id, body, year))
        if found is None:
            found = Standing.new(duty_id, body, year)
            self.add(found)
        # The session forgets what nobody holds; the events of a batch ask for the same few again.
        self._session.info.setdefault("standings", []).append(found)
        return found

    def evidence_for(self, standing: Standing, limit: int) -> list[str]:
        """Return the ids of the events behind a standing, the earliest acts first."""
        columns = tables.evidence.c
        ids = (
            select(columns.event_id)
            .where(columns.duty_id == standing.duty_id)
            .where(columns.year == standing.year, columns.body == standing.body)
            .order_by(columns.occurred_on, columns.id)
        )
        return list(self._session.scalars(ids.limit(limit)))

    def tallies(self, year: int | None, body: str | None, duty_id: str | None) -> list[Tally]:
        """Count standings and their events by duty, year, status and whether the body answers for it.

        An event counts once for its duty; narrowed to a body, every event in which it had a part does.
        """
        columns = tables.standings.c
        group = (columns.duty_id, columns.year, columns.status, columns.answers)
        events = columns.evidence if body else columns.acted
        counted = select(*group, func.count(), func.sum(events)).group_by(*group).order_by(columns.year)
        for column, value in ((columns.year, year), (columns.body, body), (columns.duty_id, duty_id)):
            counted = counted.where(column == value) if value is not None else counted
        rows = self._session.execute(counted)
        return [
            Tally(duty, of, status, answers, bodies, int(total))
            for duty, of, status, answers, bodies, total in rows
        ]

    def evidence(self, asked: queries.DutyOnBoard) -> tuple[list[Evidence], str | None]:
        """Return a page of the evidence of a duty, one an event, the earliest recorded first."""
        table = tables.evidence
        wanted = select(Evidence).where(table.c.duty_id == asked.duty_id)
        if asked.year:
            wanted = wanted.where(table.c.year == asked.year)
        wanted = wanted.where(table.c.body == asked.body if asked.body else table.c.part == "acted")
        return page_of(self._session, wanted, table.c.id, asked)

    def standings(self, asked: queries.DutyStandings) -> tuple[Sequence[Standing], str | None]:
        """Return a page of bodies' standings with a duty."""
        table = tables.standings
        wanted = select(Standing).where(table.c.duty_id == asked.duty_id)
        if asked.year:
            wanted = wanted.where(table.c.year == asked.year)
        if asked.status:
            wanted = wanted.where(table.c.status == asked.status)
        return page_of(self._session, wanted, table.c.id, asked)


def row_of(evidence: Evidence) -> dict[str, object]:
    """Return the columns of evidence; written past the unit of work, thousands a second."""
    return {column.name: getattr(evidence, column.name) for column in tables.evidence.columns}
