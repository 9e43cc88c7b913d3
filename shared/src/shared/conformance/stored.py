"""What is alike for every bus that keeps outbox and inbox in a database: the kit looks into them."""

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from contracts.envelope import Envelope
from contracts.errors import WrongStep
from shared.bus.doorbell import Doorbell
from shared.bus.inbox import State
from shared.conformance.listener import failing, heard
from shared.conformance.port import Fact, Failure
from shared.conformance.publisher import Refused, Shown, Tell, Told
from shared.conformance.publisher import service as publisher
from shared.database import Database
from shared.operations.messages import ReplayEvent, RetryParked
from shared.service import Service
from shared.tables import inbox, outbox
from shared.testing import Stage, actor

OPERATOR = actor("btt-mttq-tinh", roles=frozenset({"operator"}))


class StoredPublisher:
    """The publisher's half of the port."""

    def __init__(self, url: str, doorbell: Doorbell | None = None) -> None:
        """Make the publisher's tables; `doorbell` wakes its relay."""
        self.stage = Stage(publisher, url)
        if doorbell:
            self.stage.use(Database(url, doorbell))

    def publish(self, facts: Sequence[Fact]) -> None:
        """Tell facts in one transaction."""
        self.stage.act(_tell(facts), by=OPERATOR)

    def refuse(self, facts: Sequence[Fact]) -> None:
        """Tell facts in a transaction that is rolled back."""
        try:
            self.stage.act(_tell(facts).model_copy(update={"refused": True}), by=OPERATOR)
        except Refused:
            return
        message = "the transaction was not rolled back"
        raise AssertionError(message)

    def repeat(self, key: str) -> None:
        """Forget that the facts of a key were sent."""

        def forget(session: Session) -> None:
            session.execute(update(outbox).where(outbox.c.key == key).values(published_at=None))
            session.info["emitted"] = True

        self.stage.database.carry_out(forget)

    def forget_sent(self) -> None:
        """Lose every mark of what was sent."""
        unsent = update(outbox).values(published_at=None)
        self.stage.database.carry_out(lambda session: session.execute(unsent))

    def bodies(self, key: str) -> list[bytes]:
        """Return the bytes told for a key."""
        with self.stage.database.reading() as session:
            told = select(outbox.c.envelope).where(outbox.c.key == key)
            return list(session.scalars(told.order_by(outbox.c.seq)))


class StoredGroup:
    """The half of a group's port that its database answers."""

    def __init__(self, service: Service, url: str) -> None:
        """Make the group's tables."""
        self.stage = Stage(service, url)

    def fail(self, key: str, how: Failure | None) -> None:
        """Let the reaction to facts of a key fail from now on, or no more."""

        def note(session: Session) -> None:
            session.execute(delete(failing).where(failing.c.key == key))
            if how:
                session.execute(insert(failing).values(key=key, how=how))

        self.stage.database.carry_out(note)

    def heard(self, key: str) -> list[int]:
        """Return the numbers heard in order."""
        with self.stage.database.reading() as session:
            numbers = select(heard.c.number).where(heard.c.key == key)
            return list(session.scalars(numbers.order_by(heard.c.id)))

    def parked(self, key: str) -> list[int]:
        """Return the numbers of parked facts."""
        rows = self._inbox(key)
        return [Told.read(Envelope.decode(r.envelope).data).number for r in rows if r.state == State.PARKED]

    def bodies(self, key: str) -> list[bytes]:
        """Return the bytes received for a key."""
        return [row.envelope for row in self._inbox(key)]

    def retry(self, key: str) -> None:
        """Try parked and failed facts again; one that succeeded by itself just now is none any more."""
        for row in self._inbox(key):
            if row.state in {State.PARKED, State.RETRY}:
                with suppress(WrongStep):
                    self.stage.act(RetryParked(seq=row.seq, reason="conformance"), by=OPERATOR)

    def replay(self, key: str) -> list[str]:
        """Replay every fact of a key."""
        asked = [ReplayEvent(seq=row.seq, reason="conformance") for row in self._inbox(key)]
        return [self.stage.act(each, by=OPERATOR).outcome for each in asked]

    def _inbox(self, key: str) -> Sequence[Any]:
        rows = select(inbox.c.seq, inbox.c.state, inbox.c.envelope)
        with self.stage.database.reading() as session:
            return session.execute(
                rows.where(inbox.c.key == f"/{publisher.name}/{key}").order_by(inbox.c.seq)
            ).all()


def _tell(facts: Sequence[Fact]) -> Tell:
    values = [(each.shown, {"key": each.key, "number": each.number, "text": each.text}) for each in facts]
    return Tell(
        told=[Told.model_validate(value) for shown, value in values if not shown],
        shown=[Shown.model_validate(value) for shown, value in values if shown],
    )
