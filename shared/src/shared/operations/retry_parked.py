"""Try a parked event again."""

from contracts.errors import Kind, Refusal
from shared.authority import Guard
from shared.bus.inbox import State
from shared.bus.trust import NO_EVENTS
from shared.operations.messages import EventState, RetryParked
from shared.operations.stored import move, parked_of
from shared.service import CommandHandler, command
from shared.work import Work


class NoEvent(Refusal):
    """What was received cannot be read, or is not from whom it says: no reaction can be given it."""

    slug = "no-event"
    kind = Kind.CONFLICT
    vi = "Bản tin {seq} không đọc được hoặc không đúng nguồn nên không thể thử lại."
    en = "Message {seq} cannot be read or is not from whom it says, so it cannot be tried again."


def retry_parked(may: Guard) -> CommandHandler[RetryParked, EventState]:
    """Declare the command for one agency's operators."""

    @command(RetryParked, post="/parked/{seq}/retry", may=may, vi="Thử lại sự kiện bị giữ")
    def act(asked: RetryParked, work: Work) -> EventState:
        """Try a parked event again now; the later events of its key follow it in order.

        Raises NotFound, WrongStep (not parked), NoEvent.
        """
        event = parked_of(work.session, asked.seq, "retry")
        if event.source in NO_EVENTS:
            raise NoEvent(rule="inbox-event:verified", seq=asked.seq)
        return move(work, asked, event, State.RECEIVED, "retried", attempts=0, next_attempt_at=None)

    return act
