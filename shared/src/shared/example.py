"""The smallest whole service: it keeps notes and counts the notes that it hears of.

The chassis's own tests and the conformance kit use it, and whoever begins a plug-in can copy it.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Literal

from pydantic import Field
from sqlalchemy import Column, Date, Integer, MetaData, String, Table, func, insert, select

from contracts.errors import Kind, Refusal
from contracts.messages import Answer, Command, Event, Query
from contracts.names import Name, Named
from shared.authority import anyone, side
from shared.domain.lifecycle import Awaits, Lifecycle, Step
from shared.service import Feature, Service, Subject, command, query, reaction, timer
from shared.store import Repository, key, map_all, short_text
from shared.work import Work

NoteState = Annotated[
    Literal["written", "struck"],
    Named("Trạng thái", "State", codes={"written": "Đã ghi", "struck": "Đã gạch"}),
]
Board = Annotated[str, Field(min_length=1, max_length=80), Named("Bảng", "Board")]
NoteText = Annotated[str, Field(min_length=1, max_length=200), Named("Nội dung", "Text")]
NoteNumber = Annotated[int, Named("Số thứ tự", "Number on the board")]
NoteId = Annotated[str, Field(max_length=64), Named("Mã ghi chú", "Note id")]
Written = Annotated[int, Named("Đã ghi ở đây", "Written here")]
Heard = Annotated[int, Named("Đã nhận thông báo", "Heard of")]

LIFECYCLE = Lifecycle(
    "note",
    vi="Ghi chú",
    states=NoteState,
    steps={
        "write": Step(
            to="written", vi="Ghi", awaits=Awaits("strike", lambda note: [note.body], within="sup.answer_due")
        ),
        "strike": Step("written", to="struck", vi="Gạch"),
    },
)


class WriteNote(Command):
    """Write a note on a board."""

    board: Board
    text: NoteText


class StrikeNote(Command):
    """Strike a note."""

    note_id: NoteId


class NoteWritten(Event, service="example", subject="board", vi="Đã ghi ghi chú"):
    """A note was written on a board."""

    board: Board
    number: NoteNumber


class NoteStanding(Answer, vi="Ghi chú"):
    """A note with its number on its board and its state."""

    note_id: NoteId
    number: NoteNumber
    state: NoteState


class CountNotes(Query):
    """How many notes are on a board, and how many were heard of."""

    board: Board


class NoteCount(Answer, vi="Số ghi chú"):
    """Notes written here, and notes heard of."""

    written: Written
    heard: Heard


class BoardFull(Refusal):
    """A board takes no note with the text «full»."""

    slug = "board-full"
    kind = Kind.CONFLICT
    vi = "Bảng {board} đã đầy."
    en = "The board {board} is full."


@dataclass(eq=False)
class Note:
    """A note on a board, which its writer strikes when it is no longer needed."""

    id: str
    board: str
    number: int
    text: str
    body: str
    written_on: date
    state: NoteState = field(init=False)
    stands_since: date = field(init=False)

    def __post_init__(self) -> None:
        """Begin its life."""
        LIFECYCLE.begin(self, "write", self.written_on)

    def strike(self, on: date) -> None:
        """Strike it. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, "strike", on)


tables = MetaData()
written = Table(
    "example_written",
    tables,
    key(),
    short_text("board", index=True),
    Column("number", Integer, nullable=False),
    short_text("text", 200),
    short_text("body"),
    Column("written_on", Date, nullable=False),
    short_text("state", 20),
    Column("stands_since", Date, nullable=False),
)
heard = Table(
    "example_heard",
    tables,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("board", String(80), nullable=False, index=True),
    Column("number", Integer, nullable=False),
)
map_all(tables, {Note: written})

# Built once: building a statement costs a reaction more than running it.
HEAR = insert(heard)


class Notes(Repository):
    """The notes of one unit of work."""

    def get(self, note_id: str) -> Note:
        """Return a note. Raises NotFound."""
        return self._get(Note, note_id, Name("ghi chú", "note"))

    def count(self, board: str) -> int:
        """Count the notes written on a board."""
        notes = select(func.count()).select_from(written).where(written.c.board == board)
        return self._session.scalar(notes) or 0

    def hear(self, board: str, number: int) -> None:
        """Keep that a note was heard of."""
        self._session.execute(HEAR, {"board": board, "number": number})

    def heard(self, board: str) -> list[int]:
        """Return the numbers heard of, in the order in which they came."""
        return list(
            self._session.scalars(select(heard.c.number).where(heard.c.board == board).order_by(heard.c.id))
        )

    def forget(self, before: date) -> None:
        """Forget what was struck before a day."""
        old = select(Note).where(written.c.state == "struck", written.c.stands_since < before)
        for note in self._session.scalars(old):
            self._session.delete(note)


def own_note(note: Note, work: Work) -> None:
    """Only its writer strikes a note. Raises NotAllowed."""
    work.actor.require_body(note.body, "note:own")


@command(WriteNote, post="/notes", may=side("front"), vi="Ghi một ghi chú", takes=["note:write"])
def write_note(wanted: WriteNote, work: Work) -> NoteStanding:
    """Write a note. A board takes no note with the text «full». Raises BoardFull."""
    if wanted.text == "full":
        raise BoardFull(rule="note:write-while-open", board=wanted.board)
    number = Notes(work).count(wanted.board) + 1
    note = Note(work.new_id("nte"), wanted.board, number, wanted.text, work.actor.body, work.today)
    Notes(work).add(note)
    work.emit(NoteWritten(board=wanted.board, number=number))
    return standing(note)


@command(
    StrikeNote,
    post="/notes/{note_id}/strike",
    may=side("front"),
    vi="Gạch một ghi chú",
    takes=["note:strike"],
    checks=own_note,
)
def strike_note(wanted: StrikeNote, work: Work) -> NoteStanding:
    """Strike a note of one's own. Raises NotFound, NotAllowed, WrongStep, DayBeforeLastStep."""
    note = Notes(work).get(wanted.note_id)
    own_note(note, work)
    note.strike(work.today)
    return standing(note)


@query(CountNotes, get="/notes", may=anyone, vi="Số ghi chú trên bảng")
def count_notes(asked: CountNotes, work: Work) -> NoteCount:
    """Count the notes of a board."""
    notes = Notes(work)
    return NoteCount(written=notes.count(asked.board), heard=len(notes.heard(asked.board)))


@reaction(NoteWritten)
def hear_of_note(note: NoteWritten, work: Work) -> None:
    """Keep that a note was written somewhere."""
    Notes(work).hear(note.board, note.number)


@timer(every="month", vi="Dọn ghi chú đã gạch")
def forget_struck_notes(work: Work) -> None:
    """Forget the notes that were struck before this month."""
    Notes(work).forget(work.today.replace(day=1))


def standing(note: Note) -> NoteStanding:
    """Say where a note stands."""
    return NoteStanding(note_id=note.id, number=note.number, state=note.state)


notes = Feature(
    commands=[write_note, strike_note],
    queries=[count_notes],
    reactions=[hear_of_note],
    timers=[forget_struck_notes],
    events=[NoteWritten],
    subjects=[Subject("nte", Note, LIFECYCLE)],
)

service = Service(
    name="example",
    function="front-standing",
    title_vi="Sổ ghi chú mẫu",
    title_en="Example of a note board",
    features=[notes],
    tables=tables,
    migrations="shared:example_migrations",
)
