"""What a broker says when it refuses or goes away, in its own words."""

import re

import structlog

log = structlog.get_logger()

SAID = re.compile(r"[A-Z_]{4,} - [^'\"\n]+")
LONGEST = 300


def words_of(error: object) -> str:
    """Return the broker's own words where an error has some (`ACCESS_REFUSED - …`), else the error's name.

    It names a user and what that user may not do, and never an address with its password.
    """
    told = getattr(error, "reply_text", None)
    found = None if told else SAID.search(str(error))
    return str(told or (found and found[0]) or type(error).__name__).strip()[:LONGEST]


class Complaints:
    """What a process has said about its broker: the same thing is said once, until all was well again."""

    def __init__(self) -> None:
        """Nothing was said yet."""
        self._last: str | None = None

    def is_new(self, error: object) -> bool:
        """Whether this was not what was said last."""
        said, self._last = self._last, f"{type(error).__name__}: {words_of(error)}"
        return said != self._last

    def say(self, what: str, error: object, *, exc_info: bool = False) -> None:
        """Log what came of it and what the broker says, if that is new."""
        if self.is_new(error):
            log.warning(what, cause=type(error).__name__, said=words_of(error), exc_info=exc_info)

    def over(self) -> None:
        """All is well: the next one is said again."""
        self._last = None
