"""How a service is declared: its commands, queries, reactions, and whose it is."""

import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar, get_type_hints

from sqlalchemy import MetaData
from sqlalchemy.orm import Session

from contracts.envelope import Envelope
from contracts.messages import Answer, Command, Event, Query
from shared.authority import Guard
from shared.work import Work

C = TypeVar("C", bound=Command)
Q = TypeVar("Q", bound=Query)
E = TypeVar("E", bound=Event)
S = TypeVar("S")
A = TypeVar("A", bound=Answer)


@dataclass(frozen=True)
class CommandHandler(Generic[C, S, A]):
    """A command with its address, its guard, the duties it serves, and the act itself."""

    model: type[C]
    answer: type[A]
    act: Callable[[C, Work[S]], A]
    path: str
    may: Guard
    duties: tuple[str, ...]

    def __call__(self, command: C, work: Work[S]) -> A:
        """Carry out the act within a unit of work."""
        return self.act(command, work)

    @property
    def name(self) -> str:
        """The name on the bus."""
        return self.model.wire_name()


@dataclass(frozen=True)
class QueryHandler(Generic[Q, S, A]):
    """A query with its address, its guard, and how it is answered.

    `personal` says that the answer holds personal data: each reading leaves an audit entry.
    """

    model: type[Q]
    answer: type[A]
    act: Callable[[Q, Work[S]], A]
    path: str
    may: Guard
    personal: bool = False

    def __call__(self, query: Q, work: Work[S]) -> A:
        """Answer within a unit of work that changes nothing."""
        return self.act(query, work)

    @property
    def name(self) -> str:
        """The name on the bus."""
        return self.model.wire_name()


@dataclass(frozen=True)
class Reaction(Generic[S]):
    """What a service does when an event arrives; `event` is None for every event of all services."""

    event: type[Event] | None
    act: Callable[[Any, Work[S]], None]
    replayable: bool = False

    @property
    def wire_type(self) -> str:
        """The type it listens to, or `#` for every event."""
        return self.event.wire_type() if self.event else "#"

    def __call__(self, envelope: Envelope, work: Work[S]) -> None:
        """Read the event and apply it within a unit of work."""
        self.act(self.event.read(envelope.data) if self.event else envelope, work)


def command(
    model: type[C], *, post: str, may: Guard, duties: Sequence[str] = ()
) -> Callable[[Callable[[C, Work[S]], A]], CommandHandler[C, S, A]]:
    """Declare a command: its model, its address below `/v1/{service}`, who may, which duties it serves."""

    def declare(act: Callable[[C, Work[S]], A]) -> CommandHandler[C, S, A]:
        return CommandHandler(model, get_type_hints(act)["return"], act, post, may, tuple(duties))

    return declare


def query(
    model: type[Q], *, get: str, may: Guard, personal: bool = False
) -> Callable[[Callable[[Q, Work[S]], A]], QueryHandler[Q, S, A]]:
    """Declare a query: its model, its address below `/v1/{service}`, and who may ask.

    Where the answer holds `personal` data, each reading is audited.
    """

    def declare(act: Callable[[Q, Work[S]], A]) -> QueryHandler[Q, S, A]:
        return QueryHandler(model, get_type_hints(act)["return"], act, get, may, personal)

    return declare


def reaction(
    event: type[E], *, replayable: bool = False
) -> Callable[[Callable[[E, Work[S]], None]], Reaction[S]]:
    """Declare what is done when an event arrives."""
    return lambda act: Reaction(event, act, replayable)


def reaction_to_every_event(act: Callable[[Envelope, Work[S]], None]) -> Reaction[S]:
    """Declare what is done with every event of every service; it is given the envelope."""
    return Reaction(None, act, replayable=True)


@dataclass(frozen=True)
class Service(Generic[S]):
    """The table of contents of a service.

    `function` is resolved to the agency in force on a date; `store` makes the repositories of one
    session; `migrations` is the folder of the service's Alembic revisions.
    """

    name: str
    function: str
    title_vi: str
    title_en: str
    store: Callable[[Session], S]
    tables: MetaData
    migrations: str
    commands: Sequence[CommandHandler[Any, S, Any]]
    queries: Sequence[QueryHandler[Any, S, Any]]
    reactions: Sequence[Reaction[S]] = ()
    events: Sequence[type[Event]] = ()
    version: str = "0.1.0"
    command_named: dict[str, CommandHandler[Any, S, Any]] = field(init=False)
    query_named: dict[str, QueryHandler[Any, S, Any]] = field(init=False)

    def __post_init__(self) -> None:
        """Index the handlers by name."""
        object.__setattr__(self, "command_named", {each.name: each for each in self.commands})
        object.__setattr__(self, "query_named", {each.name: each for each in self.queries})

    def replayable(self) -> frozenset[str]:
        """Return the wire types to which every reaction may be repeated; `#` stands for every type."""
        fixed = {each.wire_type for each in self.reactions if not each.replayable}
        if fixed:
            fixed.add("#")
        return frozenset(each.wire_type for each in self.reactions) - fixed


def summary_of(act: Callable[..., Any]) -> tuple[str, str]:
    """Split a handler's docstring into its first line and the rest."""
    first, _, rest = inspect.cleandoc(act.__doc__ or "").partition("\n")
    return first, rest.strip()
