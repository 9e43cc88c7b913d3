"""A plug-in that never comes back from its first event."""

from itertools import count

from sqlalchemy.orm import Session

from chungtay.faults.plugins.reacting import build
from contracts.envelope import Envelope
from shared.work import Work


def hang(envelope: Envelope, work: Work[Session]) -> None:  # noqa: ARG001 - it looks at nothing
    """Go round for ever."""
    for _ in count():
        pass


service = build(hang)
