"""A plug-in that fails at every event."""

from sqlalchemy.orm import Session

from chungtay.faults.plugins.reacting import build
from contracts.envelope import Envelope
from shared.work import Work


def fail(envelope: Envelope, work: Work[Session]) -> None:  # noqa: ARG001 - it looks at nothing
    """Fail."""
    message = "a bug"
    raise RuntimeError(message)


service = build(fail)
