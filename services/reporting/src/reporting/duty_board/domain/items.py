"""The programme's 115 items as of a day: what each says, and which agencies answer for it."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from contracts.reference import DutyKind, DutyRole, duties


@dataclass(frozen=True)
class Responsible:
    """An agency that answers for an item, and as what."""

    agency: str
    name_vi: str
    name_en: str
    role: DutyRole


@dataclass(frozen=True)
class Item:
    """One item of the programme; `responsible` are the agencies in force on the day asked for."""

    id: str
    clause: str
    kind: DutyKind
    text_vi: str
    text_en: str
    services: tuple[str, ...]
    responsible: tuple[Responsible, ...]

    def binds(self, agency: str) -> bool:
        """Say whether an agency answers for it."""
        return any(each.agency == agency for each in self.responsible)


@lru_cache(maxsize=32)
def items(on: date) -> tuple[Item, ...]:
    """Return all items in the order of the programme's text, with those responsible on a day."""
    return tuple(
        Item(
            id=duty.id,
            clause=duty.clause,
            kind=duty.kind,
            text_vi=duty.text_vi,
            text_en=duty.text_en,
            services=tuple(duty.services),
            responsible=_responsible(duty.id, on),
        )
        for duty in duties().all()
    )


def item(duty_id: str, on: date) -> Item:
    """Return one item. Raises NotFound."""
    wanted = duties().get(duty_id)
    return next(each for each in items(on) if each.id == wanted.id)


def answers_for(duty_id: str, on: date) -> frozenset[str]:
    """Return the codes of the agencies that answer for an item on a day. Raises NotFound."""
    return frozenset(agency.code for agency, _ in duties().responsible(duty_id, on))


def day_for(year: int | None, today: date) -> date:
    """Return the day on which a year's agencies are read: its last one, or today while it lasts."""
    return min(date(year, 12, 31), today) if year else today


def _responsible(duty_id: str, on: date) -> tuple[Responsible, ...]:
    return tuple(
        Responsible(agency.code, agency.name_vi, agency.name_en, role)
        for agency, role in duties().responsible(duty_id, on)
    )
