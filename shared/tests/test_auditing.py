"""What the audit says of each call, and who may act on which day."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from pydantic import JsonValue
from sqlalchemy import Row, select

from contracts.calls import Call, Reply
from shared import tables
from shared.authority import DEMO, Actor, AgencyNotInForce, UnitOfAnotherLevel, function, level
from shared.bus.processor import Processor
from shared.database import Database
from shared.dispatch import Dispatcher
from shared.example import NoteWritten, service
from shared.service import Feature
from shared.synthetic import RealData, require_no_real_act
from shared.testing import Stage
from shared.tokens import Bearer, NotAuthenticated, Verifier

BEFORE, AFTER = datetime(2017, 6, 16, 3, tzinfo=UTC), datetime(2026, 1, 2, 3, tzinfo=UTC)
BOARD: dict[str, JsonValue] = {"board": "b"}


class Spoken(Verifier):
    """Tokens of the form `agency/unit role`, for tests of everything but signatures."""

    def __init__(self, *, synthetic: bool) -> None:
        """Need no keys."""
        self.takes_demo = synthetic

    def read(self, token: str | None) -> Bearer:
        if not token or token == "forged":
            raise NotAuthenticated(reason="no token")
        body, _, role = token.partition(" ")
        agency, _, unit = body.partition("/")
        return Bearer("usr_synthetic", agency, unit or "19", frozenset(filter(None, [role])))


def dispatcher(now: datetime = BEFORE, *, synthetic: bool = False) -> Dispatcher:
    database = Database("sqlite://")
    tables.metadata.create_all(database.engine)
    service.tables.create_all(database.engine)
    return Dispatcher(service, database, Spoken(synthetic=synthetic), clock=lambda: now)


def write(to: Dispatcher, token: str | None = "btt-mttq-tinh", key: str = "k1", **more: JsonValue) -> Reply:
    payload: dict[str, JsonValue] = {"board": "b", "text": "a", **more}
    call = Call(name="write_note", payload=payload, token=token, idempotency_key=key, correlation_id="cor_1")
    return to.command(call)


def count(to: Dispatcher, token: str | None = "btt-mttq-tinh", **more: JsonValue) -> Reply:
    call = Call(name="count_notes", payload={**BOARD, **more}, token=token, correlation_id="cor_2")
    return to.query(call)


def private(to: Dispatcher, **changes: Any) -> Dispatcher:
    handler = replace(service.query_named["count_notes"], personal=True, **changes)
    return replace(to, service=replace(service, features=[Feature(queries=[handler])]))


def slug(reply: Reply) -> str:
    assert reply.problem is not None, reply
    return reply.problem.slug


def entries(database: Database) -> list[Row[Any]]:
    with database.reading() as session:
        return list(session.execute(select(tables.audit).order_by(tables.audit.c.seq)))


def outcomes(to: Dispatcher) -> list[str]:
    return [each.outcome for each in entries(to.database)]


def test_an_act_is_told_with_its_object_its_day_and_who_did_it() -> None:
    to = dispatcher()
    written = write(to, occurred_on="2017-06-13").answer
    assert written is not None
    note_id = str(written["note_id"])
    struck = Call(
        name="strike_note",
        payload={"note_id": note_id},
        token="btt-mttq-tinh",
        correlation_id="cor_1",
        idempotency_key="k9",
    )
    assert to.command(struck).answer
    first, second = entries(to.database)
    assert (first.act, first.outcome, first.user, first.body) == (
        *("write_note", "done", "usr_synthetic", "btt-mttq-tinh"),
    )
    assert (first.day, first.objects, first.synthetic) == (date(2017, 6, 13), f" {note_id} ", False)
    assert (second.act, second.day, second.objects) == ("strike_note", None, f" {note_id} ")


def test_what_was_written_as_free_text_is_not_in_the_audit() -> None:
    to = dispatcher()
    write(to, text="Nguyễn Văn Mẫu")
    write(to, text="full", key="k2")
    assert not any("Mẫu" in str(value) for row in entries(to.database) for value in row)


def test_every_refusal_of_a_command_is_told_with_its_rule() -> None:
    to = dispatcher()
    write(to, token="ubnd-tinh")
    write(to, text="full")
    write(to, text="")
    write(to, token="forged")
    write(to, token="so-nnmt")
    assert [(each.outcome, each.reason, each.body) for each in entries(to.database)] == [
        ("not-allowed", "side:front", "ubnd-tinh"),
        ("board-full", "note:write-while-open", "btt-mttq-tinh"),
        ("invalid-input", "text string_too_short", "btt-mttq-tinh"),
        ("not-authenticated", "", ""),
        ("agency-not-in-force", "", "so-nnmt/19"),
    ]


def test_a_denied_question_is_told_and_an_idle_one_is_not() -> None:
    to = dispatcher()
    assert slug(count(to, token="forged")) == "not-authenticated"
    assert slug(count(to, token=None, board="")) == "invalid-input"
    assert slug(count(private(to, may=level("X")))) == "not-allowed"
    assert slug(count(private(to), board="")) == "invalid-input"
    assert outcomes(to) == ["not-authenticated", "not-allowed", "invalid-input"]


def test_a_reading_of_personal_data_is_told_before_it_is_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    to = dispatcher()
    monkeypatch.setattr("shared.example.Notes.count", lambda *_: 1 / 0)
    assert slug(count(private(to))) == "internal-error"
    assert outcomes(to) == ["read"]


def test_a_question_who_may_with_a_bad_token_is_told() -> None:
    to = dispatcher()
    to.explain(Call(name="write_note", payload=BOARD, token="forged", correlation_id="cor_1"))
    assert outcomes(to) == ["not-authenticated"]


def test_an_answer_given_again_is_told() -> None:
    to = dispatcher()
    assert [write(to).replayed for _ in range(2)] == [False, True]
    assert outcomes(to) == ["done", "replayed"]


def test_what_an_event_did_is_told() -> None:
    stage = Stage(service)
    envelope = stage.hear(NoteWritten(board="b", number=1))
    with stage.database.transaction() as session:
        row = {"source": "/example", "event_id": envelope.id, "type": envelope.type, "key": "b"}
        more = {"state": "received", "attempts": 0, "received_at": BEFORE, "envelope": envelope.encode()}
        session.execute(tables.inbox.insert().values(**row, **more))
        session.execute(tables.inbox.insert().values({**row, **more, "event_id": "x", "envelope": b"{"}))
    Processor(stage.service, stage.database, lambda: BEFORE).step()
    good, bad = entries(stage.database)
    assert (good.user, good.body, good.act, good.outcome) == ("event", "synthetic", envelope.type, "done")
    assert good.objects == f" {envelope.id} b "
    assert (bad.outcome, bad.objects) == ("parked", " 2 b ")
    assert bad.reason.startswith("ValidationError")


def test_a_body_of_today_acts_for_a_day_on_which_it_was_as_well() -> None:
    assert write(dispatcher(AFTER), token="ub-mttq-tinh", occurred_on="2018-03-01").answer


@pytest.mark.parametrize("day", ["2018-03-01", None])
def test_a_body_that_is_no_more_acts_for_no_day(day: str | None) -> None:
    to = dispatcher(AFTER)
    assert slug(write(to, token="ub-mttq-huyen/164", occurred_on=day)) == "agency-not-in-force"
    assert slug(count(to, token="ub-mttq-huyen/164", as_of=day)) == "agency-not-in-force"


def test_a_successor_acts_for_the_time_before_it_in_what_it_took_over() -> None:
    heir = Actor.on(AFTER.date(), user="usr_synthetic", agency="so-nnmt", unit="19")
    then = heir.earlier(date(2018, 3, 1))
    assert (then.body, set(then.functions)) == (
        "so-nnmt",
        {"rural-development", "environment", "poverty-reduction"},
    )
    assert heir.earlier(AFTER.date()).functions == heir.functions


def test_who_took_nothing_over_has_no_time_before_it() -> None:
    heir = replace(Actor.on(AFTER.date(), user="u", agency="so-nnmt", unit="19"), agency="so-none")
    with pytest.raises(AgencyNotInForce):
        heir.earlier(date(2018, 3, 1))


def test_personal_data_are_read_by_who_may_today_whatever_day_is_asked_for() -> None:
    rural = function("rural-development")
    to = private(dispatcher(AFTER), may=rural)
    assert count(to, token="so-nnmt", as_of="2018-03-01").answer
    poverty = private(dispatcher(AFTER), may=function("drafting-body"))
    assert slug(count(poverty, token="so-nnptnt", as_of="2018-03-01")) == "agency-not-in-force"


def test_demo_accounts_act_where_the_data_are_synthetic_and_nowhere_else() -> None:
    token = f"ub-mttq-huyen/164 {DEMO}"
    real, played = dispatcher(AFTER), dispatcher(AFTER, synthetic=True)
    assert slug(write(real, token=token, occurred_on="2018-03-01")) == "not-authenticated"
    assert slug(count(real, token=token, as_of="2018-03-01")) == "not-authenticated"
    assert write(played, token=token, occurred_on="2018-03-01").answer
    assert count(played, token=token, as_of="2018-03-01").answer


def test_what_a_demo_account_writes_is_marked_and_so_is_what_comes_of_it() -> None:
    played = dispatcher(synthetic=True)
    write(played, token=f"btt-mttq-tinh {DEMO}")
    [entry] = entries(played.database)
    assert entry.synthetic
    with played.database.reading() as session:
        [body] = session.scalars(select(tables.outbox.c.envelope))
    assert b'"synthetic":true' in body
    plain = dispatcher()
    write(plain)
    with plain.database.reading() as session:
        [body] = session.scalars(select(tables.outbox.c.envelope))
    assert b'synthetic"' not in body


def test_among_synthetic_data_every_act_is_marked() -> None:
    played = dispatcher(synthetic=True)
    write(played)
    assert [each.synthetic for each in entries(played.database)] == [True]
    require_no_real_act(played.database)


def test_a_demonstration_does_not_begin_beside_real_acts() -> None:
    played, plain = dispatcher(synthetic=True), dispatcher()
    write(played, token=f"btt-mttq-tinh {DEMO}")
    write(plain, token="ubnd-tinh")
    for each in (played, plain):
        require_no_real_act(each.database)
    write(plain)
    with pytest.raises(RealData, match="entry 2"):
        require_no_real_act(plain.database)


@pytest.mark.parametrize(
    ("agency", "unit"),
    [("ub-mttq-xa", "19"), ("ub-mttq-xa", "164"), ("btt-mttq-tinh", "05431"), ("ban-ctmt", "05431")],
)
def test_a_unit_of_another_level_makes_no_actor(agency: str, unit: str) -> None:
    with pytest.raises(UnitOfAnotherLevel):
        Actor.on(BEFORE.date(), user="usr_synthetic", agency=agency, unit=unit)


def test_a_unit_of_the_body_s_own_level_makes_one() -> None:
    made = Actor.on(BEFORE.date(), user="usr_synthetic", agency="ub-mttq-xa", unit="05431")
    assert made.body == "ub-mttq-xa/05431"
