"""Sentences call bodies, units and rules by their names of the day."""

from datetime import date

import pytest

from contracts.errors import NotFound
from contracts.names import Name
from contracts.reference import (
    NoRuleInForce,
    agencies,
    agency_name,
    body_name,
    code_names,
    duty_name,
    function_names,
    lowered,
    rule_name,
    unit_name,
    units,
)
from contracts.values import AgencyLevel

SIGNED = date(2017, 6, 16)
MERGED = date(2025, 7, 1)


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("so-xd", Name("Sở Xây dựng", "Department of Construction")),
        ("ubnd-xa/05485", Name("Ủy ban nhân dân xã Phúc Hà", "People's Committee of Phúc Hà Commune")),
        (
            "ub-mttq-huyen/164",
            Name(
                "Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Thái Nguyên",
                "Front Committee of Thái Nguyên City",
            ),
        ),
        (
            "ban-ctmt/05485-K012",
            Name(
                "Ban công tác Mặt trận khu dân cư số 12, xã Phúc Hà",
                "Front group of residential area 12, Phúc Hà Commune",
            ),
        ),
    ],
)
def test_a_body_is_called_by_its_agency_and_its_unit(body: str, name: Name) -> None:
    assert body_name(body, SIGNED) == name


def test_a_code_that_went_to_another_unit_has_the_name_of_the_day() -> None:
    assert unit_name("05467", SIGNED).vi == "phường Cam Giá"
    assert unit_name("05467", MERGED).vi == "phường Gia Sàng"


def test_what_has_ended_keeps_its_last_name_and_what_never_was_is_told_by_its_code() -> None:
    assert agency_name("so-ldtbxh", MERGED).vi == "Sở Lao động - Thương binh và Xã hội"
    assert unit_name("164", MERGED).vi == "thành phố Thái Nguyên"
    assert agency_name("so-khong-co", SIGNED).vi == "cơ quan mang mã so-khong-co"
    assert unit_name("99999", SIGNED).vi == "đơn vị mang mã 99999"


def test_no_body_of_a_named_unit_is_called_by_a_code() -> None:
    for agency in agencies().all(SIGNED):
        for unit in units().communes(SIGNED) if agency.per_unit and agency.level == "X" else ():
            name = body_name(f"{agency.code}/{unit.code}", SIGNED)
            assert (unit.code in name.vi) == (not unit.name)
            assert agency.code not in name.vi


def test_codes_functions_duties_and_rules_have_names() -> None:
    assert code_names(AgencyLevel, ["T", "X"]) == Name("Cấp tỉnh; Cấp xã", "province; commune")
    assert function_names(["peoples-committee"]).vi == "Ủy ban nhân dân"
    assert duty_name("II.2a-a").vi == "nhiệm vụ tại mục II.2a của Chương trình"
    assert lowered(rule_name("sup.answer_due", SIGNED)).vi == "thời hạn trả lời kiến nghị giám sát"
    with pytest.raises(NotFound):
        duty_name("IX.9z-z")
    with pytest.raises(NoRuleInForce):
        rule_name("no.such.rule", SIGNED)
