"""All faults, in the order of the reliability page."""

from faults.families import (
    broker,
    clocks,
    consumers,
    crashes,
    crowds,
    duplicates,
    forged,
    network,
    nothing,
    plugins,
    poison,
    restored,
    schemas,
    signals,
    storage,
)
from faults.fault import Fault

FAMILIES = (
    nothing,
    crashes,
    signals,
    broker,
    storage,
    network,
    duplicates,
    poison,
    schemas,
    consumers,
    clocks,
    plugins,
    restored,
    forged,
    crowds,
)
FAULTS: tuple[Fault, ...] = tuple(
    sorted(
        (fault for family in FAMILIES for fault in family.FAULTS),
        key=lambda fault: int(fault.code.removeprefix("F")),
    )
)
