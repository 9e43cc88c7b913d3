"""The kit must fail where a promise is broken: each saboteur breaks one of the bus in memory."""

import inspect
import json
from collections.abc import Callable
from itertools import count
from typing import Any

import pytest
from sqlalchemy import select

from contracts.envelope import Envelope
from shared import testing
from shared.bus import inbox, processor
from shared.bus.inbox import State
from shared.bus.memory import MemoryBus, Queue
from shared.bus.trust import Delivery
from shared.chassis import with_chassis
from shared.conformance.memory import MemoryConformance
from shared.conformance.suite import BusConformance
from shared.service import Service
from shared.tables import inbox as table

Patch = pytest.MonkeyPatch
Saboteur = Callable[[Patch], None]
original_event, original_publish = inbox._event, MemoryBus._publish


def forgets_what_it_has_seen(patch: Patch) -> None:
    number = count()

    def event(envelope: Envelope, delivery: Delivery, at: object) -> dict[str, Any]:
        return {**original_event(envelope, delivery, at), "event_id": str(next(number))}

    patch.setattr(inbox, "_event", event)


def loses_what_nobody_takes(patch: Patch) -> None:
    def publish(bus: MemoryBus, body: bytes) -> None:
        original_publish(bus, body)
        for queue in bus._queues:
            if not queue.processors:
                queue.waiting.clear()

    patch.setattr(MemoryBus, "_publish", publish)


def delivers_the_newest_first(patch: Patch) -> None:
    def publish(bus: MemoryBus, body: bytes) -> None:
        original_publish(bus, body)
        for queue in bus._queues:
            queue.waiting.rotate()

    patch.setattr(MemoryBus, "_publish", publish)


def gives_each_fact_to_one_group(patch: Patch) -> None:
    turn = count()

    def wants(queue: Queue, _wire_type: str) -> bool:
        return bool(queue.service.reactions) and next(turn) % 2 == 0

    patch.setattr(Queue, "wants", wants)


def writes_bytes_anew(patch: Patch) -> None:
    def publish(bus: MemoryBus, body: bytes) -> None:
        original_publish(bus, json.dumps(json.loads(body)).encode())

    patch.setattr(MemoryBus, "_publish", publish)


def counts_a_failure_as_done(patch: Patch) -> None:
    done = {"error": ""}  # the audit tells a cause
    patch.setattr(processor, "_setback", lambda _attempts, _error, now: processor._done(now) | done)


def lets_later_facts_overtake_a_failed_one(patch: Patch) -> None:
    columns = (table.c.seq, table.c.key, table.c.type, table.c.attempts, table.c.envelope)
    received = select(*columns).where(table.c.state == State.RECEIVED).order_by(table.c.seq)
    patch.setattr(processor, "BATCH_DUE", received.limit(processor.BATCH))


def replays_everything(patch: Patch) -> None:
    patch.setattr(Service, "replayable", lambda _service: frozenset({"#"}))
    patch.setattr(testing, "_whole", with_chassis)  # what a stage before has kept is not sabotaged


@pytest.mark.parametrize(
    ("sabotage", "notices"),
    [
        (forgets_what_it_has_seen, "test_a_fact_that_is_sent_again_has_its_effect_once"),
        (forgets_what_it_has_seen, "test_what_was_not_acknowledged_comes_again_and_has_its_effect_once"),
        (forgets_what_it_has_seen, "test_facts_are_told_while_the_publisher_is_cut_off"),
        (loses_what_nobody_takes, "test_what_is_told_while_a_group_is_away_waits_for_it"),
        (delivers_the_newest_first, "test_facts_of_one_key_stay_in_order"),
        (delivers_the_newest_first, "test_facts_of_many_keys_stay_in_order_each"),
        (gives_each_fact_to_one_group, "test_every_fact_has_its_effect_in_every_group"),
        (writes_bytes_anew, "test_bytes_and_context_arrive_as_they_were_sent"),
        (writes_bytes_anew, "test_a_large_fact_arrives_whole"),
        (counts_a_failure_as_done, "test_a_parked_fact_holds_the_later_ones_of_its_key_alone"),
        (lets_later_facts_overtake_a_failed_one, "test_a_parked_fact_holds_the_later_ones_of_its_key_alone"),
        (replays_everything, "test_a_replay_repeats_only_what_may_be_repeated"),
    ],
)
def test_a_broken_promise_is_noticed(sabotage: Saboteur, notices: str, monkeypatch: Patch) -> None:
    sabotage(monkeypatch)
    bus, kit = MemoryConformance(), BusConformance()
    given = {"bus": bus, "key": "k", "keys": [f"k{n}" for n in range(20)], "away": bus.first}
    test = getattr(kit, notices)
    with pytest.raises(AssertionError):
        test(**{name: given[name] for name in inspect.signature(test).parameters})
