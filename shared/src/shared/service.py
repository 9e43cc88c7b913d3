"""How a service is declared: features, and in them commands, queries, reactions, timers, jobs, events."""

import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, Literal, TypeVar, get_type_hints, overload

from sqlalchemy import MetaData

from contracts.envelope import Envelope
from contracts.errors import Refusal
from contracts.messages import Answer, Command, Event, Query
from shared.authority import Guard
from shared.domain.lifecycle import Lifecycle
from shared.work import JobRun, Work

C = TypeVar("C", bound=Command)
Q = TypeVar("Q", bound=Query)
E = TypeVar("E", bound=Event)
A = TypeVar("A", bound=Answer)
Period = Literal["hour", "day", "month"]
Check = Callable[[Any, Work], None]
OnEnvelope = Callable[[Envelope, Work], None]


@dataclass(frozen=True)
class CommandHandler(Generic[C, A]):
    """A command with its address, its names, its guard, the duties it serves, and the act itself.

    `takes` are the steps of lifecycles that it takes (`donation:reverse`), first those of the object which
    its address names by id or by a field of its own, then those of others; `checks` is what it asks of that
    object and the actor besides `may`, so that an actor can be told beforehand what is possible; `accepted`
    says that the answer tells only that it was taken in (202), and that a job does the rest.
    """

    model: type[C]
    answer: type[A]
    act: Callable[[C, Work], A]
    path: str
    may: Guard
    vi: str
    duties: tuple[str, ...]
    takes: tuple[str, ...]
    checks: Check | None
    accepted: bool

    def __call__(self, command: C, work: Work) -> A:
        """Carry out the act within a unit of work."""
        return self.act(command, work)

    @property
    def name(self) -> str:
        """The name on the bus."""
        return self.model.wire_name()


@dataclass(frozen=True)
class QueryHandler(Generic[Q, A]):
    """A query with its address, its names, its guard, and how it is answered.

    `personal` says that the answer holds personal data: each reading leaves an audit entry.
    """

    model: type[Q]
    answer: type[A]
    act: Callable[[Q, Work], A]
    path: str
    may: Guard
    vi: str
    personal: bool = False

    def __call__(self, query: Q, work: Work) -> A:
        """Answer within a unit of work that changes nothing."""
        return self.act(query, work)

    @property
    def name(self) -> str:
        """The name on the bus."""
        return self.model.wire_name()


@dataclass(frozen=True)
class Reaction:
    """What a service does when an event arrives; `event` is None for every event of all services."""

    event: type[Event] | None
    act: Callable[[Any, Work], None]
    replayable: bool = False
    takes: tuple[str, ...] = ()
    seconds: float | None = None

    @property
    def wire_type(self) -> str:
        """The type it listens to, or `#` for every event."""
        return self.event.wire_type() if self.event else "#"

    def __call__(self, envelope: Envelope, work: Work) -> None:
        """Read the event and apply it within a unit of work."""
        self.act(self.event.read(envelope.data) if self.event else envelope, work)


@dataclass(frozen=True)
class Timer:
    """What a service does by itself, once in each hour, day or month of Vietnam."""

    act: Callable[[Work], None]
    every: Period
    vi: str
    takes: tuple[str, ...] = ()

    def __call__(self, work: Work) -> None:
        """Do what is due within a unit of work."""
        self.act(work)

    @property
    def name(self) -> str:
        """The name of its act."""
        return self.act.__name__


@dataclass(frozen=True)
class Job:
    """What a service does after a command with what a caller sent, in a process of its own.

    The process may take `seconds` of processor time and as long by the clock again, and `memory_mb` MiB;
    `refused` is told what the act refused, or that it went beyond its limits.
    """

    act: Callable[[JobRun], None]
    refused: Callable[[str, Refusal, Work], None]
    vi: str
    seconds: int
    memory_mb: int
    takes: tuple[str, ...]

    @property
    def name(self) -> str:
        """The name of its act."""
        return self.act.__name__


@dataclass(frozen=True)
class Subject:
    """A kind of object that has a life: the prefix of its ids, its class, and its lifecycle.

    `personal` says that it is about a household or a person: only its own place reads its history.
    """

    prefix: str
    model: type
    lifecycle: Lifecycle
    personal: bool = False


def command(  # noqa: PLR0913 - a declaration has as many parts as the manifest shows
    model: type[C],
    *,
    post: str,
    may: Guard,
    vi: str,
    duties: Sequence[str] = (),
    takes: Sequence[str] = (),
    checks: Check | None = None,
    accepted: bool = False,
) -> Callable[[Callable[[C, Work], A]], CommandHandler[C, A]]:
    """Declare a command: its address below `/v1/{service}`, who may, its name, which duties it serves."""

    def declare(act: Callable[[C, Work], A]) -> CommandHandler[C, A]:
        answer = get_type_hints(act)["return"]
        steps = tuple(takes)
        return CommandHandler(model, answer, act, post, may, vi, tuple(duties), steps, checks, accepted)

    return declare


def query(
    model: type[Q], *, get: str, may: Guard, vi: str, personal: bool = False
) -> Callable[[Callable[[Q, Work], A]], QueryHandler[Q, A]]:
    """Declare a query: its model, its address below `/v1/{service}`, who may ask, and its name.

    Where the answer holds `personal` data, each reading is audited.
    """

    def declare(act: Callable[[Q, Work], A]) -> QueryHandler[Q, A]:
        return QueryHandler(model, get_type_hints(act)["return"], act, get, may, vi, personal)

    return declare


