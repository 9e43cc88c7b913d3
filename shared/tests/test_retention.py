"""What is forgotten after its time, whatever else happens meanwhile, and what never is."""

from dataclasses import asdict, replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from shared.bus.inbox import State
from shared.bus.place import Lacking, keep
from shared.conformance.listener import hear
from shared.conformance.publisher import Tell, Told
from shared.conformance.stored import OPERATOR
from shared.counting import rows_of_inbox
from shared.dispatch.once import AnswerForgotten, KeyReused
from shared.operations.journal_messages import AcceptJournalLoss, RepublishOutbox
from shared.operations.messages import ParkedEvent, ReplayEvent
from shared.operations.replay_event import BytesForgotten
from shared.retention import BATCH, Horizons
from shared.service import Feature, reaction
from shared.settings import Settings
from shared.tables import answers, outbox, unread_calls
from shared.tables import inbox as table
from shared.unread_calls import UnreadCalls

from .pair import KEYS, WHY, Pair

Act = tuple[str, int]
Json = dict[str, Any]
replayable = Feature(reactions=[reaction(Told, replayable=True)(hear)])


def nothing_pending_is_forgotten(pair: Pair) -> None:
    with pair.publisher.database.reading() as session:
        needed = outbox.c.published_at.is_(None) | outbox.c.journal_offset.is_(None)
        assert session.scalar(select(func.count()).where(needed, outbox.c.envelope.is_(None))) == 0
    assert all(body for _, body in pair.inbox(*(set(State) - {State.DONE})))
    with pair.subscriber.database.reading() as session:
        assert rows_of_inbox(session) == session.scalar(select(func.count()).select_from(table))


MOVES = ("tell", "carry", "prove", "deliver", "apply", "spoil", "retry", "discard", "replay", "republish")


@settings(max_examples=8, deadline=None)
@given(
    st.integers(0, 2),
    st.lists(st.tuples(st.sampled_from(MOVES), st.integers(0, 11)), min_size=12, max_size=30),
)
def test_what_is_pending_stays_and_what_is_known_stays_known(horizon: int, moves: list[Act]) -> None:
    pair = Pair(timedelta(days=horizon))
    for move, number in moves:
        getattr(pair, move)(number)
        pair.wait(number)
        pair.sweep()
        pair.count()
        nothing_pending_is_forgotten(pair)
    pair.settle()
    for number in list(pair.told):
        pair.tell(number)
    pair.day += timedelta(days=9)
    pair.prove()
    pair.sweep()
    pair.deliver(0)
    assert not pair.inbox(State.RECEIVED), "what was heard once is known for ever"
    assert pair.without_bytes() == (len(pair.told), len(pair.told) - len(pair.discarded))
    for parity, key in enumerate(KEYS):
        wanted = [each for each in pair.told if each % 2 == parity and each not in pair.discarded]
        assert pair.group.heard(key) == wanted


@pytest.fixture
def applied() -> Pair:
    """Give one fact that was told, read in the journal, and applied."""
    pair = Pair()
    for move in (pair.tell, pair.carry, pair.deliver, pair.apply):
        move(1)
    pair.day += timedelta(days=1)
    return pair


def test_the_outbox_keeps_its_bytes_until_the_journal_was_seen_to_have_them(applied: Pair) -> None:
    applied.sweep()
    assert applied.without_bytes() == (0, 1)
    applied.prove()
    applied.sweep()
    assert applied.without_bytes() == (1, 1)


@pytest.mark.parametrize("standing", [{"lacking": Lacking.REPLACED}, {"taken_back": 1}])
def test_nothing_leaves_the_outbox_while_an_operator_must_decide(applied: Pair, standing: Json) -> None:
    applied.prove()
    with applied.publisher.database.transaction() as session:
        keep(session, **standing)
    applied.sweep()
    assert applied.without_bytes() == (0, 1)


def test_after_a_loss_of_the_journal_the_outbox_keeps_what_was_not_seen_again(applied: Pair) -> None:
    applied.prove()
    with applied.publisher.database.transaction() as session:
        keep(session, lacking=Lacking.REPLACED)
    applied.publisher.act(AcceptJournalLoss(reason=WHY), OPERATOR, applied.day)
    applied.sweep()
    assert applied.without_bytes() == (0, 1)


def test_publishing_again_says_what_only_the_journal_has(applied: Pair) -> None:
    applied.prove()
    applied.sweep()
    applied.tell(3)
    applied.carry(1)
    told = applied.publisher.act(RepublishOutbox(reason=WHY), OPERATOR, applied.day)
    assert (told.events, told.forgotten) == (1, 1)
    applied.sweep()
    assert applied.without_bytes() == (1, 1), "what is published again must be seen in the journal again"


def test_an_event_without_bytes_is_shown_and_not_replayed(applied: Pair) -> None:
    applied.sweep()
    shown = applied.subscriber.ask(ParkedEvent(seq=1), OPERATOR)
    assert (shown.state, shown.envelope, shown.bytes) == (State.DONE, None, 0)
    everything = replace(applied.subscriber.service, features=[replayable])
    applied.subscriber.play(everything)
    with pytest.raises(BytesForgotten):
        applied.subscriber.act(ReplayEvent(seq=1, reason=WHY), OPERATOR, applied.day)


def test_what_operators_did_outlives_the_answers(applied: Pair) -> None:
    for seq in (1, 1):
        applied.subscriber.act(ReplayEvent(seq=seq, reason=WHY), OPERATOR, applied.day)
    applied.day += timedelta(days=1)
    applied.sweep()
    assert len(applied.subscriber.ask(ParkedEvent(seq=1), OPERATOR).acts) == 2
    with applied.publisher.database.reading() as session:
        assert list(session.scalars(select(answers.c.answer))) == [None]


def test_a_key_is_known_when_its_answer_is_forgotten(applied: Pair) -> None:
    applied.sweep()
    asked = Tell(told=[Told(key="b", number=1)])
    with pytest.raises(AnswerForgotten):
        applied.publisher.act(asked, OPERATOR, applied.day, key="tell-1")
    with pytest.raises(KeyReused):
        applied.publisher.act(Tell(), OPERATOR, applied.day, key="tell-1")
    assert len(applied.publisher.envelopes) == 1


def test_a_call_that_nobody_could_read_is_forgotten_after_its_time(applied: Pair) -> None:
    UnreadCalls(applied.publisher.database, applied.clock).keep("Unreadable", "command", b"x")
    applied.sweep()
    assert unread(applied) == 1, "it came just now"
    applied.day += timedelta(days=1)
    applied.sweep()
    assert unread(applied) == 0


def unread(pair: Pair) -> int:
    with pair.publisher.database.reading() as session:
        return session.execute(select(func.count()).select_from(unread_calls)).scalar_one()


def test_so_much_at_once_that_no_command_waits_long(applied: Pair) -> None:
    for number in range(BATCH):
        UnreadCalls(applied.publisher.database, applied.clock).keep("Unreadable", "command", b"%d" % number)
    UnreadCalls(applied.publisher.database, applied.clock).keep("Unreadable", "command", b"last")
    applied.day += timedelta(days=1)
    applied.sweepers[0].sweep()
    assert unread(applied) == 1


def test_each_horizon_is_a_setting_of_its_own() -> None:
    days = {"keep_outbox_days": 1, "keep_inbox_days": 2, "keep_answers_days": 3, "keep_unread_calls_days": 4}
    found = Horizons.of(Settings.model_validate(days))
    assert asdict(found) == {
        name.removeprefix("keep_").removesuffix("_days"): timedelta(days=days[name]) for name in days
    }
