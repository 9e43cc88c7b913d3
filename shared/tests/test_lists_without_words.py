"""A list offers to be searched by words where it keeps them, and nowhere else."""

from datetime import date

import pytest
from pydantic import ValidationError
from sqlalchemy import Column, Date, MetaData, Table, select

from contracts.messages import ListQuery, TextListQuery
from shared.store import Listed, key, narrowed

THINGS = Table("things", MetaData(), key(), Column("day", Date, nullable=False))
BY_DAY = Listed(day=THINGS.c.day)


class Wordless(ListQuery):
    """A list that keeps no words."""


class Searched(TextListQuery):
    """A list that says it keeps some."""


def test_a_list_without_words_offers_no_text() -> None:
    assert "text" not in Wordless.model_json_schema()["properties"]
    with pytest.raises(ValidationError):
        Wordless.model_validate({"text": "quỹ"})
    assert "things.day" in str(narrowed(select(THINGS), Wordless(to=date(2017, 6, 16)), BY_DAY))


def test_a_list_that_offers_text_and_keeps_no_words_does_not_work_at_all() -> None:
    with pytest.raises(TypeError, match="Searched offers text"):
        narrowed(select(THINGS), Searched(), BY_DAY)
