"""Which function each service of the province serves: whose it may say that it is."""

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@cache
def functions_of_services() -> Mapping[str, str]:
    """Return the function of each service named here; a plug-in may be named nowhere."""
    with files("contracts.reference").joinpath("data/services.csv").open(encoding="utf-8") as file:
        return MappingProxyType({row["service"]: row["function"] for row in csv.DictReader(file)})
