"""The tables and diagrams of every generated page are those of the declarations."""

from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest

from chungtay.contracts_tool.runbooks import EVERY_SERVICE, PARTS, filled, of_every_service, pages, parts_in
from contracts import catalogue
from gateway.settings import GatewaySettings, in_use
from shared import example
from shared.authority import any_of, level, own_unit, side
from shared.example import notes, strike_note
from shared.service import Service
from shared.settings import Settings

ROOT = Path(__file__).parents[2]
MARKED = "# Notes\n\nProse.\n" + "".join(
    f"<!-- generated:{part} -->\nSTALE\n<!-- /generated -->\n\nMore prose.\n" for part in PARTS
)


def text_of(service: str) -> str:
    return (ROOT / "services" / service / "README.md").read_text("utf-8")


def declared(service: str) -> Service:
    found: Service = import_module(f"{service}.service").service
    return found


@pytest.mark.parametrize("page", pages())
def test_a_page_says_what_is_declared(page: str) -> None:
    """`make contracts` brings it up to date."""
    text = (ROOT / page).read_text("utf-8")
    assert parts_in(text)
    assert filled(text, pages()[page]) == text


def test_what_every_service_offers_stands_once_and_each_runbook_leads_there() -> None:
    text, chassis = (ROOT / EVERY_SERVICE).read_text("utf-8"), of_every_service()
    assert sorted(parts_in(text)) == ["commands", "events", "queries"]
    addresses = {each.path for each in chassis.queries} | {each.path for each in chassis.commands}
    assert {"/history/{subject_id}", "/tasks", "/next/{subject_id}", "/parked/{seq}/retry"} <= addresses
    assert [each for each in addresses if f"| `{each}` |" not in text] == []
    for service in catalogue.services():
        assert f"](../../{EVERY_SERVICE})" in text_of(service)


def test_the_gateway_says_each_of_its_settings_and_none_that_it_does_not_read() -> None:
    code = "".join(each.read_text("utf-8") for each in (ROOT / "gateway" / "src").rglob("*.py"))
    told = set(in_use())
    assert GatewaySettings.model_fields.keys() - Settings.model_fields.keys() <= told
    assert {name for name in GatewaySettings.model_fields if f"settings.{name}" in code} <= told
    assert "database_url" not in told


@pytest.mark.parametrize("service", catalogue.services())
def test_a_runbook_has_each_part_once(service: str) -> None:
    found = parts_in(text_of(service))
    needed = {
        part for part in PARTS if part in {"settings", "lifecycles"} or getattr(declared(service), part)
    }
    assert sorted(found) == sorted(set(found))
    assert needed <= set(found)


def test_a_part_that_is_declared_is_in_its_place_and_prose_stays() -> None:
    text = filled(MARKED, example.service)
    assert "STALE" not in text
    assert text.count("More prose.") == len(PARTS)
    assert filled(text, example.service) == text
    assert [name for name in Settings.model_fields if f"| `{name.upper()}` |" not in text] == []
    for row in (
        "| `/notes/{note_id}/strike` | Gạch một ghi chú | the front side | Strike a note of one's own. |",
        "| `/notes` | Số ghi chú trên bảng | Anyone | Count the notes of a board. | `board` |",
        "| `example.note_written.v1` | Đã ghi ghi chú | A note was written on a board. |",
        "| `forget_struck_notes` | Dọn ghi chú đã gạch | once a month |",
        '    state "Đã gạch" as struck\n    [*] --> written: Ghi\n    written --> struck: Gạch\n',
    ):
        assert row in text


def test_a_change_of_the_declaration_shows() -> None:
    text = filled(MARKED, example.service)
    for part in ("commands", "queries", "events", "timers", "subjects"):
        changed = replace(example.service, features=[replace(notes, **{part: []})])
        assert filled(text, changed) != text
        assert "None." in filled(text, changed)


def test_a_part_that_nobody_knows_is_an_error() -> None:
    with pytest.raises(KeyError):
        filled("<!-- generated:recipes -->\n<!-- /generated -->\n", example.service)


def test_alternatives_read_as_alternatives() -> None:
    one, other = side("front") & own_unit(), level("T", "X")
    for may, said in (
        (any_of(side("state"), other), "the state side **or** agencies of the level province; commune"),
        (
            any_of(one, other),
            "(the front side **and** in the agency's own unit) **or** agencies of the level",
        ),
        (side("front") & any_of(one, other), "| the front side **and** ((the front side **and** in the"),
    ):
        changed = replace(
            example.service, features=[replace(notes, commands=[replace(strike_note, may=may)])]
        )
        assert said in filled(MARKED, changed)


def test_a_bar_in_a_text_does_not_end_its_cell() -> None:
    odd = replace(strike_note, vi="Gạch | xóa")
    changed = replace(example.service, features=[replace(notes, commands=[odd])])
    assert "| Gạch \\| xóa |" in filled(MARKED, changed)
