"""Apply an event again."""

from sqlalchemy import select

from contracts.errors import Kind, Refusal
from shared.authority import Guard
from shared.bus.inbox import State
from shared.operations.messages import EventState, ReplayEvent
from shared.operations.stored import event_of, move, said, wrong_step
from shared.service import CommandHandler, command
from shared.tables import inbox
from shared.work import Work


class BytesForgotten(Refusal):
    """The event was applied so long ago that only the journal has its bytes."""

    slug = "event-bytes-forgotten"
    kind = Kind.CONFLICT
    vi = (
        "Nội dung của sự kiện số {seq} đã quá thời hạn lưu trong hộp nhận; "
        "nếu cần, hãy tra trong nhật ký chung."
    )
    en = "The inbox no longer keeps the bytes of event {seq}; look it up in the journal."


def replay_event(may: Guard, replayable: frozenset[str]) -> CommandHandler[ReplayEvent, EventState]:
    """Declare the command for one agency's operators and the types that may be repeated."""

    @command(ReplayEvent, post="/events/{seq}/replay", may=may, vi="Áp dụng lại sự kiện")
    def act(asked: ReplayEvent, work: Work) -> EventState:
        """Apply an event again if every reaction to it is declared replayable; else say it is done.

        Raises NotFound, WrongStep (it was never applied: it waits, is parked or was discarded),
        BytesForgotten.
        """
        event = event_of(work.session, asked.seq)
        if event.state != State.DONE:
            raise wrong_step(event, "replay")
        if replayable.isdisjoint({event.type, "#"}):
            return said(work, asked, event, event.state, "already done")
        if work.session.scalar(select(inbox.c.envelope.is_(None)).where(inbox.c.seq == event.seq)):
            raise BytesForgotten(rule="inbox-event:bytes", seq=asked.seq)
        return move(work, asked, event, State.RECEIVED, "replayed", attempts=0)

    return act
