"""Services of the chassis on a private PostgreSQL, and ways to let two of them meet."""

import threading
from collections.abc import Callable, Iterator
from uuid import uuid4

import pytest
from sqlalchemy import text
from structlog.testing import capture_logs

from chungtay.waiting import wait_until
from shared import tables
from shared.database import Database
from shared.example import service
from support.postgres import Cluster

SECONDS = 30
WAITING = text(
    "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
)


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    """Keep the logs of expected failures out of the way: rendering their tracebacks takes a second each."""
    with capture_logs():
        yield


@pytest.fixture
def empty(postgres: Cluster) -> str:
    """Give the address of an empty database."""
    return postgres.database(f"t{uuid4().hex}")


@pytest.fixture
def connect(empty: str) -> Iterator[Callable[[], Database]]:
    """Give the way to connect, as one more process would, to a database with the example's tables."""
    made: list[Database] = []

    def connect() -> Database:
        made.append(Database(empty))
        return made[-1]

    first = connect()
    tables.metadata.create_all(first.engine)
    service.tables.create_all(first.engine)
    yield connect
    for each in made:
        each.engine.dispose()


@pytest.fixture
def database(connect: Callable[[], Database]) -> Database:
    """Give one connection to it."""
    return connect()


class Background:
    """An act in a thread; its error is raised where its end is awaited."""

    def __init__(self, act: Callable[[], object]) -> None:
        self._act, self._errors = act, list[BaseException]()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        try:
            self._act()
        except BaseException as error:  # noqa: BLE001 - raised again in the test's own thread
            self._errors.append(error)

    def end(self) -> None:
        self._thread.join(SECONDS)
        assert not self._thread.is_alive()
        if self._errors:
            raise self._errors[0]


@pytest.fixture
def background() -> type[Background]:
    """Give the way to do something meanwhile."""
    return Background


@pytest.fixture
def until_blocked(database: Database) -> Callable[[], None]:
    """Give the way to wait until some connection to this database waits for a lock."""

    def blocked() -> bool:
        with database.reading() as session:
            return session.execute(WAITING).first() is not None

    def wait() -> None:
        assert wait_until(blocked, seconds=SECONDS, every=0.01), "nobody waits for a lock"

    return wait
