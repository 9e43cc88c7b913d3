import pytest
from sqlalchemy import func, select

from shared import tables
from shared.connections import Connections, TransactionLost
from shared.tables import leases

WRITE = "INSERT INTO leases VALUES ('relay', 'me', '2017-06-16')"


@pytest.fixture
def connections() -> Connections:
    made = Connections("sqlite://")
    tables.metadata.create_all(made.engine)
    return made


def count(connections: Connections) -> int:
    with connections.bare_reading() as connection:
        return connection.scalar(select(func.count()).select_from(leases)) or 0


def write(connections: Connections, *more: str) -> None:
    with connections.bare_transaction() as connection:
        for statement in (WRITE, *more):
            connection.exec_driver_sql(statement)


def write_and_fail(connections: Connections) -> None:
    with connections.bare_transaction() as connection:
        connection.exec_driver_sql(WRITE)
        raise LookupError


def test_a_transaction_is_committed_at_its_end(connections: Connections) -> None:
    write(connections)
    assert count(connections) == 1


def test_any_exception_undoes_it(connections: Connections) -> None:
    with pytest.raises(LookupError):
        write_and_fail(connections)
    assert count(connections) == 0


def test_a_commit_of_nothing_is_an_error(connections: Connections) -> None:
    with pytest.raises(TransactionLost):
        write(connections, "ROLLBACK")
    assert count(connections) == 0


def test_what_reads_changes_nothing(connections: Connections) -> None:
    with connections.bare_reading() as connection:
        connection.exec_driver_sql(WRITE)
    assert count(connections) == 0
