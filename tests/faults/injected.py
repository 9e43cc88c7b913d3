"""What the faults themselves put on the bus: it is no ghost, and each service must apply it or park it."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from contracts.envelope import Envelope
from faults.members import Member
from shared.bus.inbox import State
from shared.bus.trust import UNREADABLE


class Foreign(NamedTuple):
    """A message: its type, None where nobody can read it, and the services that must park it."""

    type: str | None
    parkers: frozenset[str]


@dataclass
class Injected:
    """Foreign messages by source and id.

    `subjects` are, by type, the subjects of injected events that are rightly applied; `keys` are those
    under which operators acted.
    """

    messages: dict[tuple[str, str], Foreign] = field(default_factory=dict)
    subjects: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    keys: set[str] = field(default_factory=set)

    def event(self, envelope: Envelope, parked_by: Iterable[str] = ()) -> None:
        """Note a readable event that no outbox holds, and who must park it."""
        parkers = frozenset(parked_by)
        self.messages[envelope.source, envelope.id] = Foreign(envelope.type, parkers)
        if not parkers:
            self.subjects[envelope.type].add(envelope.subject)

    def garbage(self, body: bytes, kind: str = UNREADABLE) -> None:
        """Note a message that nobody can read, or believe: who hears it keeps it raw and parks it."""
        self.messages[kind, hashlib.sha256(body).hexdigest()] = Foreign(None, frozenset())

    def knows(self, source: str, event_id: str) -> bool:
        """Say whether a message was injected."""
        return (source, event_id) in self.messages

    def heard_by(self, member: Member) -> set[tuple[str, str]]:
        """Return the messages that come to a service; the unreadable ones go where drives are heard of."""
        return {each for each, sent in self.messages.items() if member.hears(sent.type or GARBAGE_TYPE)}

    def must_park(self, service: str, source: str, event_id: str) -> bool:
        """Say whether it would be wrong if this service applied this message."""
        sent = self.messages.get((source, event_id))
        return sent is not None and (sent.type is None or service in sent.parkers)

    def explains(self, service: str, source: str, event_id: str, state: str) -> bool:
        """Say whether this message is rightly not `done` at this service, but in this state."""
        return state in {State.PARKED, State.DISCARDED} and self.must_park(service, source, event_id)


GARBAGE_TYPE = "funds.drive_opened.v1"