def reaction(
    event: type[E], *, replayable: bool = False, takes: Sequence[str] = (), seconds: float | None = None
) -> Callable[[Callable[[E, Work], None]], Reaction]:
    """Declare what is done when an event arrives; `seconds` where it needs more than the host's setting."""
    return lambda act: Reaction(event, act, replayable, tuple(takes), seconds)


@overload
def reaction_to_every_event(act: OnEnvelope) -> Reaction: ...
@overload
def reaction_to_every_event(*, takes: Sequence[str]) -> Callable[[OnEnvelope], Reaction]: ...
def reaction_to_every_event(
    act: OnEnvelope | None = None, *, takes: Sequence[str] = ()
) -> Reaction | Callable[[OnEnvelope], Reaction]:
    """Declare what is done with every event of every service; it is given the envelope."""
    if act is None:
        return lambda act: Reaction(None, act, replayable=True, takes=tuple(takes))
    return Reaction(None, act, replayable=True)


def timer(*, every: Period, vi: str, takes: Sequence[str] = ()) -> Callable[[Callable[[Work], None]], Timer]:
    """Declare what is done once in each period; the act finds what is due in the service's own database."""
    return lambda act: Timer(act, every, vi, tuple(takes))


def job(
    *,
    vi: str,
    refused: Callable[[str, Refusal, Work], None],
    seconds: int = 60,
    memory_mb: int = 1024,
    takes: Sequence[str] = (),
) -> Callable[[Callable[[JobRun], None]], Job]:
    """Declare a job, which commands ask for by `shared.jobs.ask_for`; see there."""
    return lambda act: Job(act, refused, vi, seconds, memory_mb, tuple(takes))


@dataclass(frozen=True)
class Feature:
    """One subject of a service: everything it does, answers, hears, does by itself, and tells."""

    commands: Sequence[CommandHandler[Any, Any]] = ()
    queries: Sequence[QueryHandler[Any, Any]] = ()
    reactions: Sequence[Reaction] = ()
    timers: Sequence[Timer] = ()
    jobs: Sequence[Job] = ()
    events: Sequence[type[Event]] = ()
    subjects: Sequence[Subject] = ()


@dataclass(frozen=True, eq=False)
class Service:
    """The table of contents of a service: a list of features, each of which may use those before it.

    `function` is resolved to the agency in force on a date; `migrations` is the folder of the service's
    Alembic revisions.
    """

    name: str
    function: str
    title_vi: str
    title_en: str
    features: Sequence[Feature]
    tables: MetaData
    migrations: str
    version: str = "0.2.0"
    commands: tuple[CommandHandler[Any, Any], ...] = field(init=False)
    queries: tuple[QueryHandler[Any, Any], ...] = field(init=False)
    reactions: tuple[Reaction, ...] = field(init=False)
    timers: tuple[Timer, ...] = field(init=False)
    jobs: tuple[Job, ...] = field(init=False)
    events: tuple[type[Event], ...] = field(init=False)
    subjects: tuple[Subject, ...] = field(init=False)
    command_named: dict[str, CommandHandler[Any, Any]] = field(init=False)
    query_named: dict[str, QueryHandler[Any, Any]] = field(init=False)
    job_named: dict[str, Job] = field(init=False)

    def __post_init__(self) -> None:
        """Put the features together, and index the handlers by name. Raises TypeError for doublets."""
        for part in ("commands", "queries", "reactions", "timers", "jobs", "events", "subjects"):
            every = tuple(each for feature in self.features for each in getattr(feature, part))
            object.__setattr__(self, part, every)
        operations: list[CommandHandler[Any, Any] | QueryHandler[Any, Any]] = [*self.commands, *self.queries]
        self._require_distinct("operations", [each.name for each in operations])
        self._require_distinct("timers", [each.name for each in self.timers])
        self._require_distinct("jobs", [each.name for each in self.jobs])
        self._require_distinct("prefixes", [each.prefix for each in self.subjects])
        self._require_distinct("lifecycles", [each.lifecycle.name for each in self.subjects])
        object.__setattr__(self, "command_named", {each.name: each for each in self.commands})
        object.__setattr__(self, "query_named", {each.name: each for each in self.queries})
        object.__setattr__(self, "job_named", {each.name: each for each in self.jobs})

    def _require_distinct(self, what: str, names: Sequence[str]) -> None:
        if twice := sorted({name for name in names if names.count(name) > 1}):
            message = f"{self.name} declares {what} twice: {', '.join(twice)}"
            raise TypeError(message)

    def replayable(self) -> frozenset[str]:
        """Return the wire types to which every reaction may be repeated; `#` stands for every type."""
        fixed = {each.wire_type for each in self.reactions if not each.replayable}
        if fixed:
            fixed.add("#")
        return frozenset(each.wire_type for each in self.reactions) - fixed


def summary_of(act: Callable[..., Any]) -> tuple[str, str]:
    """Split a handler's docstring into what it does, in one line, and the rest with what it may raise."""
    first, _, rest = inspect.cleandoc(act.__doc__ or "").partition("\n")
    summary, _, raises = first.partition(" Raises")
    return summary, "\n\n".join(filter(None, [rest.strip(), raises and f"Raises{raises}"]))
