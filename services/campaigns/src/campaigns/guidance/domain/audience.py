"""For whom a document is meant: its addressees, or the committees of its issuer's side."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Protocol

from campaigns.common.domain.places import inside
from contracts.errors import InvalidField
from contracts.reference import Agency, UnknownAgency, agencies, units
from contracts.values import AgencySide, BodyLevel, Level

COMMITTEES: Mapping[AgencySide, tuple[str, ...]] = {
    "state": ("peoples-committee",),
    "front": ("front-committee", "area-front-group"),
}


class Addressed(Protocol):
    """What of a document says for whom it is meant."""

    @property
    def issuing_body(self) -> str:
        """Its issuer."""

    @property
    def unit_code(self) -> str:
        """The issuer's unit."""

    @property
    def audience_levels(self) -> Sequence[Level]:
        """The levels that it addresses."""

    @property
    def addressee_agencies(self) -> Sequence[str]:
        """The agencies that it names, if any."""

    @property
    def issued_on(self) -> date:
        """The day on which bodies are looked up."""


def require_addressees(codes: Sequence[str], audience_levels: Sequence[Level], on: date) -> None:
    """Refuse addressees that do not exist or are of no level of the audience. Raises InvalidField."""
    for index, code in enumerate(codes):
        field = f"addressee_agencies.{index}"
        try:
            found = agencies().get(code, on)
        except UnknownAgency as unknown:
            said = unknown.sentences()
            raise InvalidField(field, "agency-in-force", said["vi"], said["en"]) from unknown
        if found.level not in audience_levels:
            raise InvalidField(
                field,
                "of-audience-level",
                f"{found.name_vi} không thuộc cấp nhận văn bản",
                f"{found.name_en} is of no level of the audience",
            )


def meant(document: Addressed, areas: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Name the bodies for which a document is meant, each with its unit, as of the day of issue.

    `areas` are the residential areas that are known, since no list holds all of them.
    """
    for agency in _agencies(document):
        if agency.per_unit:
            for unit in _units(agency.level, document.unit_code, areas, document.issued_on):
                yield f"{agency.code}/{unit}", unit
        elif agency.code != document.issuing_body:
            yield agency.code, document.unit_code


def awaited(document: Addressed) -> Iterable[str]:
    """Name the bodies that are to confirm that they have read a document, residential areas left out."""
    return [body for body, _ in meant(document, ()) if body != document.issuing_body]


def _agencies(document: Addressed) -> list[Agency]:
    on = document.issued_on
    if document.addressee_agencies:
        return [agencies().get(code, on) for code in document.addressee_agencies]
    side = agencies().get(document.issuing_body.partition("/")[0], on).side
    held = [each for function in COMMITTEES.get(side, ()) for each in agencies().holding(function, on)]
    return [each for each in held if each.level in document.audience_levels]


def _units(level: BodyLevel, within: str, areas: Sequence[str], on: date) -> list[str]:
    if level == "K":
        return [area for area in areas if inside(area, within, on)]
    if units().level_of(within) == level:
        return [within]
    found = units().districts(on, within) if level == "H" else units().communes(on, within)
    return [unit.code for unit in found]
