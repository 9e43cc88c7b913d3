"""What people call bodies, units, functions and rules: sentences name them so, not by their codes.

What carried a code on a day has the name of that day; where nothing did, the name that the code had last.
A code that was never anybody's has no name but itself.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from contracts.names import Name, code_name
from contracts.reference.agencies import Agency, agencies
from contracts.reference.duties import duties
from contracts.reference.rules import rules
from contracts.reference.units import AREA, Unit, units

# English names of the kinds of unit: circular 03/2009/TT-BNG of the Ministry of Foreign Affairs.
_ENGLISH: Final = {
    "tỉnh": "Province",
    "thành phố": "City",
    "thị xã": "Town",
    "huyện": "District",
    "phường": "Ward",
    "thị trấn": "Town",
    "xã": "Commune",
}
_EACH_OF_ITS_LEVEL: Final = {"H": (" cấp huyện", "District "), "X": (" cấp xã", "Commune ")}


def unit_name(code: str, on: date) -> Name:
    """«xã Phúc Hà», "Phúc Hà Commune"; «khu dân cư số 1, xã Phúc Hà» of a residential area."""
    area = AREA.fullmatch(code)
    known = units().versions(area["commune"] if area else code)
    row = next((each for each in known if each.holds_on(on)), known[-1] if known else None)
    return (row and name_of_unit(code, row)) or Name(f"đơn vị mang mã {code}", f"unit {code}")


def name_of_unit(code: str, unit: Unit) -> Name | None:
    """Name a unit, or a residential area of it; None where our sources give no name."""
    if not unit.name:
        return None
    name = Name(f"{unit.type} {unit.name}", f"{unit.name} {_ENGLISH[unit.type]}")
    if not AREA.fullmatch(code):
        return name
    number = int(code.rpartition("-K")[2])
    return Name(f"khu dân cư số {number}, {name.vi}", f"residential area {number}, {name.en}")


def agency_name(code: str, on: date) -> Name:
    """«Sở Xây dựng»; «Ủy ban nhân dân cấp xã» of an agency that each unit has."""
    known = agencies().versions(code)
    row = next((each for each in known if each.holds_on(on)), known[-1] if known else None)
    return Name(row.name_vi, row.name_en) if row else Name(f"cơ quan mang mã {code}", f"agency {code}")


def body_name(body: str, on: date) -> Name:
    """«Sở Xây dựng» of `so-xd`, «Ủy ban nhân dân xã Phúc Hà» of `ubnd-xa/05485`."""
    code, _, unit_code = body.partition("/")
    name = agency_name(code, on)
    known = agencies().versions(code)
    return _of_the_unit(name, known[-1], unit_name(unit_code, on)) if known and unit_code else name


def _of_the_unit(name: Name, agency: Agency, unit: Name) -> Name:
    of_each = _EACH_OF_ITS_LEVEL.get(agency.level, ("", ""))
    english = name.en.removeprefix(of_each[1]).removesuffix(" of a residential area")
    bare = Name(name.vi.removesuffix(of_each[0]), english)
    return Name(f"{bare.vi} {unit.vi}", f"{bare.en} of {unit.en}")


def function_names(functions: Iterable[str]) -> Name:
    """Name functions, one after the other. Raises KeyError for one that nobody ever held."""
    found = [agencies().function(code) for code in functions]
    return Name("; ".join(each.name_vi for each in found), "; ".join(each.name_en for each in found))


def rule_name(key: str, on: date) -> Name:
    """What the rule table calls a rule on a day. Raises NoRuleInForce."""
    return rules().in_force(key, on).name


def duty_name(duty_id: str) -> Name:
    """«nhiệm vụ tại mục II.2a của Chương trình». Raises NotFound."""
    clause = duties().get(duty_id).clause
    return Name(f"nhiệm vụ tại mục {clause} của Chương trình", f"the duty of the programme's clause {clause}")


def joined(names: Iterable[Name]) -> Name:
    """Name several things, one after the other."""
    found = list(names)
    return Name("; ".join(each.vi for each in found), "; ".join(each.en for each in found))


def code_names(value_type: Any, codes: Iterable[str]) -> Name:
    """Name the codes of a value type, one after the other."""
    return joined(code_name(value_type, code) for code in codes)


def lowered(name: Name) -> Name:
    """Write a name as it stands within a sentence: «cấp tỉnh»."""
    return Name(name.vi[:1].lower() + name.vi[1:], name.en[:1].lower() + name.en[1:])
