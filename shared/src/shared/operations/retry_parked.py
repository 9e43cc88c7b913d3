"""Try a parked event again."""

from contracts.errors import Kind, Refusal
from shared.authority import Guard
from shared.bus.inbox import UNREADABLE, State
from shared.operations.messages import EventState, RetryParked
from shared.operations.stored import move, parked_of
from shared.service import CommandHandler, command
from shared.work import Work


class Unreadable(Refusal):
    """The bytes of an event cannot be read, so no reaction can be given them."""

    slug = "event-unreadable"
    kind = Kind.CONFLICT
    vi = "Không đọc được sự kiện {seq} nên không thể thử lại."
    en = "Event {seq} cannot be read, so it cannot be tried again."


def retry_parked(may: Guard) -> CommandHandler[RetryParked, EventState]:
    """Declare the command for one agency's operators."""

    @command(RetryParked, post="/parked/{seq}/retry", may=may, vi="Thử lại sự kiện bị giữ")
    def act(asked: RetryParked, work: Work) -> EventState:
        """Try a parked event again now; the later events of its key follow it in order.

        Raises NotFound, WrongStep (not parked), Unreadable.
        """
        event = parked_of(work.session, asked.seq, "retry")
        if event.source == UNREADABLE:
            raise Unreadable(rule="inbox-event:readable", seq=asked.seq)
        return move(work, asked, event, State.RECEIVED, "retried", attempts=0, next_attempt_at=None)

    return act
