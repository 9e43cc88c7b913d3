"""A database that is away for a while: the relay's work waits for it."""

from collections.abc import Iterator
from contextlib import contextmanager

import structlog
from sqlalchemy.exc import SQLAlchemyError

log = structlog.get_logger()


@contextmanager
def database_may_be_away() -> Iterator[None]:
    """Go on without what a database that is away would have given: the next look asks again."""
    try:
        yield
    except SQLAlchemyError as error:
        log.warning("relay paused", cause=type(error).__name__)
