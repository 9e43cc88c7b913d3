"""The next steps as every service offers them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from contracts.errors import NotFound, Refusal
from contracts.names import Name
from shared.authority import Ask, signed_in
from shared.domain.lifecycle import Lifecycle
from shared.next_steps.messages import NextStep, NextSteps, NextStepsAnswer
from shared.service import CommandHandler, Feature, Subject, query, summary_of
from shared.work import Work

ANYTHING = Name("đối tượng", "object")
Command = CommandHandler[Any, Any]
Lifecycles = Mapping[str, Lifecycle]


def next_feature(service: str, subjects: tuple[Subject, ...], commands: tuple[Command, ...]) -> Feature:
    """Return the feature for a service with these kinds of objects and these commands."""
    by_prefix = {each.prefix: each for each in subjects}
    lifecycles = {each.lifecycle.name: each.lifecycle for each in subjects}
    offered = {name: [c for c in commands if _concerns(c, name, lifecycles)] for name in lifecycles}

    @query(NextSteps, get="/next/{subject_id}", may=signed_in, vi="Bước tiếp theo của đối tượng")
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


def _concerns(command: Command, kind: str, lifecycles: Lifecycles) -> bool:
    """Whether a command can be given with an object of this kind.

    Where its address names an object, that is the one of the first step it takes that begins no life; what it
    does to others (a receipt that is reversed re-opens its pledge) is not asked of those.
    """
    taken = [take.partition(":") for take in command.takes]
    named = [of for of, _, step in taken if of in lifecycles and lifecycles[of].steps[step].sources]
    return kind in (named[:1] if "{" in command.path else named)


def _possible(
    service: str, subject: Subject, thing: Any, commands: Sequence[Command], work: Work
) -> Iterator[NextStep]:
    for each in commands:
        steps = _open_steps(each, subject, thing, work)
        if steps and _may(each, thing, work):
            yield NextStep(
                command=each.name,
                command_vi=each.vi,
                command_en=summary_of(each.act)[0],
                address=f"/v1/{service}{_filled(each.path, _named_in(each.path, thing))}",
                steps=steps,
                steps_vi=tuple(subject.lifecycle.steps[step].vi for step in steps),
            )


def _open_steps(command: Command, subject: Subject, thing: Any, work: Work) -> tuple[str, ...]:
    """The steps of a command that are possible from where the object stands today."""
    lifecycle = subject.lifecycle
    own = [step for step in lifecycle.steps if lifecycle.rule(step) in command.takes]
    return tuple(step for step in own if lifecycle.allows(thing, step, work.today))


def _may(command: Command, thing: Any, work: Work) -> bool:
    """Whether guards and checks allow it; a guard that reads a field of the body cannot tell beforehand."""
    said = command.model.model_construct(None, **_named_in(command.path, thing))
    ask = Ask(work.actor, said, work.today)
    try:
        allowed = all(guard.allows(ask) for guard in command.may.each())
        if allowed and command.checks:
            command.checks(thing, work)
    except (AttributeError, LookupError, Refusal):
        return False
    return allowed


def _named_in(path: str, thing: Any) -> dict[str, Any]:
    """What an address says of an object: fields that it has by that name, and its id by any other."""
    names = re.findall(r"{(\w+)}", path)
    fields = {name: getattr(thing, name) for name in names if hasattr(thing, name)}
    others = [name for name in names if name not in fields]
    return {**fields, **dict.fromkeys(others[:1], thing.id)}


def _filled(path: str, named: Mapping[str, Any]) -> str:
    """Fill an address as far as is known; what it names besides stays open."""
    return re.sub(r"{(\w+)}", lambda found: str(named.get(found[1], found[0])), path)
