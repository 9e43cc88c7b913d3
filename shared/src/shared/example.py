"""The smallest whole service: it keeps notes and counts the notes that it hears of.

The chassis's own tests and the conformance kit use it, and whoever begins a plug-in can copy it.
"""

from pydantic import Field
from sqlalchemy import Column, Integer, MetaData, String, Table, func, insert, select
from sqlalchemy.orm import Session

from contracts.errors import WrongStep
from contracts.messages import Answer, Command, Event, Query
from shared.authority import anyone, side
from shared.service import Service, command, query, reaction
from shared.work import Work


class WriteNote(Command):
    """Write a note on a board."""

    board: str = Field(min_length=1)
    text: str = Field(min_length=1, max_length=200)


class NoteWritten(Event, service="example", subject="board"):
    """A note was written on a board."""

    board: str
    number: int


class NoteId(Answer):
    """The number of a note on its board."""

    number: int


class CountNotes(Query):
    """How many notes are on a board, and how many were heard of."""

    board: str


class NoteCount(Answer):
    """Notes written here, and notes heard of."""

    written: int
    heard: int


tables = MetaData()
written = Table(
    "example_written",
    tables,
    Column("board", String(80), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("text", String(200), nullable=False),
)
heard = Table(
    "example_heard",
    tables,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("board", String(80), nullable=False, index=True),
    Column("number", Integer, nullable=False),
)

# Built once: building a statement costs a reaction more than running it.
HEAR = insert(heard)


class Notes:
    """The store of the example."""

    def __init__(self, session: Session) -> None:
        """Take the session of one unit of work."""
        self._session = session

    def count(self, board: str) -> int:
        """Count the notes written on a board."""
        notes = select(func.count()).select_from(written).where(written.c.board == board)
        return self._session.scalar(notes) or 0

    def add(self, board: str, text: str) -> int:
        """Keep a note and return its number."""
        number = self.count(board) + 1
        self._session.execute(insert(written).values(board=board, number=number, text=text))
        return number

    def hear(self, board: str, number: int) -> None:
        """Keep that a note was heard of."""
        self._session.execute(HEAR, {"board": board, "number": number})

    def heard(self, board: str) -> list[int]:
        """Return the numbers heard of, in the order in which they came."""
        return list(
            self._session.scalars(select(heard.c.number).where(heard.c.board == board).order_by(heard.c.id))
        )


@command(WriteNote, post="/notes", may=side("front"))
def write_note(note: WriteNote, work: Work[Notes]) -> NoteId:
    """Write a note. A board takes no note with the text «full»."""
    if note.text == "full":
        raise WrongStep(rule="note:write-while-open", subject=note.board, state="full", step="write")
    number = work.store.add(note.board, note.text)
    work.emit(NoteWritten(board=note.board, number=number))
    return NoteId(number=number)


@query(CountNotes, get="/notes", may=anyone)
def count_notes(asked: CountNotes, work: Work[Notes]) -> NoteCount:
    """Count the notes of a board."""
    return NoteCount(written=work.store.count(asked.board), heard=len(work.store.heard(asked.board)))


@reaction(NoteWritten)
def hear_of_note(note: NoteWritten, work: Work[Notes]) -> None:
    """Keep that a note was written somewhere."""
    work.store.hear(note.board, note.number)


service = Service(
    name="example",
    function="front-standing",
    title_vi="Sổ ghi chú mẫu",
    title_en="Example of a note board",
    store=Notes,
    tables=tables,
    migrations="shared:example_migrations",
    commands=[write_note],
    queries=[count_notes],
    reactions=[hear_of_note],
    events=[NoteWritten],
)
