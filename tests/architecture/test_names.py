"""Everything that people read has a Vietnamese name beside the English one."""

from dataclasses import replace
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from architecture.names import unnamed, unnamed_refusals
from architecture.sentences import coded
from contracts import catalogue
from contracts.errors import Kind, Refusal
from contracts.messages import Answer, Command, Event
from contracts.names import Named
from contracts.reference import agencies, body_name, function_names, rule_name, rules, unit_name, units
from shared import example
from shared.authority import anyone
from shared.chassis import with_chassis
from shared.domain.lifecycle import Step
from shared.example import LIFECYCLE, Note, forget_struck_notes
from shared.sentences import codes_in
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


# Sentences name things; codes are for machines.

ROOT = Path(__file__).parents[2]


def test_no_sentence_puts_a_code_where_a_name_belongs() -> None:
    assert coded(ROOT) == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ('f"Chỉ {body} được làm"', ["1 {body}"]),
        ('f"Chỉ {actor.body} được làm"', ["1 {actor.body}"]),
        ("f\"Thiếu: {', '.join(missing)}\"", ["1 {', '.join(missing)}"]),
        ("f\"Từ ngày {window['from']}\"", ["1 {window['from']}"]),
        ('vi = "Cấp {level} không có"', ["1 {level}"]),
        ('vi = "Dịch vụ «{service}» không trả lời"', ["1 {service}"]),
        ('vi = "Dịch vụ {service.vi} không trả lời"', []),
        ('f"Chỉ {body.vi} được làm từ ngày {on:%d/%m/%Y}"', []),
        ('f"Không có cơ quan mang mã «{code}»"', []),
        ('f"Only {body} may"', []),
    ],
)
def test_a_code_in_a_sentence_is_found(line: str, found: list[str], tmp_path: Path) -> None:
    folder = tmp_path / "shared" / "src"
    folder.mkdir(parents=True)
    (folder / "said.py").write_text(line + "\n", encoding="utf-8")
    assert coded(tmp_path) == [f"shared/src/said.py:{each}" for each in found]


@given(st.data(), st.dates(date(2017, 6, 16), date(2030, 1, 1)))
def test_names_of_bodies_units_functions_and_rules_hold_no_code(data: st.DataObject, on: date) -> None:
    communes = [each for each in units().communes(on) if each.name]
    unit = data.draw(st.sampled_from(communes)).code
    agency = data.draw(st.sampled_from(agencies().all(on)))
    rule = data.draw(st.sampled_from([each for each in rules().all() if each.holds_on(on)]))
    of_each = {"X": f"/{unit}", "K": f"/{unit}-K001", "H": ""}.get(agency.level, "")
    names = [
        unit_name(unit, on),
        unit_name(f"{unit}-K007", on),
        body_name(f"{agency.code}{of_each if agency.per_unit else ''}", on),
        function_names(agency.functions),
        rule_name(rule.key, on),
    ]
    assert [codes_in(each.vi) for each in names] == [[]] * len(names)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Chỉ ubnd-xa/05485 được làm", ["ubnd-xa/05485"]),
        ("Dịch vụ «funds» không trả lời", ["funds"]),
        ("Chức năng peoples-committee, bước self_assess", ["peoples-committee", "self_assess"]),
        (
            "05485-K001 và 05485 đã đạt NTM theo gdvh.vote.yes_min",
            ["05485", "05485-K001", "NTM", "gdvh.vote.yes_min"],
        ),
        ("Hồ sơ don_0190f3c2 năm 2017 có 164 hộ; không có cơ quan mang mã «so-xd»", []),
    ],
)
def test_codes_are_told_from_words_ids_and_numbers(sentence: str, found: list[str]) -> None:
    assert codes_in(sentence) == found
