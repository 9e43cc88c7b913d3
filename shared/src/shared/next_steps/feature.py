"""The next steps as every service offers them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import dropwhile, takewhile
from typing import Any

from contracts.errors import NotFound, Refusal
from contracts.messages import Message
from contracts.names import Name
from shared.authority import Ask, Guard, signed_in
from shared.domain.lifecycle import Lifecycle
from shared.next_steps.messages import NextStep, NextSteps, NextStepsAnswer
from shared.service import CommandHandler, Feature, Subject, query, summary_of
from shared.work import Work

ANYTHING = Name("đối tượng", "object")
Command = CommandHandler[Any, Any]
Lifecycles = Mapping[str, Lifecycle]
Steps = tuple[str, ...]


def next_feature(service: str, subjects: tuple[Subject, ...], commands: tuple[Command, ...]) -> Feature:
    """Return the feature for a service with these kinds of objects and these commands."""
    by_prefix = {each.prefix: each for each in subjects}
    lifecycles = {each.lifecycle.name: each.lifecycle for each in subjects}
    offered = {
        name: [(each, steps) for each in commands if (steps := _own_steps(each, name, lifecycles))]
        for name in lifecycles
    }

    @query(NextSteps, get="/next/{subject_id}", may=signed_in, vi="Các bước tiếp theo có thể thực hiện")
    def next_steps(asked: NextSteps, work: Work) -> NextStepsAnswer:
        """Say which commands the actor may give now with an object, and where to send them."""
        subject = by_prefix.get(asked.subject_id.partition("_")[0])
        thing: Any = work.session.get(subject.model, asked.subject_id) if subject else None
        if subject is None or thing is None:
            raise NotFound(what=ANYTHING, id=asked.subject_id)
        kind = subject.lifecycle.name
        items = tuple(_possible(service, subject, thing, offered[kind], work))
        return NextStepsAnswer(subject_id=asked.subject_id, subject_kind=kind, items=items)

    return Feature(queries=[next_steps])


def _own_steps(command: Command, kind: str, lifecycles: Lifecycles) -> Steps:
    """The steps that a command can take with an object of this kind.

    Where its address names an object, those are the first it takes that begin no life and belong to one kind;
    what it does besides to others (a receipt that is reversed re-opens its pledge) is not asked of those.
    """
    parts = (take.partition(":") for take in command.takes)
    taken = [(of, step) for of, _, step in parts if of in lifecycles]
    ongoing = list(dropwhile(lambda each: not lifecycles[each[0]].steps[each[1]].sources, taken))
    if "{" in command.path:
        ongoing = list(takewhile(lambda each: each[0] == ongoing[0][0], ongoing))
    return tuple(step for of, step in ongoing if of == kind)


def _possible(
    service: str, subject: Subject, thing: Any, commands: Sequence[tuple[Command, Steps]], work: Work
) -> Iterator[NextStep]:
    lifecycle = subject.lifecycle
    for each, own in commands:
        steps = tuple(step for step in own if lifecycle.allows(thing, step, work.today))
        if steps and _may(each, thing, work):
            yield NextStep(
                command=each.name,
                command_vi=each.vi,
                command_en=summary_of(each.act)[0],
                address=f"/v1/{service}{_filled(each.path, _named_in(each.path, thing))}",
                steps=steps,
                steps_vi=tuple(lifecycle.steps[step].vi for step in steps),
            )


def _may(command: Command, thing: Any, work: Work) -> bool:
    """Whether guards and checks allow it, as far as they can tell before the body of the command is known."""
    ask = Ask(work.actor, _as_addressed(command, thing), work.today)
    try:
        allowed = all(_allows(guard, ask) for guard in command.may.each())
        if allowed and command.checks:
            command.checks(thing, work)
    except (LookupError, Refusal):
        return False
    return allowed


def _allows(guard: Guard, ask: Ask) -> bool:
    """Whether a guard allows it; one that reads what the body will say does not forbid it beforehand."""
    try:
        return guard.allows(ask)
    except AttributeError:
        return True


def _as_addressed(command: Command, thing: Any) -> Message:
    """The command as its address gives it: what its body may say, defaults too, is not there to read."""
    named = _named_in(command.path, thing)
    said: Message = command.model.model_construct(None, **named)
    for field in said.__dict__.keys() - named.keys():
        del said.__dict__[field]
    return said


def _named_in(path: str, thing: Any) -> dict[str, Any]:
    """What an address says of an object: fields that it has by that name, and its id by any other."""
    names = re.findall(r"{(\w+)}", path)
    fields = {name: getattr(thing, name) for name in names if hasattr(thing, name)}
    others = [name for name in names if name not in fields]
    return {**fields, **dict.fromkeys(others[:1], thing.id)}


def _filled(path: str, named: Mapping[str, Any]) -> str:
    """Fill an address as far as is known; what it names besides stays open."""
    return re.sub(r"{(\w+)}", lambda found: str(named.get(found[1], found[0])), path)
