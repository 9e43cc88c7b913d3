"""The life of an object: its states, the steps that lead from one to the next, and whom each awaits.

    LIFECYCLE = Lifecycle("donation", vi="Khoản ủng hộ", states=DonationState, steps={
        "record":  Step(to="posted", vi="Ghi nhận"),
        "reverse": Step("posted", to="reversed", vi="Hủy phiếu thu"),
    })

An object has `id`, `state` and `stands_since`, the day from which it stands in its state; its
`__post_init__` begins its life, its methods take steps.
The unit of work writes what was taken into the history and into the tasks, in the same transaction.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, get_args

from contracts.errors import DayBeforeLastStep, WrongStep
from contracts.names import Name, named, plain

_TAKEN = "_steps_taken"


@dataclass(frozen=True)
class Awaits:
    """Who must act next after a step, and by when.

    `step` is the step awaited, `bodies` names those who may take it, `within` is the rule that counts the
    days from the step taken; `due` gives the day where the object itself knows it.
    """

    step: str
    bodies: Callable[[Any], Iterable[str]]
    within: str | None = None
    due: Callable[[Any], date | None] | None = None


@dataclass(frozen=True, init=False)
class Step:
    """What leads from one of the `sources` to a state.

    A step without sources begins the life; one without `to` stays where it is taken. One that stays fulfils
    what awaits the acting body under its own name or, where it answers otherwise, under those of `fulfils`
    (an invitation to join is answered by declining too). With `moves_day` what comes later may not be dated
    before it, though the state is the same. `once` says of an object whether it has taken the step already.
    """

    sources: tuple[str, ...]
    to: str | None
    vi: str
    awaits: tuple[Awaits, ...]
    fulfils: tuple[str, ...]
    moves_day: bool
    once: Callable[[Any], bool] | None

    def __init__(
        self,
        *sources: str,
        to: str | None = None,
        vi: str,
        awaits: Awaits | Iterable[Awaits] = (),
        fulfils: Iterable[str] = (),
        moves_day: bool = False,
        once: Callable[[Any], bool] | None = None,
    ) -> None:
        """Say where the step is possible, where it leads, its Vietnamese name, and whom it then awaits."""
        object.__setattr__(self, "sources", sources)
        object.__setattr__(self, "to", to)
        object.__setattr__(self, "vi", vi)
        object.__setattr__(self, "awaits", (awaits,) if isinstance(awaits, Awaits) else tuple(awaits))
        object.__setattr__(self, "fulfils", tuple(fulfils))
        object.__setattr__(self, "moves_day", moves_day)
        object.__setattr__(self, "once", once)


@dataclass(frozen=True)
class Taken:
    """A step that an object took on a day; `source` is None where its life began."""

    lifecycle: "Lifecycle"
    step: str
    source: str | None
    to: str
    on: date
    reason: str | None

    @property
    def stays(self) -> bool:
        """Whether it left the object in the state in which it was."""
        return self.source == self.to


class Lifecycle:
    """The one state machine of a kind of object.

    `states` is the `Literal` of the object's states with the name of each. `stands` says in which state an
    object is on a day, where that is more than the state that is kept (an agreed assignment turns overdue).
    """

    def __init__(
        self,
        name: str,
        *,
        vi: str,
        states: Any,
        steps: Mapping[str, Step],
        stands: Callable[[Any, date], str] = lambda thing, _: str(thing.state),
    ) -> None:
        """Check that each step leads between known states. Raises TypeError."""
        self.name = name
        self.title = Name(vi, plain(name))
        self.states = _names_of(states)
        self.steps = MappingProxyType(dict(steps))
        self._stands = stands
        self._check()

    def begin(self, thing: Any, step: str, on: date, *, reason: str | None = None) -> None:
        """Give a new object its first state."""
        self._keep(thing, step, None, on, reason)

    def take(
        self, thing: Any, step: str, on: date, *, reason: str | None = None, since: date | None = None
    ) -> None:
        """Take a step. Raises WrongStep, DayBeforeLastStep."""
        self.check(thing, step, on, since=since)
        self._keep(thing, step, thing.state, on, reason)

    def check(self, thing: Any, step: str, on: date, *, since: date | None = None) -> None:
        """Refuse a step that is not possible on a day, and take none. Raises WrongStep, DayBeforeLastStep.

        Steps whose days may come in any order name the day `since` which they are possible; all others are
        possible since the day from which the object stands in its state.
        """
        self.check_state(thing, step, on)
        earliest = since or thing.stands_since
        if on < earliest:
            raise DayBeforeLastStep(rule=self.rule(step), since=earliest)

    def check_state(self, thing: Any, step: str, on: date) -> None:
        """Refuse what the object's state does not allow; its last step may be later. Raises WrongStep."""
        if not self.allows(thing, step, on):
            raise self.wrong(thing, step, on)

    def allows(self, thing: Any, step: str, on: date) -> bool:
        """Whether an object may take a step from where it stands on a day."""
        found = self.steps[step]
        return self._stands(thing, on) in found.sources and not (found.once and found.once(thing))

    def wrong(self, thing: Any, step: str, on: date) -> WrongStep:
        """Return the refusal of a step, which names its rule, for whoever checks more than the state."""
        once, name = self.steps[step].once, self.step_name(step)
        done = once is not None and once(thing)
        return WrongStep(
            rule=self.rule(step),
            what=self.title,
            subject=thing.id,
            state=_done(name) if done else self.states[self._stands(thing, on)],
            step=name,
        )

    def rule(self, step: str) -> str:
        """Name the rule of a step, as refusals and commands do: `donation:reverse`."""
        return f"{self.name}:{step}"

    def step_name(self, step: str) -> Name:
        """What a step is called in both languages."""
        return Name(self.steps[step].vi, plain(step))

    @property
    def awaits_somebody(self) -> bool:
        """Whether any step opens tasks."""
        return any(step.awaits for step in self.steps.values())

    def _keep(self, thing: Any, step: str, source: str | None, on: date, reason: str | None) -> None:
        to = self.steps[step].to or str(source)
        thing.state = to
        if source is None:
            thing.stands_since = on
        elif to != source or self.steps[step].moves_day:
            thing.stands_since = max(thing.stands_since, on)
        taken = Taken(self, step, source, to, on, reason)
        thing.__dict__.setdefault(_TAKEN, []).append(taken)

    def _check(self) -> None:
        used = {state for step in self.steps.values() for state in (*step.sources, step.to) if state}
        awaited = {each.step for step in self.steps.values() for each in step.awaits}
        fulfilled = {each for step in self.steps.values() for each in step.fulfils}
        if endless := [name for name, step in self.steps.items() if not (step.sources or step.to)]:
            message = f"lifecycle {self.name} does not say where {', '.join(endless)} leads"
            raise TypeError(message)
        if lost := (used - set(self.states)) | ((awaited | fulfilled) - set(self.steps)):
            message = f"lifecycle {self.name} does not know {', '.join(sorted(lost))}"
            raise TypeError(message)


def steps_taken(thing: object) -> list[Taken]:
    """Return the steps that an object took and that nobody has written down yet, and forget them."""
    taken: list[Taken] = thing.__dict__.pop(_TAKEN, []) if hasattr(thing, "__dict__") else []
    return taken


def _done(step: Name) -> Name:
    """How an object stands that has taken a step which is taken once."""
    return Name(f"đã {step.vi[:1].lower()}{step.vi[1:]}", f"{step.en}: done")


def _names_of(states: Any) -> Mapping[str, Name]:
    said = named(states)
    codes = get_args(get_args(states)[0]) if said else ()
    if said is None or set(codes) != set(said.codes):
        message = f"every state of {states} needs its name"
        raise TypeError(message)
    return MappingProxyType(dict(said.codes))
