"""A province's households in the campaigns service's own tables; everything is synthetic."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from itertools import islice
from typing import Any

from sqlalchemy import Table, insert

from contracts.reference import Place, units
from contracts.reference.units import Unit
from shared.database import Database
from shared.domain.text import folded
from shared.service import Service
from shared.tables import history, metadata

AREA_SIZE, YEAR = 106, 2018
OPENED, APPROVED, SETTLED = date(YEAR, 1, 10), date(YEAR, 1, 20), date(YEAR, 11, 15)
ASSESSED = date(YEAR, 11, 1)
NOW = datetime(YEAR, 1, 10, tzinfo=UTC)
TITLED = 3  # each third household strives for a title
LISTED = {0: "poor", 1: "near_poor"}  # of nine: 11 % poor, as the province was, and as many near-poor
OF_EACH = 9
BATCH = 5_000
NAME = "Cuộc vận động (giả lập)"
WAY = (
    ("register", None, "registered", OPENED),
    ("self_assess", "registered", "self_assessed", ASSESSED),
    ("confirm", "self_assessed", "confirmed", SETTLED),
)
Row = dict[str, Any]


@cache
def communes() -> list[Unit]:
    """Return the province's communes on the day."""
    return units().communes(OPENED)


@cache
def path_of(code: str) -> str:
    """Return the place of a unit or area on the day, as tables keep it."""
    return Place.on(code, OPENED).path


@dataclass(frozen=True)
class Province:
    """So many households, who fill one commune after the other."""

    households: int

    def settle(self, service: Service, database: Database) -> None:
        """Make the tables and fill them."""
        metadata.create_all(database.engine)
        service.tables.create_all(database.engine)
        tables, everyone = service.tables.tables, range(self.households)
        _write(database, tables["campaigns"], [_campaign()])
        _write(database, tables["poverty_reviews"], map(self._review, communes()))
        _write(database, tables["households"], map(self._household, everyone))
        _write(database, tables["household_heads"], map(_head, everyone))
        _write(database, tables["household_registrations"], map(self._registration, everyone))
        _write(database, history, (row for number in everyone for row in self._steps(number)))
        _write(database, tables["titles"], map(self._title, everyone[::TITLED]))
        listed = (number for number in everyone if number % OF_EACH in LISTED)
        _write(database, tables["poverty_standings"], map(self._standing, listed))

    def area_of(self, number: int) -> str:
        """Return the residential area of a household."""
        commune, inside = divmod(number, self._of_commune)
        return f"{communes()[commune].code}-K{inside // AREA_SIZE + 1:03d}"

    @property
    def _of_commune(self) -> int:
        return -(-self.households // len(communes()))

    def _review(self, commune: Unit) -> Row:
        poor = self._of_commune // OF_EACH
        return {
            "id": f"pvr_{commune.code}",
            "unit_code": commune.code,
            "path": path_of(commune.code),
            "year": YEAR - 1,
            "households": self._of_commune,
            "opening_body": f"ubnd-xa/{commune.code}",
            "opened_on": date(YEAR - 1, 9, 1),
            "recorded_at": NOW,
            "state": "approved",
            "stands_since": APPROVED,
            "approved_on": APPROVED,
            "poor": poor,
            "near_poor": poor,
        }

    def _household(self, number: int) -> Row:
        return {"id": f"hh_{number:07d}", "area_code": self.area_of(number), "list_number": number + 1}

    def _registration(self, number: int) -> Row:
        area = self.area_of(number)
        return {
            "id": f"reg_{number:07d}",
            "household_ref": f"hh_{number:07d}",
            "area_code": area,
            "path": path_of(area),
            "campaign_id": "cmp_bench",
            "year": YEAR,
            "content_codes": ["ND1", "ND2"],
            "registering_body": f"ban-ctmt/{area}",
            "registered_on": OPENED,
            "state": "confirmed",
            "stands_since": SETTLED,
            "recorded_at": NOW,
            "assessed_on": ASSESSED,
            "settled_on": SETTLED,
        }

    def _steps(self, number: int) -> Iterable[Row]:
        for step, source, state, on in WAY:
            yield {
                "subject_id": f"reg_{number:07d}",
                "subject_kind": "registration",
                "step": step,
                "source": source,
                "state": state,
                "user": "usr_synthetic",
                "body": f"ban-ctmt/{self.area_of(number)}",
                "taken_on": on,
                "recorded_at": NOW,
            }

    def _title(self, number: int) -> Row:
        area = self.area_of(number)
        return {
            "id": f"ttl_{number:07d}",
            "title": "GDVH",
            "standard_version": "2011",
            "subject_ref": f"hh_{number:07d}",
            "area_code": area,
            "path": path_of(area),
            "year": YEAR,
            "registering_body": f"ban-ctmt/{area}",
            "registered_on": OPENED,
            "state": "registered",
            "stands_since": OPENED,
            "certificate_earned": False,
            "recorded_at": NOW,
        }

    def _standing(self, number: int) -> Row:
        area = self.area_of(number)
        return {
            "id": f"pst_{number:07d}",
            "household_ref": f"hh_{number:07d}",
            "area_code": area,
            "path": path_of(area),
            "status": LISTED[number % OF_EACH],
            "fallen_back": False,
            "deprivations": 3,
            "review_id": f"pvr_{area[:5]}",
            "since": APPROVED,
        }


def _write(database: Database, table: Table, rows: Iterable[Row]) -> None:
    left = iter(rows)
    while some := list(islice(left, BATCH)):
        with database.transaction() as session:
            session.execute(insert(table), some)


def _campaign() -> Row:
    return {
        "id": "cmp_bench",
        "code": "BENCH",
        "name_vi": NAME,
        "unit_code": "19",
        "path": path_of("19"),
        "launching_body": "btt-mttq-tinh",
        "launched_on": OPENED,
        "start_on": OPENED,
        "end_on": date(YEAR + 4, 6, 16),
        "content_codes": ["ND1", "ND2"],
        "movement_codes": [],
        "state": "launched",
        "stands_since": OPENED,
        "search": folded(NAME),
        "recorded_at": NOW,
    }


def _head(number: int) -> Row:
    return {
        "household_ref": f"hh_{number:07d}",
        "head_name": f"Hộ giả lập {number}",
        "search": folded(f"Hộ giả lập {number}"),
        "members": 4,
        "import_id": "imp_bench",
    }
