import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from pydantic import JsonValue
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from contracts.calls import Call, Reply
from contracts.errors import Kind
from shared import tables
from shared.database import Database
from shared.dispatch import Dispatcher
from shared.example import service
from shared.service import Feature
from shared.tokens import Bearer, NotAuthenticated, Verifier

NOW = datetime(2017, 6, 16, 3, tzinfo=UTC)
TOGETHER = ("outbox", "history", "tasks", "audit", "answers")


class Spoken(Verifier):
    """Tokens of the form `agency` for tests of everything but signatures."""

    def __init__(self) -> None:
        """Need no keys."""

    def read(self, token: str | None) -> Bearer:
        if not token:
            raise NotAuthenticated(reason="no token")
        return Bearer("usr_synthetic", token, "19", frozenset())


@pytest.fixture
def dispatcher() -> Dispatcher:
    database = Database("sqlite://")
    tables.metadata.create_all(database.engine)
    service.tables.create_all(database.engine)
    return Dispatcher(service, database, Spoken(), clock=lambda: NOW)


def write(
    dispatcher: Dispatcher,
    text: JsonValue = "a",
    token: str | None = "btt-mttq-tinh",
    key: str = "k1",
    **more: JsonValue,
) -> Reply:
    payload: dict[str, JsonValue] = {"board": "b", "text": text, **more}
    return dispatcher.command(
        Call(name="write_note", payload=payload, token=token, idempotency_key=key, correlation_id="cor_1")
    )


def count(dispatcher: Dispatcher, table: str) -> int:
    with dispatcher.database.reading() as session:
        return session.scalar(select(func.count()).select_from(tables.metadata.tables[table])) or 0


def slug(reply: Reply) -> str:
    assert reply.problem is not None, reply
    return reply.problem.slug


def test_the_anonymous_caller_is_refused_and_nothing_remains(dispatcher: Dispatcher) -> None:
    assert slug(write(dispatcher, token=None)) == "not-authenticated"
    assert count(dispatcher, "outbox") == 0


def test_the_wrong_side_is_refused_by_the_rule_and_noted(dispatcher: Dispatcher) -> None:
    reply = write(dispatcher, token="ubnd-tinh")
    assert reply.problem is not None
    assert (reply.problem.kind, reply.problem.rule) == (Kind.FORBIDDEN, "side:front")
    assert count(dispatcher, "audit") == 1
    assert count(dispatcher, "outbox") == 0


def test_a_command_leaves_fact_history_task_event_audit_and_answer_together(dispatcher: Dispatcher) -> None:
    answer = write(dispatcher).answer
    assert answer is not None
    assert (answer["number"], answer["state"]) == (1, "written")
    assert [count(dispatcher, name) for name in TOGETHER] == [1] * len(TOGETHER)


def test_a_repeated_key_gets_the_stored_answer_and_acts_once(dispatcher: Dispatcher) -> None:
    first, again = write(dispatcher), write(dispatcher)
    assert (again.answer, again.replayed, first.replayed) == (first.answer, True, False)
    assert count(dispatcher, "outbox") == 1


def test_the_same_key_with_another_body_is_refused(dispatcher: Dispatcher) -> None:
    write(dispatcher)
    assert slug(write(dispatcher, text="b")) == "idempotency-key-reused"
    assert count(dispatcher, "outbox") == 1


def test_the_same_key_of_another_body_is_another_key(dispatcher: Dispatcher) -> None:
    write(dispatcher)
    assert write(dispatcher, token="ub-mttq-tinh").replayed is False


def test_a_refusal_of_the_business_rolls_back_and_can_be_repeated(dispatcher: Dispatcher) -> None:
    assert slug(write(dispatcher, text="full")) == "board-full"
    assert [count(dispatcher, name) for name in TOGETHER] == [0, 0, 0, 1, 0]


def test_bad_input_names_every_field_and_rule_in_both_languages(dispatcher: Dispatcher) -> None:
    reply = write(dispatcher, text="", colour="red")
    assert reply.problem is not None
    found = {error.field: error.rule for error in reply.problem.errors}
    assert found == {"text": "string_too_short", "colour": "extra_forbidden"}
    assert all(error.message["vi"] and error.message["en"] for error in reply.problem.errors)


@pytest.mark.parametrize(
    "change",
    [
        {"text": 5},
        {"text": True},
        {"occurred_on": 1497571200},
        {"occurred_on": "1497571200"},
        {"occurred_on": "２０１７-06-16"},
        {"occurred_on": "0001-01-01"},
        {"text": "a\0"},
        {"text": " \t "},
    ],
)
def test_json_types_are_as_the_schema_says(dispatcher: Dispatcher, change: dict[str, Any]) -> None:
    reply = write(dispatcher, **change)
    assert reply.problem is not None
    assert reply.problem.kind == Kind.INVALID
    assert [error.field for error in reply.problem.errors] == list(change)
    assert count(dispatcher, "outbox") == 0


def test_the_same_text_otherwise_composed_is_the_same_request(dispatcher: Dispatcher) -> None:
    first = write(dispatcher, text=unicodedata.normalize("NFD", "ghi chú"))
    again = write(dispatcher, text="  ghi chú ")
    assert (again.replayed, again.answer) == (True, first.answer)


def test_explain_refuses_what_the_operation_would_not_take(dispatcher: Dispatcher) -> None:
    asked = Call(name="write_note", token="ubnd-tinh", correlation_id="cor_1")
    junk = asked.model_copy(update={"payload": {"board": ["b"]}})
    assert slug(dispatcher.explain(junk)) == "invalid-input"
    some = asked.model_copy(update={"payload": {"board": "b"}})
    assert dispatcher.explain(some).answer


