"""The duty board, open to everyone: all items, one item with its evidence, and bodies' standings."""

from collections import defaultdict

from contracts.errors import InvalidField
from contracts.reporting.queries import (
    DutyBoard,
    DutyDetail,
    DutyOnBoard,
    DutyPage,
    DutyRow,
    DutyStandings,
    EvidenceRecord,
    StandingPage,
    StandingRecord,
)
from reporting.domain.board import Evidence, Standing
from reporting.domain.items import Item, day_for, item, items
from reporting.queries.rows import duty_row
from reporting.store.store import ReportingStore, Tally
from shared.authority import anyone
from shared.service import query
from shared.work import Work


@query(DutyBoard, get="/duties", may=anyone)
def duty_board(asked: DutyBoard, work: Work[ReportingStore]) -> DutyPage:
    """List the items of the programme in the order of its text, with where each stands.

    `body` narrows it to one body: its duties, its evidence, its standing. Raises InvalidField (cursor).
    """
    tallies: dict[str, list[Tally]] = defaultdict(list)
    for tally in work.store.tallies(asked.year, asked.body, asked.duty):
        tallies[tally.duty_id].append(tally)
    wanted = [each for each in items(day_for(asked.year, work.today)) if _is_asked(each, asked, tallies)]
    rows = [duty_row(each, tallies.get(each.id, [])) for each in wanted]
    return _page([row for row in rows if asked.status in {None, row.status}], asked)


@query(DutyOnBoard, get="/duties/{duty_id}", may=anyone)
def duty_on_board(asked: DutyOnBoard, work: Work[ReportingStore]) -> DutyDetail:
    """Show an item of the programme with a page of its evidence. Raises NotFound."""
    found = item(asked.duty_id, day_for(asked.year, work.today))
    row = duty_row(found, work.store.tallies(asked.year, asked.body, asked.duty_id))
    evidence, cursor = work.store.evidence(asked)
    return DutyDetail(
        **dict(row), evidence_list=[_evidence_record(each) for each in evidence], next_cursor=cursor
    )


@query(DutyStandings, get="/duties/{duty_id}/standings", may=anyone)
def duty_standings(asked: DutyStandings, work: Work[ReportingStore]) -> StandingPage:
    """List where each body that has begun stands with an item. Raises NotFound."""
    item(asked.duty_id, day_for(asked.year, work.today))
    found, cursor = work.store.standings(asked)
    return StandingPage(items=[_standing_record(each) for each in found], next_cursor=cursor)


def _is_asked(found: Item, asked: DutyBoard, tallies: dict[str, list[Tally]]) -> bool:
    agency = asked.body.partition("/")[0] if asked.body else None
    return (
        asked.duty in {None, found.id}
        and (asked.service is None or asked.service in found.services)
        and (agency is None or found.binds(agency) or found.id in tallies)
    )


def _page(rows: list[DutyRow], asked: DutyBoard) -> DutyPage:
    """Cut one page out of the rows; the cursor is the id of the last row of the page before."""
    ids = [row.id for row in rows]
    if asked.cursor and asked.cursor not in ids:
        raise InvalidField(
            "cursor",
            "cursor-of-this-list",
            "Con trỏ không thuộc danh sách này",
            "The cursor is not of this list",
        )
    start = ids.index(asked.cursor) + 1 if asked.cursor else 0
    page = rows[start : start + asked.limit]
    return DutyPage(items=page, next_cursor=page[-1].id if start + asked.limit < len(rows) else None)


def _evidence_record(evidence: Evidence) -> EvidenceRecord:
    return EvidenceRecord(
        evidence_id=evidence.id,
        event_id=evidence.event_id,
        source=evidence.source,
        type=evidence.type,
        body=evidence.body,
        part=evidence.part,
        unit_code=evidence.unit_code,
        year=evidence.year,
        occurred_on=evidence.occurred_on,
        recorded_at=evidence.recorded_at,
    )


def _standing_record(standing: Standing) -> StandingRecord:
    return StandingRecord(
        standing_id=standing.id,
        body=standing.body,
        year=standing.year,
        answers=standing.answers,
        status=standing.status,
        evidence=standing.evidence,
        first_on=standing.first_on,
        last_on=standing.last_on,
        done_on=standing.done_on,
    )
