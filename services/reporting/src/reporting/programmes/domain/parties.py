"""The two parties of a programme: the People's Committee and the Front committee of one level."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from contracts.errors import InvalidField
from contracts.reference import UnknownAgency, agencies, agency_name
from contracts.values import AgencySide, BodyLevel

PARTIES: Mapping[AgencySide, str] = {"state": "peoples-committee", "front": "front-committee"}
PARTY_FUNCTIONS = tuple(PARTIES.values())


def check_parties(signatory_bodies: Sequence[str], proposer: str, level: BodyLevel, on: date) -> None:
    """Refuse any two but one party of each side at the proposer's level, of which it is one.

    The sides are those of the signature block S-a; «cùng cấp» is I.1-a. Raises InvalidField.
    """
    if Counter(_side_of(code, level, on) for code in signatory_bodies) != Counter(PARTIES.keys()):
        raise _wrong(
            "one-of-each-side",
            "Phải có đúng một Ủy ban nhân dân và một Ủy ban Mặt trận Tổ quốc cùng cấp",
            "One People's Committee and one Front committee of the same level must sign",
        )
    if proposer not in signatory_bodies:
        raise _wrong(
            "proposer-signs",
            "Bên đề nghị phải là một trong hai bên ký",
            "The body that proposes must be one of the two parties",
        )


def _side_of(code: str, level: BodyLevel, on: date) -> AgencySide | None:
    """The side for which an agency may sign at a level; None where it may not."""
    try:
        found = agencies().get(code, on)
    except UnknownAgency as unknown:
        raise _wrong(
            "agency-in-force",
            f"Ngày {on:%d/%m/%Y} không có {agency_name(code, on).vi}",
            f"There is no {agency_name(code, on).en} on {on}",
        ) from unknown
    party = PARTIES.get(found.side) in found.functions and found.level == level
    return found.side if party else None


def _wrong(rule: str, vi: str, en: str) -> InvalidField:
    return InvalidField("signatory_bodies", rule, vi, en)
