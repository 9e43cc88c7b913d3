"""The peer of a command in nameko's own anatomy: http, rpc, commit, dispatch, and no promises.

No key, no outbox, no audit, no history: what is told after the commit may be lost, what is sent twice is done
twice. `python -m bench.green bench.plain_nameko notes|web AMQP_URL PATH|PORT` runs one of its two processes.
"""

import json
import sys
from pathlib import Path
from typing import Any

from nameko import config
from nameko.containers import ServiceContainer
from nameko.events import EventDispatcher
from nameko.rpc import ServiceRpc, rpc
from nameko.web.handlers import http

from bench.ground import bare_sqlite

TABLE = (
    "CREATE TABLE IF NOT EXISTS notes (board TEXT, number INTEGER, text TEXT, PRIMARY KEY (board, number))"
)
COUNT = "SELECT count(*) FROM notes WHERE board = ?"


def notes(path: Path) -> type:
    """Make the service that writes notes into a database."""
    database = bare_sqlite(path)
    database.execute(TABLE)

    class Notes:
        name = "plain_notes"
        dispatch = EventDispatcher()

        @rpc
        def write(self, board: str, text: str) -> int:
            database.execute("BEGIN IMMEDIATE")
            number = int(database.execute(COUNT, (board,)).fetchone()[0])
            database.execute("INSERT INTO notes VALUES (?, ?, ?)", (board, number, text))
            database.execute("COMMIT")
            self.dispatch("note_written", {"board": board, "number": number})
            return number

    return Notes


class Web:
    """The service that takes requests."""

    name = "plain_web"
    notes = ServiceRpc("plain_notes")

    @http("GET", "/notes")
    def ready(self, _request: Any) -> str:
        """Say that it serves."""
        return "ready"

    @http("POST", "/notes")
    def write(self, request: Any) -> tuple[int, dict[str, str], str]:
        """Have a note written."""
        note = json.loads(request.get_data())
        number = self.notes.write(note["board"], note["text"])
        return 200, {"Content-Type": "application/json"}, json.dumps({"number": number})


def main(role: str, amqp_url: str, where: str) -> None:
    """Run one of the two until it is ended."""
    config.update({"AMQP_URI": amqp_url, "WEB_SERVER_ADDRESS": f"127.0.0.1:{where}", "max_workers": 64})
    container = ServiceContainer(notes(Path(where)) if role == "notes" else Web)
    container.start()
    container.wait()


if __name__ == "__main__":
    main(*sys.argv[1:])
