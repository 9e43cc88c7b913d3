"""What prepares a service meets a broker that is only starting: it tries again, and not for ever."""

from collections.abc import Callable

import pytest
from pika.exceptions import (
    AMQPConnectionError,
    AMQPError,
    ChannelClosedByBroker,
    ProbableAuthenticationError,
)

from shared.host import prepare

AWAY = AMQPConnectionError()
NO_LEADER = ChannelClosedByBroker(
    404, "NOT_FOUND - home node 'x@y' of durable queue 'journal' in vhost '/' is down or inaccessible"
)
NO_QUEUE = ChannelClosedByBroker(404, "NOT_FOUND - no queue 'funds.inbox' in vhost '/'")
OTHER_TYPE = ChannelClosedByBroker(406, "PRECONDITION_FAILED - inequivalent arg 'x-queue-type'")


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prepare, "PAUSE_SECONDS", 0)


def raising(*errors: AMQPError) -> tuple[Callable[[], None], list[AMQPError]]:
    """Give an act that raises one error after another and then does well, and what it has still to raise."""
    left = list(errors)

    def act() -> None:
        if left:
            raise left.pop(0)

    return act, left


@pytest.mark.parametrize("error", [AWAY, NO_LEADER])
def test_a_broker_that_starts_is_waited_for(error: AMQPError) -> None:
    act, left = raising(error, error)
    prepare._once_broker_is_up(act)
    assert left == []


@pytest.mark.parametrize("error", [NO_QUEUE, OTHER_TYPE, ProbableAuthenticationError()])
def test_what_waiting_does_not_mend_is_raised_at_once(error: AMQPError) -> None:
    act, left = raising(error, error)
    with pytest.raises(type(error)):
        prepare._once_broker_is_up(act)
    assert len(left) == 1


def test_it_is_not_waited_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prepare, "BROKER_SECONDS", -1)
    act, left = raising(AWAY, AWAY)
    with pytest.raises(AMQPConnectionError):
        prepare._once_broker_is_up(act)
    assert len(left) == 1
