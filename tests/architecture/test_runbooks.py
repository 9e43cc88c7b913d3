"""Every service has a runbook whose tables and diagrams are those of its declaration."""

from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest

from chungtay.contracts_tool.runbooks import PARTS, filled, parts_in
from contracts import catalogue
from shared import example
from shared.example import notes
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


@pytest.mark.parametrize("service", catalogue.services())
def test_a_runbook_says_what_is_declared(service: str) -> None:
    """`make contracts` brings it up to date."""
    text = text_of(service)
    assert filled(text, declared(service)) == text


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


def test_a_bar_in_a_text_does_not_end_its_cell() -> None:
    odd = replace(example.strike_note, vi="Gạch | xóa")
    changed = replace(example.service, features=[replace(notes, commands=[odd])])
    assert "| Gạch \\| xóa |" in filled(MARKED, changed)
