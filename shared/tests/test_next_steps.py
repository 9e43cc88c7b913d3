"""What an actor may do next with an object: as far as state, guards and checks allow."""

from dataclasses import replace
from typing import Any

import pytest

from contracts.errors import NotFound
from shared.authority import Actor, any_of, own_unit, owner, side
from shared.domain.lifecycle import Lifecycle, Step
from shared.example import NoteState, StrikeNote, WriteNote, notes, service, strike_note
from shared.next_steps.messages import NextSteps
from shared.service import CommandHandler, Feature, Service, Subject
from shared.testing import Stage, actor
from shared.tokens import NotAuthenticated

BOARD = Lifecycle(
    "board", vi="Bảng", states=NoteState, steps={"close": Step("written", to="struck", vi="Đóng")}
)
WRITER, COLLEAGUE, STATE = actor("btt-mttq-tinh"), actor("ub-mttq-tinh"), actor("ubnd-tinh")


class StrikeFor(StrikeNote):
    """Strike a note for a unit."""

    unit_code: str


class StrikeForSome(StrikeNote):
    """Strike a note, perhaps for a unit."""

    unit_code: str = "05431"


def with_commands(*commands: CommandHandler[Any, Any]) -> Service:
    return replace(service, features=[replace(notes, commands=commands)])


class Board:
    """A stage with one note."""

    def __init__(self, played: Service = service) -> None:
        self.stage = Stage(service)
        self.note: str = self.stage.act(WriteNote(board="b", text="a"), by=WRITER).note_id
        self.stage.play(played)

    def next(self, by: Actor | None) -> list[Any]:
        return list(self.stage.ask(NextSteps(subject_id=self.note), by=by).items)


def test_the_next_steps_of_its_writer_with_name_and_address() -> None:
    board = Board()
    [step] = board.next(WRITER)
    assert (step.command, step.command_vi) == ("strike_note", "Gạch một ghi chú")
    assert step.command_en.startswith("Strike a note")
    assert step.address == f"/v1/example/notes/{board.note}/strike"
    assert (step.steps, step.steps_vi) == (("strike",), ("Gạch",))


def test_who_is_refused_by_the_check_or_by_the_guard_is_offered_nothing() -> None:
    board = Board()
    assert board.next(COLLEAGUE) == []
    assert board.next(STATE) == []
    with pytest.raises(NotAuthenticated):
        board.next(None)


def test_what_the_state_does_not_allow_is_not_offered() -> None:
    board = Board()
    board.stage.act(StrikeNote(note_id=board.note), by=WRITER)
    assert board.next(WRITER) == []


@pytest.mark.parametrize("subject_id", ["nte_unknown", "xyz_1", "nonsense"])
def test_of_what_is_not_there_nothing_can_be_said(subject_id: str) -> None:
    with pytest.raises(NotFound):
        Board().stage.ask(NextSteps(subject_id=subject_id), by=WRITER)


def test_a_guard_that_cannot_tell_beforehand_hides_nothing() -> None:
    """The unit stands in the body, whether it must be given or may be left out."""
    for may in (own_unit("unit_code") & side("front"), any_of(own_unit("unit_code"), side("state"))):
        for model in (StrikeFor, StrikeForSome):
            reads_the_body = with_commands(replace(strike_note, model=model, may=may))
            assert [each.command for each in Board(reads_the_body).next(WRITER)] == [model.wire_name()]


def test_a_guard_that_can_tell_beforehand_hides_though_another_cannot() -> None:
    reads_the_body = replace(strike_note, model=StrikeFor, may=own_unit("unit_code") & side("state"))
    reads_reference = replace(strike_note, may=owner("no-such-function"))
    for each in (reads_the_body, reads_reference):
        assert Board(with_commands(each)).next(WRITER) == []


def test_a_command_that_takes_its_step_by_the_way_is_not_addressed_with_this_object() -> None:
    """Closing a board strikes its notes; the address of that act names a board and takes no note's id."""
    closing = replace(strike_note, path="/boards/{board_id}/close", takes=("board:close", "note:strike"))
    feature = Feature(commands=[closing], subjects=[*notes.subjects, Subject("brd", Board, BOARD)])
    assert Board(replace(service, features=[feature])).next(WRITER) == []


def test_what_begins_another_life_is_offered_where_the_address_names_this_one() -> None:
    reply = replace(strike_note, path="/notes/{note_id}/replies", takes=("note:write", "note:strike"))
    board = Board(with_commands(reply))
    assert [each.address for each in board.next(WRITER)] == [f"/v1/example/notes/{board.note}/replies"]


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("/notes/{note_id}/strike", "/notes/{id}/strike"),
        ("/boards/{board}/strike-last", "/boards/b/strike-last"),
        ("/boards/{board}/notes/{note_id}/strike", "/boards/b/notes/{id}/strike"),
        ("/notes/{note_id}/lines/{line}/strike", "/notes/{id}/lines/{line}/strike"),
    ],
)
def test_an_address_names_the_object_by_its_fields_or_by_its_id(path: str, address: str) -> None:
    board = Board(with_commands(replace(strike_note, path=path)))
    [step] = board.next(WRITER)
    assert step.address == "/v1/example" + address.replace("{id}", board.note)
