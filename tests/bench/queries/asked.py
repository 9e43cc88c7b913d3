"""The ten queries, each about a place drawn anew, as those who ask it most would."""

import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from statistics import median, quantiles
from typing import Any

from bench.queries.province import HOUSEHOLDS, YEAR, area_of, communes
from shared.database import Database
from shared.service import Service
from shared.testing import work_in

TIMES = 60
AS_OF = date(YEAR, 12, 1)
Draw = random.Random
Params = dict[str, Any]


def _area(draw: Draw) -> Params:
    return {"kdc_id": area_of(draw.randrange(HOUSEHOLDS))}


def _commune(draw: Draw) -> Params:
    return {"unit_code": draw.choice(communes()).code}


def _province(_: Draw) -> Params:
    return {"unit_code": "19"}


def _of_year(where: Callable[[Draw], Params]) -> Callable[[Draw], Params]:
    return lambda draw: {**where(draw), "year": YEAR}


ASKED: dict[str, Callable[[Draw], Params]] = {
    "household_register": _area,
    "pledge_list": _of_year(_area),
    "registration_counts": _of_year(_commune),
    "pledge_counts": _of_year(_province),
    "household_counts": _commune,
    "title_list": _of_year(_commune),
    "title_counts": _of_year(_province),
    "poverty_statuses": _area,
    "poverty_rates": _province,
    "history_of": lambda draw: {"object_id": f"reg_{draw.randrange(HOUSEHOLDS):07d}"},
}


@dataclass(frozen=True)
class Times:
    """How long a query took, in milliseconds."""

    name: str
    p50: float
    p95: float


def measure(service: Service, database: Database) -> Iterator[Times]:
    """Ask each query of a service over a full database, as its dispatcher would; the bus is no part of it."""
    draw = random.Random(75)
    for name, params in ASKED.items():
        model = service.query_named[name].model
        _ask(service, database, model.model_validate(params(draw)))  # the first time builds the statement
        took = [_ask(service, database, model.model_validate(params(draw))) for _ in range(TIMES)]
        yield Times(name, median(took), quantiles(took, n=20)[18])


def _ask(service: Service, database: Database, query: Any) -> float:
    handler = service.query_named[query.wire_name()]
    began = time.perf_counter()
    with database.reading() as session:
        handler(query, work_in(service, session, on=AS_OF))
    return 1000 * (time.perf_counter() - began)
