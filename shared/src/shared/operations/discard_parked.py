"""Set a parked event aside."""

from shared.authority import Guard
from shared.bus.inbox import State
from shared.operations.messages import DiscardParked, EventState
from shared.operations.stored import move, parked_of
from shared.service import CommandHandler, command
from shared.work import Work


def discard_parked(may: Guard) -> CommandHandler[DiscardParked, EventState]:
    """Declare the command for one agency's operators."""

    @command(DiscardParked, post="/parked/{seq}/discard", may=may, vi="Bỏ sự kiện bị giữ")
    def act(asked: DiscardParked, work: Work) -> EventState:
        """Set a parked event aside for good. Its bytes are kept; its key goes on.

        Raises NotFound, WrongStep (not parked).
        """
        event = parked_of(work.session, asked.seq, "discard")
        return move(work, asked, event, State.DISCARDED, "discarded", next_attempt_at=None)

    return act
