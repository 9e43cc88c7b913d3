"""What a broker says when it refuses or goes away, in its own words."""

import re

SAID = re.compile(r"[A-Z_]{4,} - [^'\"\n]+")
LONGEST = 300


def words_of(error: BaseException) -> str:
    """Return the broker's own words where an error has some (`ACCESS_REFUSED - …`), else the error's name.

    It names a user and what that user may not do, and never an address with its password.
    """
    told = getattr(error, "reply_text", None)
    found = None if told else SAID.search(str(error))
    return str(told or (found and found[0]) or type(error).__name__).strip()[:LONGEST]
