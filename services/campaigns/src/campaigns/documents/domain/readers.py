"""For whom a document is meant, and who of them has read it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from campaigns.domain.guidance import Guidance
from campaigns.domain.places import inside
from contracts.errors import InvalidField
from contracts.reference import Agency, UnknownAgency, agencies, units

COMMITTEES = {"state": ("peoples-committee",), "front": ("front-committee", "area-front-group")}


@dataclass(frozen=True)
class ReaderOf:
    """A body, whether the document is meant for it, and when it read it."""

    body: str
    unit_code: str
    addressed: bool
    read_on: date | None


def require_addressees(codes: Sequence[str], audience_levels: Sequence[str], on: date) -> None:
    """Refuse addressees that do not exist or are of no level of the audience. Raises InvalidField."""
    for index, code in enumerate(codes):
        field = f"addressees.{index}"
        try:
            found = agencies().get(code, on)
        except UnknownAgency as unknown:
            said = unknown.sentences()
            raise InvalidField(field, "in-force", said["vi"], said["en"]) from unknown
        if found.level not in audience_levels:
            raise InvalidField(
                field,
                "of-audience-level",
                f"{code} không thuộc cấp nhận văn bản",
                f"{code} is of no level of the audience",
            )


def readers(
    guidance: Guidance, read: Mapping[str, date], areas: Iterable[str], within: str | None
) -> list[ReaderOf]:
    """Return who is to read a document, and who has read it besides, by name.

    `read` holds the days on which bodies read it, `areas` the residential areas that are known, `within`
    a unit to which the list is narrowed. Bodies are those of the day of issue.
    """
    meant = dict(_meant(guidance, list(areas)))
    also = {body: body.partition("/")[2] or guidance.unit_code for body in read if body not in meant}
    found = [
        ReaderOf(body, unit, body in meant, read.get(body))
        for body, unit in sorted({**meant, **also}.items())
    ]
    return [each for each in found if not within or inside(each.unit_code, within, guidance.issued_on)]


def _meant(guidance: Guidance, areas: list[str]) -> Iterator[tuple[str, str]]:
    on = guidance.issued_on
    for agency in _agencies(guidance, on):
        if agency.per_unit:
            for unit in _units(agency.level, guidance.unit_code, areas, on):
                yield f"{agency.code}/{unit}", unit
        elif agency.code != guidance.issuer_org:
            yield agency.code, guidance.unit_code


def _agencies(guidance: Guidance, on: date) -> list[Agency]:
    if guidance.addressees:
        return [agencies().get(code, on) for code in guidance.addressees]
    side = agencies().get(guidance.issuer_org.partition("/")[0], on).side
    held = [each for function in COMMITTEES.get(side, ()) for each in agencies().holding(function, on)]
    return [each for each in held if each.level in guidance.audience_levels]


def _units(level: str, within: str, areas: list[str], on: date) -> list[str]:
    if level == "K":
        return [area for area in areas if inside(area, within, on)]
    if units().level_of(within) == level:
        return [within]
    found = units().districts(on, within) if level == "H" else units().communes(on, within)
    return [unit.code for unit in found]
