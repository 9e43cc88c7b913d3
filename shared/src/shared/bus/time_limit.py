"""How long a reaction may take; who runs processors says how such a limit is kept."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext

REACTION_SECONDS = 30

Limit = Callable[[float], AbstractContextManager[object]]


class TimeLimitExceeded(BaseException):
    """A reaction took too long. No `except Exception` of a reaction takes it for an error of its own."""


def without_limit(_seconds: float) -> AbstractContextManager[object]:
    """Let it take as long as it needs."""
    return nullcontext()


def ran_out(error: BaseException) -> bool:
    """Whether an error is, or came of, a limit: what was cut short may fail once more as it is undone."""
    cause: BaseException | None = error
    while cause is not None and not isinstance(cause, TimeLimitExceeded):
        cause = cause.__context__
    return cause is not None
