"""The ten queries, each about a place drawn anew, as those who ask it most would."""

import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from statistics import median, quantiles
from typing import Any

from bench.queries.province import YEAR, Province, communes
from contracts.messages import Answer, Query
from shared.database import Database
from shared.service import Service
from shared.testing import actor, work_in

TIMES = 60
AS_OF = date(YEAR, 12, 1)
ASKER = actor("btt-mttq-tinh", on=AS_OF)
Params = dict[str, Any]


class Draw:
    """Places and objects of a province, the same in each run."""

    def __init__(self, province: Province) -> None:
        """Take the province."""
        self._province, self._random = province, random.Random(75)

    def _household(self) -> int:
        return self._random.randrange(self._province.households)

    def area(self) -> str:
        """Draw a residential area, the larger the oftener."""
        return self._province.area_of(self._household())

    def commune(self) -> str:
        """Draw a commune."""
        return self._random.choice(communes()).code

    def registration(self) -> str:
        """Draw a household's registration."""
        return f"reg_{self._household():07d}"


ASKED: dict[str, Callable[[Draw], Params]] = {
    "household_register": lambda draw: {"area_code": draw.area()},
    "pledge_list": lambda draw: {"area_code": draw.area(), "year": YEAR},
    "registration_counts": lambda draw: {"unit": draw.commune(), "year": YEAR},
    "pledge_counts": lambda _: {"unit_code": "19", "year": YEAR},
    "household_counts": lambda draw: {"unit_code": draw.commune()},
    "title_list": lambda draw: {"unit": draw.commune(), "year": YEAR},
    "title_counts": lambda _: {"unit_code": "19", "year": YEAR},
    "poverty_statuses": lambda draw: {"area_code": draw.area()},
    "poverty_rates": lambda _: {"unit_code": "19"},
    "history_of": lambda draw: {"subject_id": draw.registration()},
}


@dataclass(frozen=True)
class Times:
    """How long a query took, in milliseconds."""

    name: str
    p50: float
    p95: float


def measure(service: Service, database: Database, province: Province) -> Iterator[Times]:
    """Ask each query of a service over a full database; bus, token and audit are no part of it."""
    draw = Draw(province)
    for name in ASKED:
        answered(service, database, drawn(service, name, draw))  # the first time builds the statement
        took = [_timed(service, database, drawn(service, name, draw)) for _ in range(TIMES)]
        yield Times(name, median(took), quantiles(took, n=20)[18])


def drawn(service: Service, name: str, draw: Draw) -> Query:
    """Make a query about a place that is drawn anew."""
    query: Query = service.query_named[name].model.model_validate(ASKED[name](draw))
    return query


def answered(service: Service, database: Database, query: Query) -> Answer:
    """Answer a query in a unit of work, as the dispatcher does."""
    handler = service.query_named[query.wire_name()]
    with database.reading() as session:
        answer: Answer = handler(query, work_in(service, session, ASKER, AS_OF))
        return answer


def _timed(service: Service, database: Database, query: Query) -> float:
    began = time.perf_counter()
    answered(service, database, query)
    return 1000 * (time.perf_counter() - began)
