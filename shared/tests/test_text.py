"""Vietnamese text: one form at the door, found with and without marks."""

import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue
from sqlalchemy import select

from shared.dispatch.cleaning import cleaned
from shared.domain.text import folded, has_unseen, words_of
from shared.example import WriteNote, service, written
from shared.testing import Stage, actor
from shared.validation import InvalidInput

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
def test_cleaning_reaches_every_text_and_is_done_once(value: JsonValue) -> None:
    if any(map(has_unseen, texts(value))):
        with pytest.raises(InvalidInput):
            cleaned({"field": value})
        return
    whole = cleaned({"field": value})
    assert all(unicodedata.is_normalized("NFC", each) and each == each.strip() for each in texts(whole))
    assert not any(map(has_unseen, texts(whole)))
    assert cleaned(whole) == whole


@pytest.mark.parametrize("value", [None, True, 7, 1.5, "xã", ["xã", {"tên": [1, None]}], "dòng\nsau\tđó"])
def test_cleaning_changes_nothing_else(value: JsonValue) -> None:
    assert cleaned({"field": value}) == {"field": value}


@pytest.mark.parametrize(
    "unseen", ["\0", "\u200b", "\u200d", "\u202e", "\u2066", "\ufeff", "\xad", "\x7f", "\ud800"]
)
def test_what_nobody_sees_is_refused_by_its_field(unseen: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        cleaned({"names": ["Lan", f"Nguyễn{unseen} Văn"], f"a{unseen}": 1})
    found = {(each.field, each.rule) for each in refused.value.fields}
    assert found == {("names.1", "unseen-characters"), ("(name)", "unseen-characters")}
    assert unseen not in refused.value.sentences()["vi"]


def test_what_is_nested_too_deeply_is_refused() -> None:
    deep: JsonValue = 1
    for _ in range(400):
        deep = [deep]
    with pytest.raises(InvalidInput) as refused:
        cleaned({"a": deep})
    assert [each.rule for each in refused.value.fields] == ["depth"]


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
