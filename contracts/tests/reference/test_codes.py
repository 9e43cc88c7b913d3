import unicodedata
from typing import get_args

import pytest

from contracts.reference.codes import Code, UnknownCode, codes
from contracts.values import ContentCode, MovementCode


def _of(kind: str) -> list[str]:
    return [row.code for row in codes().all() if row.kind == kind]


def test_contents_and_movements_are_those_of_the_messages() -> None:
    assert _of("content") == list(get_args(get_args(ContentCode)[0]))
    assert _of("movement") == list(get_args(get_args(MovementCode)[0]))


def test_topics_and_linked_programmes() -> None:
    assert _of("topic") == [
        *["GS-GN", "GS-GN-1", "GS-GN-2"],
        *["GS-NTM", "GS-NTM-1", "GS-NTM-2", "GS-NTM-3", "GS-NTM-4", "GS-NTM-5"],
        *["GS-DT", "GS-DT-1", "GS-DT-2", "GS-DT-3"],
    ]
    assert _of("linked_programme") == [
        *["LK-ATTP", "LK-BHYT", "LK-THUOC", "LK-HIV", "LK-TL", "LK-DB", "LK-VSMT"]
    ]
    assert [row.code for row in codes().of_kind("topic")] == _of("topic")


@pytest.mark.parametrize("code", codes().all(), ids=lambda code: code.code)
def test_every_code_has_both_names_composed_and_a_parent_that_exists(code: Code) -> None:
    assert code.name_vi == unicodedata.normalize("NFC", code.name_vi).strip() != ""
    assert code.name_en.strip()
    assert code.parent is None or codes().get(code.parent).parent is None


def test_every_supervised_item_of_the_programme_has_its_topic() -> None:
    supervised = {duty for row in codes().of_kind("topic") for duty in row.duties}
    assert supervised >= {f"II.4a-{letter}" for letter in "abcdefghijkl"}


@pytest.mark.parametrize(
    "name",
    [
        "Cả nước chung sức xây dựng nông thôn mới",
        "Cả nước chung tay xây dựng nông thôn mới",
        "  CẢ NƯỚC chung tay xây dựng   nông thôn mới ",
        unicodedata.normalize("NFD", "Cả nước chung tay xây dựng nông thôn mới"),
    ],
)
def test_one_movement_under_two_names(name: str) -> None:
    found = codes().named(name)
    assert found is not None
    assert found.code == "PT-NTM"


def test_the_movement_for_the_poor_by_its_official_slogan() -> None:
    found = codes().named("Cả nước chung tay vì người nghèo - Không để ai bị bỏ lại phía sau")
    assert found is codes().get("PT-VNN")
    assert codes().named("Không có phong trào này") is None


def test_a_topic_holds_the_narrower_ones() -> None:
    assert codes().is_within("GS-NTM-4", "GS-NTM")
    assert codes().is_within("GS-NTM", "GS-NTM")
    assert not codes().is_within("GS-NTM", "GS-NTM-4")
    assert not codes().is_within("GS-DT-1", "GS-NTM")


def test_an_unknown_code_is_refused_by_name() -> None:
    with pytest.raises(UnknownCode, match="GS-XX"):
        codes().get("GS-XX")
