"""Who reads about the titles of households: the bodies of the place and above it, and it is audited."""

from typing import Any

import pytest
from sqlalchemy import select

from campaigns.service import service
from campaigns.titles.messages.queries import TitleById, TitleFacts, TitleList
from contracts.errors import InvalidField, NotAllowed
from contracts.messages import Query
from shared.authority import Actor
from shared.history.messages import HistoryOf
from shared.tables import audit
from shared.testing import Stage, actor

COMMUNE = "05467"
INSIDE = [
    actor("ban-ctmt", "05467-K001"),
    actor("ubnd-xa", COMMUNE),
    actor("ubnd-huyen", "164"),
    actor("so-ldtbxh"),
]
OUTSIDE = [actor("ban-ctmt", "05467-K002"), actor("ubnd-xa", "05431"), actor("ubnd-huyen", "165")]


def asked_of(title: str) -> list[Query]:
    return [
        TitleById(registration_id=title),
        TitleFacts(registration_id=title),
        HistoryOf(subject_id=title),
        TitleList(unit="05467-K001"),
    ]


def readings(stage: Stage, by: Actor) -> list[str]:
    with stage.database.reading() as session:
        read = select(audit.c.act).where(audit.c.outcome == "read", audit.c.body == by.body)
        return list(session.scalars(read.order_by(audit.c.seq)))


@pytest.mark.parametrize("by", INSIDE, ids=lambda each: each.body)
def test_bodies_of_the_place_and_above_read_it_and_each_reading_is_audited(
    stage: Stage, play: Any, by: Actor
) -> None:
    [title] = play.recognised(play.households(1))
    before = len(readings(stage, by))
    for question in asked_of(title):
        assert stage.ask(question, by=by)
    assert readings(stage, by)[before:] == ["title_by_id", "title_facts", "history_of", "title_list"]
    assert [each.registration_id for each in stage.ask(TitleList(), by=by).items] == [title]


@pytest.mark.parametrize("by", OUTSIDE, ids=lambda each: each.body)
def test_a_body_of_another_unit_is_refused(stage: Stage, play: Any, by: Actor) -> None:
    [title] = play.recognised(play.households(1))
    for question in asked_of(title):
        with pytest.raises(NotAllowed) as refused:
            stage.ask(question, by=by)
        assert refused.value.rule == "own-unit-or-below"
    assert stage.ask(TitleList(), by=by).items == []
    assert stage.ask(TitleList(unit="19"), by=by).items == []


def test_a_wrong_unit_is_refused_by_its_field_and_rule(stage: Stage, play: Any) -> None:
    with pytest.raises(InvalidField) as refused:
        stage.ask(TitleList(unit="99999"), by=play.commune)
    assert [(each.field, each.rule) for each in refused.value.fields] == [("unit", "known-unit")]


def test_the_history_of_what_is_personal_knows_its_place() -> None:
    personal = [each for each in service.subjects if each.personal]
    assert {each.prefix for each in personal} == {"reg", "ttl", "exm"}
    assert all(hasattr(each.model, "path") for each in personal)
