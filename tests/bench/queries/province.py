"""A province's households in the campaigns service's own tables; everything is synthetic."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from functools import cache
from itertools import islice
from typing import Any

from sqlalchemy import Table, insert

from contracts.reference import units
from contracts.reference.units import Unit
from shared.database import Database
from shared.service import Service
from shared.tables import metadata

HOUSEHOLDS, AREA_SIZE, YEAR = 300_000, 106, 2018
OPENED, APPROVED, SETTLED = date(YEAR, 1, 10), date(YEAR, 1, 20), date(YEAR, 11, 15)
NOW = datetime(YEAR, 1, 10, tzinfo=UTC)
TITLED = 3  # each third household strives for a title
LISTED = {0: "poor", 1: "near_poor"}  # of nine: 11 % poor, as the province was, and as many near-poor
OF_EACH = 9
BATCH = 5_000
Row = dict[str, Any]


def settle(service: Service, database: Database) -> None:
    """Make the tables and fill them."""
    metadata.create_all(database.engine)
    service.tables.create_all(database.engine)
    tables = service.tables.tables
    _write(database, tables["campaigns"], [_campaign()])
    _write(database, tables["poverty_reviews"], map(_review, communes()))
    _write(database, tables["households"], map(_household, range(HOUSEHOLDS)))
    _write(database, tables["household_heads"], map(_head, range(HOUSEHOLDS)))
    _write(database, tables["household_registrations"], map(_registration, range(HOUSEHOLDS)))
    _write(database, tables["history"], map(_step, range(HOUSEHOLDS)))
    _write(database, tables["titles"], map(_title, range(0, HOUSEHOLDS, TITLED)))
    listed = (number for number in range(HOUSEHOLDS) if number % OF_EACH in LISTED)
    _write(database, tables["poverty_standings"], map(_standing, listed))


@cache
def communes() -> list[Unit]:
    """Return the province's communes on the day."""
    return units().communes(OPENED)


def area_of(number: int) -> str:
    """Return the residential area of a household; they fill one commune after the other."""
    commune, inside = divmod(number, _of_commune())
    return f"{communes()[commune].code}-K{inside // AREA_SIZE + 1:03d}"


@cache
def _of_commune() -> int:
    return -(-HOUSEHOLDS // len(communes()))


@cache
def _path(commune: str) -> str:
    unit = units().at(commune, OPENED)
    return "".join(f"/{each.code}" for each in reversed(units().path(unit.id, OPENED))) + "/"


def _write(database: Database, table: Table, rows: Iterable[Row]) -> None:
    left = iter(rows)
    while some := list(islice(left, BATCH)):
        with database.transaction() as session:
            session.execute(insert(table), some)


def _campaign() -> Row:
    return {
        "id": "cmp_bench",
        "code": "BENCH",
        "name_vi": "Cuộc vận động (giả lập)",
        "unit_code": "19",
        "launched_by": "btt-mttq-tinh",
        "launched_on": OPENED,
        "start_on": OPENED,
        "end_on": date(YEAR + 4, 6, 16),
        "content_codes": ["ND1", "ND2"],
        "movement_codes": [],
        "state": "launched",
        "recorded_at": NOW,
    }


def _review(commune: Unit) -> Row:
    poor = _of_commune() // OF_EACH
    return {
        "id": f"pvr_{commune.code}",
        "unit_code": commune.code,
        "path": _path(commune.code),
        "year": YEAR - 1,
        "households": _of_commune(),
        "opened_by": f"ubnd-xa/{commune.code}",
        "opened_on": date(YEAR - 1, 9, 1),
        "last_step_on": APPROVED,
        "recorded_at": NOW,
        "state": "approved",
        "approved_on": APPROVED,
        "poor": poor,
        "near_poor": poor,
    }


def _household(number: int) -> Row:
    return {"id": f"hh_{number:07d}", "kdc_id": area_of(number), "list_number": number + 1}


def _head(number: int) -> Row:
    return {
        "household_ref": f"hh_{number:07d}",
        "head_name": f"Hộ giả lập {number}",
        "members": 4,
        "import_id": "imp_bench",
    }


def _registration(number: int) -> Row:
    return {
        "id": f"reg_{number:07d}",
        "household_ref": f"hh_{number:07d}",
        "kdc_id": area_of(number),
        "campaign_id": "cmp_bench",
        "year": YEAR,
        "content_codes": ["ND1", "ND2"],
        "registered_by": f"ban-ctmt/{area_of(number)}",
        "registered_on": OPENED,
        "state": "confirmed",
        "recorded_at": NOW,
        "assessed_on": SETTLED,
        "settled_on": SETTLED,
    }


def _step(number: int) -> Row:
    return {
        "id": f"stp_{number:07d}",
        "object_id": f"reg_{number:07d}",
        "step": "confirm_households",
        "state": "confirmed",
        "body": f"ban-ctmt/{area_of(number)}",
        "on": SETTLED,
        "recorded_at": NOW,
    }


def _title(number: int) -> Row:
    area = area_of(number)
    return {
        "id": f"ttl_{number:07d}",
        "title": "GDVH",
        "standard_version": "2011",
        "subject_ref": f"hh_{number:07d}",
        "kdc_id": area,
        "path": f"{_path(area[:5])}{area}/",
        "year": YEAR,
        "registered_by": f"ban-ctmt/{area}",
        "registered_on": OPENED,
        "stands_since": OPENED,
        "state": "registered",
        "certificate_earned": False,
        "recorded_at": NOW,
    }


def _standing(number: int) -> Row:
    area = area_of(number)
    return {
        "id": f"pst_{number:07d}",
        "household_ref": f"hh_{number:07d}",
        "kdc_id": area,
        "path": f"{_path(area[:5])}{area}/",
        "status": LISTED[number % OF_EACH],
        "fallen_back": False,
        "deprivations": 3,
        "review_id": f"pvr_{area[:5]}",
        "since": APPROVED,
    }
