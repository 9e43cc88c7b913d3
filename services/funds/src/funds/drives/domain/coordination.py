"""Who coordinates a drive, and which duties of the programme that makes it evidence of."""

from collections.abc import Iterator, Sequence
from datetime import date

from contracts.errors import InvalidField
from contracts.reference import UnknownAgency, agencies, agency_name
from contracts.values import BodyLevel, FundKind

RAISING = "II.2a-a"
COORDINATING = "II.2b-a"
POVERTY_RESOURCES = "III.1.1-c"
RAISING_DUTIES = (RAISING, COORDINATING, POVERTY_RESOURCES)


def check_coordinators(codes: Sequence[str], level: BodyLevel, on: date) -> None:
    """Refuse bodies that do not exist on the day or are of another level («cùng cấp»).

    Duty II.2b-a, requirement I.1-a. Raises InvalidField.
    """
    for code in codes:
        if _level_of(code, on) != level:
            name = agency_name(code, on)
            raise InvalidField(
                "coordinating_bodies",
                "same-level",
                f"{name.vi} không cùng cấp với Ban vận động Quỹ",
                f"{name.en} is not of the fund board's level",
            )


def evidence_of_raising(kind: FundKind) -> tuple[str, ...]:
    """Return the duty that raising money for a fund serves.

    II.2a-a names the Fund for the Poor and the social-welfare funds; relief is not in it.
    """
    return () if kind == "relief" else (RAISING,)


def evidence_of_drive(kind: FundKind, coordinators: Sequence[str], on: date) -> tuple[str, ...]:
    """Return the duties of opening a drive with these coordinating bodies."""
    raising = evidence_of_raising(kind)
    return (*raising, *_evidence_of_coordination(coordinators, on)) if raising else ()


def _evidence_of_coordination(coordinators: Sequence[str], on: date) -> Iterator[str]:
    bodies = [agencies().get(code, on) for code in coordinators]
    if any(body.side == "state" for body in bodies):
        yield COORDINATING
    if any("poverty-reduction" in body.functions for body in bodies):
        yield POVERTY_RESOURCES


def _level_of(code: str, on: date) -> BodyLevel:
    try:
        return agencies().get(code, on).level
    except UnknownAgency as unknown:
        raise InvalidField(
            "coordinating_bodies",
            "agency-in-force",
            f"Ngày {on:%d/%m/%Y} không có {agency_name(code, on).vi}",
            f"There is no {agency_name(code, on).en} on {on}",
        ) from unknown
