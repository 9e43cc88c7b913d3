"""Apply an event again."""

from typing import Any

from shared.authority import Guard
from shared.bus.inbox import State
from shared.operations.messages import EventState, ReplayEvent
from shared.operations.stored import event_of, move
from shared.service import CommandHandler, command
from shared.work import Work


def replay_event(may: Guard) -> CommandHandler[ReplayEvent, Any, EventState]:
    """Declare the command for one agency's operators."""

    @command(ReplayEvent, post="/events/{seq}/replay", may=may)
    def act(asked: ReplayEvent, work: Work[Any]) -> EventState:
        """Apply an event again if every reaction to it is declared replayable; else say it is done.

        Raises NotFound.
        """
        row = event_of(work.session, asked.seq)
        if row["state"] != State.DONE or row["type"] not in work.replayable:
            return EventState(
                seq=row["seq"], event_id=row["event_id"], state=row["state"], outcome="already done"
            )
        return move(work.session, row, State.RECEIVED, "replayed", attempts=0)

    return act
