"""What operators decide about the journal, about a restored database, and about telling again."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import func, select, update

from contracts.errors import Kind, Refusal
from shared.authority import Guard
from shared.bus.place import Place, keep, place_in
from shared.operations.journal_messages import (
    AcceptJournalLoss,
    AcceptRestored,
    JournalStanding,
    RefillInbox,
    Republished,
    RepublishOutbox,
    TakenBackEvent,
    TakenBackEvents,
    TakenBackPage,
)
from shared.service import CommandHandler, QueryHandler, command, query
from shared.tables import outbox
from shared.work import Work

THE_FIRST = datetime(1970, 1, 1, tzinfo=UTC)


class JournalIsLacking(Refusal):
    """What the journal lacks must be accepted knowingly, not passed over by reading what is left."""

    slug = "journal-lacking"
    kind = Kind.CONFLICT
    vi = "Nhật ký chung không còn giữ phần dịch vụ cần đọc; trước hết phải chấp nhận phần thiếu và nêu lý do."
    en = "The journal no longer holds what the service wants; accept that first, with a reason."


class NothingToAccept(Refusal):
    """Nothing waits for this decision."""

    slug = "nothing-to-accept"
    kind = Kind.CONFLICT
    vi = "Không có việc gì đang chờ quyết định này."
    en = "Nothing waits for this decision."


def refill_inbox(may: Guard) -> CommandHandler[RefillInbox, JournalStanding]:
    """Declare the command for one agency's operators."""

    @command(RefillInbox, post="/journal/refill", may=may, vi="Đọc lại nhật ký chung để bù hộp nhận")
    def act(asked: RefillInbox, work: Work) -> JournalStanding:
        """Have the host read the journal from an instant on, within a second; it stores what is lacking.

        Raises JournalIsLacking.
        """
        if _place(work).lacking:
            raise JournalIsLacking(rule="journal:held")
        return _kept(work, since=asked.since or THE_FIRST)

    return act


def accept_journal_loss(may: Guard) -> CommandHandler[AcceptJournalLoss, JournalStanding]:
    """Declare the command for one agency's operators."""

    @command(AcceptJournalLoss, post="/journal/accept", may=may, vi="Chấp nhận phần nhật ký chung bị thiếu")
    def act(_asked: AcceptJournalLoss, work: Work) -> JournalStanding:
        """Go on with what the journal still has. Raises NothingToAccept.

        Where the journal has the service's own events is not known any more until it is read.
        """
        if not _place(work).lacking:
            raise NothingToAccept(rule="journal:lacking")
        seen = outbox.c.journal_offset.is_not(None) & outbox.c.envelope.is_not(None)
        work.session.execute(update(outbox).where(seen).values(journal_offset=None))
        return _kept(work, since=THE_FIRST, lacking=None, wanted=None, found=None)

    return act


def accept_restored(may: Guard) -> CommandHandler[AcceptRestored, JournalStanding]:
    """Declare the command for one agency's operators."""

    @command(AcceptRestored, post="/outbox/accept", may=may, vi="Cho dịch vụ làm việc tiếp sau khôi phục")
    def act(_asked: AcceptRestored, work: Work) -> JournalStanding:
        """Let the service act again. Raises NothingToAccept."""
        if not _place(work).taken_back:
            raise NothingToAccept(rule="outbox:taken-back")
        return _kept(work, taken_back=0)

    return act


def republish_outbox(may: Guard) -> CommandHandler[RepublishOutbox, Republished]:
    """Declare the command for one agency's operators."""

    @command(RepublishOutbox, post="/outbox/republish", may=may, vi="Công bố lại các sự kiện đã công bố")
    def act(asked: RepublishOutbox, work: Work) -> Republished:
        """Let the relay publish again what it published since an instant, in the order of then.

        What the outbox has forgotten stands in the journal alone; the answer says how many events that are.
        """
        published = outbox.c.published_at.is_not(None) & (outbox.c.created_at >= (asked.since or THE_FIRST))
        forgotten = select(func.count()).where(published, outbox.c.envelope.is_(None))
        kept = update(outbox).where(published, outbox.c.envelope.is_not(None))
        told: Any = work.session.execute(kept.values(published_at=None, journal_offset=None))
        return Republished(
            service=work.service,
            events=told.rowcount,
            forgotten=work.session.execute(forgotten).scalar_one(),
        )

    return act


def taken_back_events(may: Guard) -> QueryHandler[TakenBackEvents, TakenBackPage]:
    """Declare the query for one agency's operators."""

    @query(TakenBackEvents, get="/outbox/taken-back", may=may, vi="Các việc mà cơ sở dữ liệu thiếu")
    def act(asked: TakenBackEvents, work: Work) -> TakenBackPage:
        """List the events that were taken back from the journal, in its order."""
        after = int(asked.cursor) if asked.cursor and asked.cursor.isdigit() else 0
        taken = outbox.c.taken_back.is_(True) & (outbox.c.seq > after)
        rows = work.session.execute(
            select(outbox).where(taken).order_by(outbox.c.seq).limit(asked.limit + 1)
        ).all()
        shown = [
            TakenBackEvent(event_id=row.event_id, type=row.type, key=row.key, told_at=row.created_at)
            for row in rows[: asked.limit]
        ]
        more = str(rows[asked.limit - 1].seq) if len(rows) > asked.limit else None
        return TakenBackPage(items=shown, next_cursor=more)

    return act


def standing_of(service: str, place: Place | None) -> JournalStanding:
    """Say how a service stands to the journal."""
    found = place or Place()
    return JournalStanding(
        service=service,
        complete_to=found.offset if place else None,
        proved_at=found.proved_at,
        lacking=found.lacking,
        taken_back=found.taken_back,
    )


def _place(work: Work) -> Place:
    return place_in(work.session) or Place()


def _kept(work: Work, **values: Any) -> JournalStanding:
    keep(work.session, **values)
    return standing_of(work.service, place_in(work.session))
