"""The peer of a command: a bare FastAPI endpoint that does the same inserts in its own process."""

import sys
import uuid
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import uvicorn
from fastapi import FastAPI, Header
from pydantic import BaseModel

from bench.ground import bare_sqlite, envelopes

TABLES = (
    "CREATE TABLE notes (board TEXT, number INTEGER, text TEXT, PRIMARY KEY (board, number))",
    "CREATE TABLE outbox (seq INTEGER PRIMARY KEY, event_id TEXT UNIQUE, envelope BLOB, created_at TEXT)",
    "CREATE TABLE audit (seq INTEGER PRIMARY KEY, at TEXT, who TEXT, act TEXT)",
    "CREATE TABLE answers (key TEXT PRIMARY KEY, answer TEXT)",
    "CREATE TABLE history (seq INTEGER PRIMARY KEY, note TEXT, step TEXT, at TEXT)",
    "CREATE TABLE tasks (seq INTEGER PRIMARY KEY, note TEXT, step TEXT, since TEXT)",
)
ENVELOPE = next(envelopes(1)).encode()


class Note(BaseModel):
    """What is sent."""

    board: str
    text: str


def application(path: Path) -> FastAPI:
    """Make the endpoint on an empty database."""
    app, database = FastAPI(), bare_sqlite(path)
    for table in TABLES:
        database.execute(table)

    @app.get("/notes")
    async def ready() -> dict[str, bool]:
        return {"ready": True}

    @app.post("/notes")
    async def write(note: Note, idempotency_key: Annotated[str, Header()]) -> dict[str, int]:
        now = datetime.now(UTC).isoformat()
        database.execute("BEGIN IMMEDIATE")
        [number] = database.execute("SELECT count(*) FROM notes WHERE board = ?", (note.board,)).fetchone()
        database.execute("INSERT INTO notes VALUES (?, ?, ?)", (note.board, number, note.text))
        row = (uuid.uuid4().hex, ENVELOPE, now)
        database.execute("INSERT INTO outbox (event_id, envelope, created_at) VALUES (?, ?, ?)", row)
        database.execute("INSERT INTO audit (at, who, act) VALUES (?, 'usr', 'write_note')", (now,))
        database.execute("INSERT INTO answers VALUES (?, ?)", (idempotency_key, str(number)))
        step = (f"{note.board}/{number}", now)
        database.execute("INSERT INTO history (note, step, at) VALUES (?, 'write', ?)", step)
        database.execute("INSERT INTO tasks (note, step, since) VALUES (?, 'strike', ?)", step)
        database.execute("COMMIT")
        return {"number": number}

    return app


if __name__ == "__main__":
    uvicorn.run(application(Path(sys.argv[1])), host="127.0.0.1", port=int(sys.argv[2]), log_level="warning")
