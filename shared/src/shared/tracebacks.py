"""Tracebacks for the log: where something failed and of what kind, never what stood in a row.

A database names the value that broke a rule («Key (name)=(…) already exists»), pydantic shows the input, and
a KeyError is the key. So an error's own words are kept only where its kind speaks of programs and machines.
"""

import sys
import traceback
from collections.abc import Iterator

import structlog

# Subclasses are not meant: a library may derive from these and put data into the message.
TALKS_OF_MACHINES = (
    *(ArithmeticError, AssertionError, AttributeError, ImportError, MemoryError, NameError, OverflowError),
    *(NotImplementedError, RecursionError, SystemError, TypeError, UnboundLocalError, ZeroDivisionError),
)
BETWEEN = "\nwhich led to:\n"


def without_values(
    _logger: structlog.typing.WrappedLogger, _name: str, entry: structlog.typing.EventDict
) -> structlog.typing.EventDict:
    """Write an error into a log entry, as a processor of structlog."""
    error = _error_in(entry.pop("exc_info", None))
    if error:
        entry["exception"] = told(error)
    return entry


def _error_in(found: object) -> BaseException | None:
    """Return the error that a logger was given: itself, a triple, or True for the present one."""
    if isinstance(found, tuple):
        return _error_in(found[1])
    if isinstance(found, BaseException):
        return found
    return sys.exc_info()[1] if found else None


def told(error: BaseException) -> str:
    """Return an error with what caused it, the first first, without their values."""
    return BETWEEN.join(_one(each) for each in reversed(list(_chain(error))))


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _one(error: BaseException) -> str:
    frames = "".join(traceback.format_tb(error.__traceback__))
    kind = f"{type(error).__module__}.{type(error).__qualname__}"
    return f"{frames}{kind}{_words(error)}"


def _words(error: BaseException) -> str:
    if isinstance(error, OSError):
        return f": {error.strerror}" if error.strerror else ""
    code = getattr(getattr(error, "orig", None), "pgcode", None)
    if code:
        return f": SQLSTATE {code}"
    return f": {error}" if type(error) in TALKS_OF_MACHINES else ""
