"""The evidence of duties, and where bodies stand with them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, bindparam, func, insert, select

from contracts.messages import ListQuery
from contracts.reporting.duty_board import DutyStatus
from reporting.duty_board import tables
from reporting.duty_board.domain.duty_standing import Standing, no_evidence, standing_id
from reporting.duty_board.domain.evidence import Evidence
from reporting.duty_board.messages import DutyBoard, DutyOnBoard, DutyStandings
from shared.store import Listed, PageOf, Repository, narrowed

# Built once: building a statement costs a reaction more than running it.
KEEP = insert(tables.evidence)
KNOWN = select(tables.evidence.c.id).where(tables.evidence.c.id.in_(bindparam("ids", expanding=True)))


@dataclass(frozen=True)
class Tally:
    """How many bodies stand so with a duty in a year, on how many events; `answers` as in Standing."""

    duty_id: str
    year: int
    status: DutyStatus
    answers: bool
    bodies: int
    evidence: int


class Board(Repository):
    """The evidence and the standings of one unit of work."""

    def keep(self, evidence: Sequence[Evidence]) -> list[Evidence]:
        """Keep evidence, and return what was not known before."""
        with self._session.no_autoflush:  # a standing is written when its event is done, not here
            known = set(self._session.scalars(KNOWN, {"ids": [each.id for each in evidence]}))
            fresh = [each for each in evidence if each.id not in known]
            if fresh:
                self._session.execute(KEEP, [row_of(each) for each in fresh])
        return fresh

    def standing(self, duty_id: str, body: str, year: int) -> Standing | None:
        """Return a body's standing with a duty in a year; none where it has done nothing yet."""
        found = self._session.get(Standing, standing_id(duty_id, body, year))
        self._remember(found)
        return found

    def begun(self, duty_id: str, year: int) -> Standing:
        """Return the acting body's standing with a duty in a year. Raises NoEvidence where it has none."""
        body = self._work.actor.body
        standing = self.standing(duty_id, body, year)
        if standing is None:
            raise no_evidence(duty_id, body, year, self._work.today)
        return standing

    def begin(self, standing: Standing) -> None:
        """Keep the standing of a body that has begun a duty."""
        self.add(standing)
        self._remember(standing)

    def evidence_for(self, standing: Standing, limit: int) -> list[str]:
        """Return the ids of the events behind a standing, the earliest acts first."""
        columns = tables.evidence.c
        ids = (
            select(columns.event_id)
            .where(columns.duty_id == standing.duty_id)
            .where(columns.year == standing.year, columns.duty_body == standing.duty_body)
            .order_by(columns.occurred_on, columns.id)
        )
        return list(self._session.scalars(ids.limit(limit)))

    def tallies(self, asked: DutyBoard | DutyOnBoard) -> list[Tally]:
        """Count standings and their events by duty, year, status and whether the body answers for it.

        An event counts once for its duty; narrowed to a body, every event in which it had a part does.
        """
        columns, body = tables.standings.c, asked.duty_body
        group = (columns.duty_id, columns.year, columns.state, columns.answers)
        events = columns.evidence if body else columns.acted
        counted = select(*group, func.count(), func.sum(events)).group_by(*group).order_by(columns.year)
        for column, value in ((columns.duty_body, body), (columns.duty_id, asked.duty_id)):
            counted = counted.where(column == value) if value is not None else counted
        rows = self._session.execute(narrowed(_at_work(counted, asked), _by_place(asked), _BODIES))
        return [
            Tally(duty, of, status, answers, bodies, int(total))
            for duty, of, status, answers, bodies, total in rows
        ]

    def evidence(self, asked: DutyOnBoard) -> PageOf[Evidence]:
        """Return a page of the evidence of a duty, one an event, the earliest recorded first."""
        table = tables.evidence
        of_body = table.c.duty_body == asked.duty_body if asked.duty_body else table.c.part == "acted"
        wanted = select(Evidence).where(table.c.duty_id == asked.duty_id, of_body)
        return self._list(Evidence, table, asked, _EVIDENCE, wanted)

    def standings(self, asked: DutyStandings) -> PageOf[Standing]:
        """Return a page of bodies' standings with a duty."""
        table = tables.standings
        wanted = _at_work(select(Standing).where(table.c.duty_id == asked.duty_id), asked)
        if asked.status:
            wanted = wanted.where(table.c.state == asked.status)
        found = narrowed(wanted, asked.model_copy(update={"from_": None, "to": None}), _BODIES)
        return self._page(found, table, asked)

    def _remember(self, standing: Standing | None) -> None:
        """The session forgets what nobody holds; the events of a batch ask for the same few again."""
        if standing is not None:
            self._session.info.setdefault("standings", []).append(standing)


def row_of(evidence: Evidence) -> dict[str, object]:
    """Return the columns of evidence; written past the unit of work, thousands a second."""
    return {column.name: getattr(evidence, column.name) for column in tables.evidence.columns}


def _at_work(wanted: Select[Any], asked: ListQuery) -> Select[Any]:
    """Narrow standings to those of bodies that were at work between two days."""
    c = tables.standings.c
    if asked.from_:
        wanted = wanted.where(c.last_on >= asked.from_)
    return wanted.where(c.first_on <= asked.to) if asked.to else wanted


def _by_place(asked: DutyBoard | DutyOnBoard) -> ListQuery:
    """What is asked of the bodies: their days are looked at elsewhere, and the words are those of items."""
    return ListQuery(unit=asked.unit, year=asked.year)


_BODIES = Listed(path=tables.standings.c.path, year=tables.standings.c.year, text=tables.standings.c.search)
_EVIDENCE = Listed(
    path=tables.evidence.c.path, day=tables.evidence.c.occurred_on, year=tables.evidence.c.year
)
