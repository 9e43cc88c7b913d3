"""A plug-in whose reaction does what the test says: `build(act)` makes the service."""

from collections.abc import Callable

from contracts.envelope import Envelope
from faults.witness import tables
from shared.service import Feature, Service, reaction_to_every_event
from shared.work import Work

NAME = "badplugin"


def build(act: Callable[[Envelope, Work], None]) -> Service:
    """Return a service that does this with every event."""
    return Service(
        name=NAME,
        function="front-standing",
        title_vi="Phần mềm lỗi",
        title_en="Bad plug-in",
        features=[Feature(reactions=[reaction_to_every_event(act)])],
        tables=tables,
        migrations="faults:witness_migrations",
    )
