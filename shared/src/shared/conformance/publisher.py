"""The kit's publisher: a service whose one command tells facts."""

from pydantic import Field
from sqlalchemy import MetaData

from contracts.messages import Answer, Command, Event
from shared.authority import anyone
from shared.service import Feature, Service, command
from shared.work import Work


class Told(Event, service="conformance", subject="key"):
    """A fact that has its effect once for ever."""

    key: str
    number: int
    text: str = ""


class Shown(Event, service="conformance", subject="key"):
    """A fact whose effect may be repeated: the groups declare it replayable."""

    key: str
    number: int
    text: str = ""


class Tell(Command):
    """Tell facts in one transaction; where `refused` it is rolled back at its end."""

    told: list[Told] = Field(default_factory=list)
    shown: list[Shown] = Field(default_factory=list)
    refused: bool = False


class Refused(Exception):
    """The command was meant to fail."""


@command(Tell, post="/facts", may=anyone, vi="Kể sự kiện")
def tell(asked: Tell, work: Work) -> Answer:
    """Tell facts."""
    for event in (*asked.told, *asked.shown):
        work.emit(event)
    if asked.refused:
        raise Refused
    return Answer()


service = Service(
    name="conformance",
    function="front-standing",
    title_vi="Bên phát của bộ kiểm tra bus",
    title_en="Publisher of the bus conformance kit",
    features=[Feature(commands=[tell], events=[Told, Shown])],
    tables=MetaData(),
    migrations="shared:conformance/no_migrations",
)
