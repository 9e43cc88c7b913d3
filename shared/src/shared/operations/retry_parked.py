"""Try a parked event again."""

from typing import Any

from contracts.errors import WrongStep
from shared.authority import Guard
from shared.bus.inbox import UNREADABLE, State
from shared.operations.messages import EventState, RetryParked
from shared.operations.stored import move, parked_of
from shared.service import CommandHandler, command
from shared.work import Work


def retry_parked(may: Guard) -> CommandHandler[RetryParked, Any, EventState]:
    """Declare the command for one agency's operators."""

    @command(RetryParked, post="/parked/{seq}/retry", may=may)
    def act(asked: RetryParked, work: Work[Any]) -> EventState:
        """Try a parked event again now; the later events of its key follow it in order.

        Raises NotFound, WrongStep (not parked, or its bytes cannot be read).
        """
        event = parked_of(work.session, asked.seq, "retry")
        if event.source == UNREADABLE:
            raise WrongStep(
                rule="parked:readable", subject=f"event {asked.seq}", state=UNREADABLE, step="retry"
            )
        return move(work, asked, event, State.RECEIVED, "retried", attempts=0, next_attempt_at=None)

    return act
