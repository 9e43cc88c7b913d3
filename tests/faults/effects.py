"""Which rows in which tables an act and an event must have left; read from the services' own declarations."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from sqlalchemy import Table, func, select

from contracts.reporting.duty_board import DutyStatusChanged
from faults.driver import Attempt
from faults.observed import ObservedService, Told
from faults.witness import seen


class Fact(NamedTuple):
    """An act's answer names, in `field`, a row of `table` in the same service."""

    service: str
    table: str
    field: str


class Effect(NamedTuple):
    """An event of a type leaves at a service a row of `table` whose `column` is the event's `field`."""

    type: str
    service: str
    table: str
    column: str
    field: str


FACTS = (
    Fact("campaigns", "campaigns", "campaign_id"),
    Fact("campaigns", "guidance", "guidance_id"),
    Fact("funds", "drives", "drive_id"),
    Fact("funds", "donations", "donation_id"),
    Fact("supervision", "plans", "plan_id"),
    Fact("supervision", "recommendations", "recommendation_id"),
    Fact("critique", "drafts", "draft_id"),
    Fact("reporting", "programmes", "programme_id"),
)
EFFECTS = (
    Effect("campaigns.campaign_launched.v1", "funds", "campaigns", "id", "campaign_id"),
    Effect("funds.drive_opened.v1", "campaigns", "campaign_drives", "id", "drive_id"),
    Effect("campaigns.guidance_issued.v1", "supervision", "supervised_documents", "id", "guidance_id"),
    Effect("supervision.plan_agreed.v1", "critique", "supervised_topics", "plan_id", "plan_id"),
)


def ids_answered(fact: Fact, journal: Iterable[Attempt]) -> set[str]:
    """Return the ids that acknowledged acts of a service named in a field."""
    return {
        attempt.answer[fact.field]
        for attempt in journal
        if attempt.act.service == fact.service and attempt.answer and fact.field in attempt.answer
    }


def ids_wanted(effect: Effect, told: Iterable[Told]) -> set[str]:
    """Return the ids of which a service must have heard; a drive without campaign concerns nobody."""
    return {
        said.data[effect.field]
        for said in told
        if said.type == effect.type and said.data.get("campaign_id", "") is not None
    }


def ids_in(service: ObservedService, table: str, column: str = "id") -> set[str]:
    """Return a column of a service's table."""
    with service.database.reading() as session:
        return set(session.scalars(select(_table(service, table).c[column])))


def evidence_lacking(service: ObservedService, told: dict[tuple[str, str], Told]) -> Iterator[str]:
    """Give the events that name duties of which the board does not have them as evidence."""
    evidence = _table(service, "evidence").c
    noted: dict[str, set[str]] = defaultdict(set)
    with service.database.reading() as session:
        for event_id, duty in session.execute(select(evidence.event_id, evidence.duty_id)):
            noted[event_id].add(duty)
    for (_, event_id), said in told.items():
        if said.type != DutyStatusChanged.wire_type() and not noted[event_id].issuperset(said.duties):
            yield event_id


def evidence_unfounded(service: ObservedService, known: set[str]) -> set[str]:
    """Return the events on the board that nobody told."""
    return ids_in(service, "evidence", "event_id") - known


def standings_off(service: ObservedService) -> Iterator[tuple[str, int]]:
    """Give the standings that count other than their evidence, each with how much too many."""
    rows, standings = _table(service, "evidence").c, _table(service, "standings").c
    place = (rows.duty_id, rows.duty_body, rows.year)
    with service.database.reading() as session:
        kept = {tuple(key): n for *key, n in session.execute(select(*place, func.count()).group_by(*place))}
        for duty, body, year, count in session.execute(
            select(standings.duty_id, standings.duty_body, standings.year, standings.evidence)
        ):
            if excess := count - kept.get((duty, body, year), 0):
                yield f"{duty}:{body}:{year}", excess


def witnessed(service: ObservedService) -> list[tuple[str, str]]:
    """Return what the witness saw, in the order in which it was applied."""
    with service.database.reading() as session:
        rows = session.execute(select(seen.c.source, seen.c.event_id).order_by(seen.c.id))
        return [(row.source, row.event_id) for row in rows]


def repeated(things: Iterable[Any]) -> list[Any]:
    """Return what occurs more than once."""
    return [thing for thing, times in Counter(things).items() if times > 1]


def _table(service: ObservedService, name: str) -> Table:
    return service.member.service.tables.tables[name]
