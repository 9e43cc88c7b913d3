"""Handing an assignment down: to whom, and to which units."""

from collections.abc import Collection, Sequence
from datetime import date

from campaigns.common.domain.front import MEMBERS
from campaigns.common.domain.places import inside
from contracts.errors import InvalidField
from contracts.reference import Body, UnknownAgency, agencies, unit_name, units
from contracts.values import BodyLevel

LEVELS: tuple[BodyLevel, ...] = ("T", "H", "X", "K")
COMMITTEES = frozenset({"front-committee", "area-front-group"})
AREA_BRANCH = "area-branch"


def receiving_level(agency: str, giver: Body, on: date, field: str = "assignee_agency") -> BodyLevel:
    """Return the level of the agency to which a body hands down. Raises InvalidField naming field and rule.

    A body hands down to its own branches («các cấp hội»), and to the Front's committees and area groups
    below it (II.1a-b); never to another organisation's branches, nor to the state side.
    """
    try:
        found = agencies().get(agency, on)
    except UnknownAgency as unknown:
        said = unknown.sentences()
        raise InvalidField(field, "agency-in-force", said["vi"], said["en"]) from unknown
    if not (found.per_unit and found.level in LEVELS[LEVELS.index(giver.level) + 1 :]):
        raise InvalidField(field, "level-below", "Chỉ giao cho cấp dưới", "Only to bodies of a level below")
    if found.level == "K" and giver.level != "X":
        raise InvalidField(
            field,
            "area-from-commune",
            "Khu dân cư nhận việc từ cấp xã",
            "Residential areas take on work from their commune",
        )
    if not _may_receive(agency, frozenset(found.functions), giver):
        raise InvalidField(
            field,
            "own-branch-or-committee",
            "Chỉ giao cho cấp dưới của tổ chức mình, Ủy ban Mặt trận hoặc Ban công tác Mặt trận",
            "Only to one's own branches, Front committees or area Front groups",
        )
    return found.level


def units_of(
    named: Sequence[str], level: BodyLevel, unit_code: str, taken: Collection[str], on: date
) -> list[str]:
    """Return the units that are to have a share: those named, or all of a level that have none yet.

    `taken` are the units that have one. Residential areas are in no list, so they must be named.
    Raises InvalidField naming the unit and the rule.
    """
    if named:
        for index, code in enumerate(named):
            _require_unit(code, level, unit_code, on, f"unit_codes.{index}")
        _require_untaken(named, taken, on)
        return list(named)
    if level == "K":
        raise InvalidField(
            "unit_codes", "areas-are-named", "Phải nêu từng khu dân cư", "Residential areas must be named"
        )
    return _require_some([code for code in _all(level, unit_code, on) if code not in taken])


def require_due(due_on: date, parents: date) -> None:
    """Refuse a share that is due after the whole. Raises InvalidField."""
    if due_on > parents:
        raise InvalidField(
            "due_on",
            "not-after-the-whole",
            f"Không được sau thời hạn của việc được giao ({parents:%d/%m/%Y})",
            f"It cannot be due after the whole ({parents:%Y-%m-%d})",
        )


def _may_receive(agency: str, functions: frozenset[str], giver: Body) -> bool:
    own_branch = _organisation(agency) == _organisation(giver.name)
    area_branch = giver.holds(*MEMBERS) and AREA_BRANCH in functions
    return own_branch or area_branch or not functions.isdisjoint(COMMITTEES)


def _organisation(agency: str) -> str:
    # `hnd-tinh`, `hnd-huyen/164`, `hnd-xa/05467` are one organisation at three levels.
    return agency.partition("/")[0].rpartition("-")[0]


def _all(level: BodyLevel, unit_code: str, on: date) -> list[str]:
    found = units().districts(on, unit_code) if level == "H" else units().communes(on, unit_code)
    return [unit.code for unit in found]


def _require_unit(code: str, level: BodyLevel, within: str, on: date, field: str) -> None:
    name = unit_name(code, on)
    if units().level_of(code) != level:
        raise InvalidField(
            field,
            "level-of-agency",
            f"{name.vi} không thuộc cấp này",
            f"{name.en} is not of the agency's level",
        )
    if not inside(code, within, on):
        raise InvalidField(
            field,
            "within-the-whole",
            f"{name.vi} ngoài địa bàn được giao",
            f"{name.en} lies outside of the assignment's unit",
        )


def _require_untaken(named: Sequence[str], taken: Collection[str], on: date) -> None:
    for index, code in enumerate(named):
        if code in taken or code in named[:index]:
            field = f"unit_codes.{index}"
            name = unit_name(code, on)
            raise InvalidField(
                field, "one-share-each", f"{name.vi} đã có phần việc", f"{name.en} has its share"
            )


def _require_some(found: list[str]) -> list[str]:
    if not found:
        raise InvalidField(
            "unit_codes",
            "nothing-left",
            "Không còn đơn vị nào chưa được giao phần việc",
            "No unit is left without a share",
        )
    return found
