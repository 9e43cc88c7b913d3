"""An operation described in Vietnamese from its declaration alone."""

from dataclasses import replace

import pytest

from shared.describing import description_vi
from shared.example import LIFECYCLE, count_notes, service, strike_note, write_note
from shared.manifest import manifest_of
from shared.testing import SIGNING_DAY

LIVES = {"note": LIFECYCLE}


def test_it_says_who_may_which_steps_and_what_refuses() -> None:
    text = description_vi(write_note, LIVES)
    assert "Ai được thực hiện: Chỉ dành cho cơ quan, tổ chức thuộc khối Mặt trận." in text
    assert "- «Ghi» (Ghi chú): bắt đầu ở «Đã ghi»" in text
    assert "- Bảng … đã đầy. (`board-full`)" in text
    assert "Nhiệm vụ" not in text


def test_a_step_says_whence_and_where() -> None:
    assert "- «Gạch» (Ghi chú): từ «Đã ghi» sang «Đã gạch»" in description_vi(strike_note, LIVES)


def test_duties_and_the_reading_of_personal_data_are_told() -> None:
    serving = replace(write_note, duties=("II.2a-a", "II.2a-b"))
    assert "Nhiệm vụ của Chương trình: II.2a-a, II.2a-b." in description_vi(serving, LIVES)
    personal = replace(count_notes, personal=True)
    assert "nhật ký" in description_vi(personal, LIVES)
    assert "nhật ký" not in description_vi(count_notes, LIVES)


def test_a_step_of_an_unknown_life_is_an_error() -> None:
    with pytest.raises(KeyError):
        description_vi(replace(write_note, takes=("dream:begin",)), LIVES)


def test_the_manifest_carries_it() -> None:
    manifest = manifest_of(service, SIGNING_DAY)
    [write] = [each for each in manifest.commands if each.name == "write_note"]
    assert write.description_vi == description_vi(write_note, LIVES)
