"""Everything that people read has a Vietnamese name beside the English one."""

from dataclasses import replace
from importlib import import_module
from typing import Annotated, Any, Literal

import pytest

from architecture.names import unnamed, unnamed_refusals
from contracts import catalogue
from contracts.errors import Kind, Refusal
from contracts.messages import Answer, Command, Event
from contracts.names import Named
from shared import example
from shared.authority import anyone
from shared.chassis import with_chassis
from shared.domain.lifecycle import Step
from shared.example import LIFECYCLE, Note, forget_struck_notes
from shared.service import Feature, Service, Subject, command
from shared.work import Work

Text = Annotated[str, Named("Nội dung", "Text")]


@pytest.mark.parametrize("module", ["shared.example", *(f"{name}.service" for name in catalogue.services())])
def test_everything_has_a_vietnamese_name(module: str) -> None:
    assert unnamed(with_chassis(import_module(module).service)) == []


def test_every_refusal_speaks_both_languages() -> None:
    for name in catalogue.services():
        import_module(f"{name}.service")
    assert unnamed_refusals() == []


# The check bites: a made-up service without a single name.


class Part(Answer):
    """A part of an answer."""

    way: Literal["road", "path"]


class Nameless(Answer, vi="Câu trả lời"):
    """An answer."""

    text: str
    named: Text
    parts: Annotated[list[Part], Named("Các phần", "Parts")]
    only: Annotated[Literal["one"], Named("Một", "One", codes={"two": "Hai"})]


class DoNameless(Command):
    """Do something."""

    amount: int | None = None


class NamelessDone(Event, service="nameless", subject="thing"):
    """It was done."""

    thing: Text


def do_nameless(wanted: DoNameless, work: Work) -> Nameless:
    """Do it."""
    raise NotImplementedError(wanted, work)


def playing(feature: Feature) -> Service:
    return replace(example.service, features=[feature])


def test_a_name_that_lacks_is_found_wherever_it_lacks() -> None:
    nameless = command(DoNameless, post="/things", may=replace(anyone, vi=""), vi="")(do_nameless)
    found = unnamed(playing(Feature(commands=[nameless], events=[NamelessDone])))
    assert found == [
        "code Nameless.only=one",
        "code Part.way=path",
        "code Part.way=road",
        "field DoNameless.amount",
        "field Nameless.text",
        "field Part.way",
        "guard anyone",
        "model NamelessDone",
        "model Part",
        "operation do_nameless",
    ]


def test_timers_states_and_steps_need_names_too(monkeypatch: pytest.MonkeyPatch) -> None:
    timer = replace(forget_struck_notes, vi="")
    monkeypatch.setattr(LIFECYCLE, "steps", {**LIFECYCLE.steps, "burn": Step("written", vi="")})
    monkeypatch.setattr(LIFECYCLE, "states", {**LIFECYCLE.states, "burnt": replace(LIFECYCLE.title, vi="")})
    found = unnamed(playing(Feature(timers=[timer], subjects=[Subject("nte", Note, LIFECYCLE)])))
    assert found == ["state note:burnt", "step note:burn", "timer forget_struck_notes"]


def test_a_refusal_without_its_sentence_is_found() -> None:
    silent: Any = type(
        "Silent", (Refusal,), {"slug": "silent", "kind": Kind.CONFLICT, "en": "No.", "__module__": "made.up"}
    )
    assert "refusal made.up.Silent" in unnamed_refusals()
    silent.vi = "Không."
    assert "refusal made.up.Silent" not in unnamed_refusals()
