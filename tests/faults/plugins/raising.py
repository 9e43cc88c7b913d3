"""A plug-in that fails at every event."""

from contracts.envelope import Envelope
from faults.plugins.reacting import build
from shared.work import Work


def fail(envelope: Envelope, work: Work) -> None:  # noqa: ARG001 - it looks at nothing
    """Fail."""
    message = "a bug"
    raise RuntimeError(message)


service = build(fail)
