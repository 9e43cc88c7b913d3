"""Apply an event again."""

from shared.authority import Guard
from shared.bus.inbox import State
from shared.operations.messages import EventState, ReplayEvent
from shared.operations.stored import event_of, move, said, wrong_step
from shared.service import CommandHandler, command
from shared.work import Work


def replay_event(may: Guard, replayable: frozenset[str]) -> CommandHandler[ReplayEvent, EventState]:
    """Declare the command for one agency's operators and the types that may be repeated."""

    @command(ReplayEvent, post="/events/{seq}/replay", may=may, vi="Áp dụng lại sự kiện")
    def act(asked: ReplayEvent, work: Work) -> EventState:
        """Apply an event again if every reaction to it is declared replayable; else say it is done.

        Raises NotFound, WrongStep (it was never applied: it waits, is parked or was discarded).
        """
        event = event_of(work.session, asked.seq)
        if event.state != State.DONE:
            raise wrong_step(event, "replay")
        if replayable.isdisjoint({event.type, "#"}):
            return said(work, asked, event, event.state, "already done")
        return move(work, asked, event, State.RECEIVED, "replayed", attempts=0)

    return act
