"""A plug-in that never comes back from its first event."""

from itertools import count

from contracts.envelope import Envelope
from faults.plugins.reacting import build
from shared.work import Work


def hang(envelope: Envelope, work: Work) -> None:  # noqa: ARG001 - it looks at nothing
    """Go round for ever."""
    for _ in count():
        pass


service = build(hang)
