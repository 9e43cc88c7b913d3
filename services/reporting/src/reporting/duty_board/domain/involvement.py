"""Whose doing an event is: the body that acted, those that joined in, and the one it acted for."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Annotated, Literal

from contracts.envelope import Envelope
from contracts.names import Named
from contracts.reference import UnknownAgency, agencies

Part = Annotated[
    Literal["acted", "joined", "represented"],
    Named(
        "Vai trò",
        "Part",
        codes={
            "acted": "Trực tiếp thực hiện",
            "joined": "Cùng tham gia",
            "represented": "Được đại diện",
        },
    ),
]

# Fields of the event catalogue (§7) whose bodies carry an act out together; those that are merely
# consulted, addressed or supervised are no doers.
JOINED_IN = (
    "agreeing_bodies",
    "co_drafting_bodies",
    "coordinating_bodies",
    "joined_bodies",
    "signatory_bodies",
)

# The Standing Board acts day to day for its committee (glossary, §0), and the committee's chairman
# heads the fund's board of his level (§2.1).
ACTS_FOR: Mapping[str, str] = {"front-standing": "front-committee", "fund-board": "front-committee"}


def involved_in(envelope: Envelope) -> dict[str, Part]:
    """Return each body involved in an event with its part; who acted did nothing else in it."""
    represented = _represented_by(envelope.agency, envelope.occurredon)
    parts: dict[str, Part] = dict.fromkeys(represented, "represented")
    parts.update(dict.fromkeys(_joined_in(envelope), "joined"))
    parts[envelope.agency] = "acted"
    return parts


def _joined_in(envelope: Envelope) -> Iterator[str]:
    for field in JOINED_IN:
        bodies = envelope.data.get(field)
        if isinstance(bodies, list):
            yield from (body for body in bodies if isinstance(body, str))


def _represented_by(body: str, on: date) -> Iterable[str]:
    code, _, unit = body.partition("/")
    try:
        acting = agencies().get(code, on)
    except UnknownAgency:  # an agency of a plug-in represents nobody of the programme
        return []
    principals = {ACTS_FOR[each] for each in acting.functions if each in ACTS_FOR}
    holders = (each for name in principals for each in agencies().holding(name, on, level=acting.level))
    return [f"{each.code}/{unit}" if each.per_unit else each.code for each in holders]
