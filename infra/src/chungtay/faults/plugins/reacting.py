"""A plug-in whose reaction does what the test says: `build(act)` makes the service."""

from collections.abc import Callable

from sqlalchemy.orm import Session

from chungtay.faults.witness import tables
from contracts.envelope import Envelope
from shared.service import Service, reaction_to_every_event
from shared.work import Work

NAME = "badplugin"


def build(act: Callable[[Envelope, Work[Session]], None]) -> Service[Session]:
    """Return a service that does this with every event."""
    return Service(
        name=NAME,
        function="front-standing",
        title_vi="Phần mềm lỗi",
        title_en="Bad plug-in",
        store=lambda session: session,
        tables=tables,
        migrations="chungtay.faults:witness_migrations",
        commands=[],
        queries=[],
        reactions=[reaction_to_every_event(act)],
    )