def test_an_act_cannot_lie_in_the_future(dispatcher: Dispatcher) -> None:
    tomorrow = (NOW + timedelta(days=2)).date().isoformat()
    reply = write(dispatcher, occurred_on=tomorrow)
    assert reply.problem is not None
    assert [error.field for error in reply.problem.errors] == ["occurred_on"]


def test_an_agency_that_does_not_exist_on_the_day_is_refused(dispatcher: Dispatcher) -> None:
    assert slug(write(dispatcher, token="so-nnmt")) == "agency-not-in-force"


def test_an_unknown_operation_is_not_found(dispatcher: Dispatcher) -> None:
    assert slug(dispatcher.command(Call(name="nothing", correlation_id="cor_1"))) == "not-found"


def test_a_public_query_needs_no_token(dispatcher: Dispatcher) -> None:
    write(dispatcher)
    reply = dispatcher.query(Call(name="count_notes", payload={"board": "b"}, correlation_id="cor_1"))
    assert reply.answer == {"written": 1, "heard": 0}


def test_a_bug_is_answered_without_its_details(
    dispatcher: Dispatcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shared.example.Notes.add", lambda *_: 1 / 0)
    reply = write(dispatcher, text="secret-name")
    assert reply.problem is not None
    assert reply.problem.kind == Kind.INTERNAL
    assert "secret" not in reply.model_dump_json()
    assert count(dispatcher, "answers") == 0


def test_explain_says_which_rule_would_refuse(dispatcher: Dispatcher) -> None:
    reply = dispatcher.explain(Call(name="write_note", token="ubnd-tinh", correlation_id="cor_1"))
    assert reply.answer is not None
    assert reply.answer["allowed"] is False


def test_every_act_is_in_the_chain(dispatcher: Dispatcher) -> None:
    write(dispatcher)
    write(dispatcher, token="ubnd-tinh", key="k2")
    with dispatcher.database.reading() as session:
        assert len(session.execute(select(tables.audit)).all()) == 2


def call_with(**more: Any) -> Call:
    told: dict[str, Any] = {
        "name": "write_note",
        "payload": {"board": "b", "text": "a"},
        "correlation_id": "cor_1",
    }
    return Call(**{**told, "token": "btt-mttq-tinh", "idempotency_key": "k1", **more})


def test_a_call_that_waited_too_long_is_not_carried_out(dispatcher: Dispatcher) -> None:
    limited = call_with(milliseconds=1000)
    late = replace(dispatcher, stopwatch=lambda: 11.001)
    assert slug(late.command(limited, arrived=10.0)) == "too-late"
    assert count(dispatcher, "outbox") == 0
    assert late.command(limited, arrived=10.002).answer


@pytest.mark.parametrize("hours", [-1, 1])
def test_clocks_need_not_agree(dispatcher: Dispatcher, hours: int) -> None:
    elsewhere = replace(dispatcher, clock=lambda: NOW + timedelta(hours=hours), stopwatch=lambda: 5.0)
    assert elsewhere.command(call_with(milliseconds=1)).answer


def test_a_call_whose_time_ran_out_before_the_lock_was_free_is_not_done(
    dispatcher: Dispatcher,
) -> None:
    now = [0.0]
    patient = replace(dispatcher, stopwatch=lambda: now[0])
    run = patient.group_commit.run

    def wait_and_run(act: Callable[[Session], Reply]) -> Reply:
        now[0] += 2
        return run(act)

    patient.group_commit.run = wait_and_run  # type: ignore[method-assign, assignment]
    assert slug(patient.command(call_with(milliseconds=1000), arrived=0.0)) == "too-late"
    assert [count(dispatcher, name) for name in ("outbox", "answers")] == [0, 0]


def test_a_command_without_a_key_is_refused(dispatcher: Dispatcher) -> None:
    assert slug(dispatcher.command(call_with(idempotency_key=None))) == "idempotency-key-missing"
    assert count(dispatcher, "outbox") == 0


def test_another_user_of_the_body_cannot_use_the_key(
    dispatcher: Dispatcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert write(dispatcher).answer
    other = Bearer("usr_other", "btt-mttq-tinh", "19", frozenset())
    monkeypatch.setattr(Spoken, "read", lambda *_: other)
    assert slug(write(dispatcher)) == "idempotency-key-reused"
    assert count(dispatcher, "outbox") == 1
    assert write(dispatcher, key="k2").answer


def test_each_reading_of_personal_data_leaves_an_audit_entry(dispatcher: Dispatcher) -> None:
    handler = replace(service.query_named["count_notes"], personal=True)
    private = replace(dispatcher, service=replace(service, features=[Feature(queries=[handler])]))
    asked = Call(name="count_notes", payload={"board": "b"}, token="btt-mttq-tinh", correlation_id="cor_1")
    assert private.query(asked).answer
    assert dispatcher.query(asked).answer
    with dispatcher.database.reading() as session:
        [entry] = session.execute(select(tables.audit)).mappings()
    assert (entry["act"], entry["outcome"], entry["body"]) == ("count_notes", "read", "btt-mttq-tinh")


def test_a_body_that_was_abolished_reads_nothing_be_it_of_its_own_time(
    dispatcher: Dispatcher,
) -> None:
    later = replace(dispatcher, clock=lambda: datetime(2026, 1, 1, tzinfo=UTC))
    asked = Call(name="count_notes", payload={"board": "b"}, token="so-ldtbxh", correlation_id="cor_1")
    assert slug(later.query(asked)) == "agency-not-in-force"
    then = asked.model_copy(update={"payload": {"board": "b", "as_of": "2017-06-16"}})
    assert slug(later.query(then)) == "agency-not-in-force"
