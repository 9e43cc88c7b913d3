"""Vietnamese text: one form at the door, found with and without marks."""

import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue
from sqlalchemy import select

from shared.domain.text import composed, folded, words_of
from shared.example import WriteNote, service, written
from shared.testing import Stage, actor

DECOMPOSED = unicodedata.normalize("NFD", "giảm nghèo bền vững")
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


def test_decomposed_text_is_stored_composed() -> None:
    stage = Stage(service)
    assert len(DECOMPOSED) > len("giảm nghèo bền vững")
    stage.act(WriteNote(board="b", text=DECOMPOSED), by=actor("btt-mttq-tinh"))
    with stage.database.reading() as session:
        assert session.scalar(select(written.c.text)) == "giảm nghèo bền vững"


def texts(value: JsonValue) -> Iterator[str]:
    """Every text in a value, the names of fields too."""
    if isinstance(value, str):
        yield value
    for part in value if isinstance(value, list) else ():
        yield from texts(part)
    for name, part in value.items() if isinstance(value, dict) else ():
        yield from (name, *texts(part))


@given(values)
def test_composing_reaches_every_text_and_is_done_once(value: JsonValue) -> None:
    whole = composed(value)
    assert all(unicodedata.is_normalized("NFC", each) for each in texts(whole))
    assert composed(whole) == whole


@pytest.mark.parametrize("value", [None, True, 7, 1.5, "xã", ["xã", {"tên": [1, None]}]])
def test_composing_changes_nothing_else(value: JsonValue) -> None:
    assert composed(value) == value


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Giảm nghèo", "giam ngheo"),
        (DECOMPOSED, "giam ngheo ben vung"),
        ("ĐÔ THỊ, đường-phố", "do thi duong pho"),
        ("Quỹ «Vì người nghèo»", "quy vi nguoi ngheo"),
        ("  75/CTrPH ", "75 ctrph"),
        ("№ ﬁ", "no fi"),
        ("!?", ""),
    ],
)
def test_folding_leaves_words_without_marks(text: str, words: str) -> None:
    assert folded(text) == words


@given(st.text())
def test_text_is_found_by_itself_with_and_without_marks(text: str) -> None:
    kept = folded(text)
    assert all(word in kept for word in words_of(text))
    assert folded(kept) == kept


def test_each_word_of_a_search_is_looked_for_once() -> None:
    assert words_of("Nhà, nhà và NHÀ ở") == ["nha", "va", "o"]
