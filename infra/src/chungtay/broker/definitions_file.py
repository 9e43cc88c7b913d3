"""The definitions of a broker that this suite starts for itself, as the file that it loads as it boots."""

import os
from collections.abc import Sequence
from pathlib import Path

from chungtay.broker.definitions import definitions, encoded, names_of_users
from chungtay.broker.members import Member, members
from chungtay.broker.passwords import passwords
from chungtay.home import Home
from shared.bus.topology import QUORUM


def file_of(home: Home) -> Path:
    """Where the definitions lie."""
    return home.broker / "definitions.json"


def write_definitions(home: Home, of: Sequence[Member] | None = None) -> dict[str, str]:
    """Write the file and return every user's password; the file has their hashes alone.

    `of` are the services that take part, those of the suite by default.
    """
    taking_part = members() if of is None else of
    found = passwords(home, names_of_users(taking_part))
    document = definitions(taking_part, found, os.environ.get("INBOX_QUEUE", QUORUM))
    file_of(home).write_bytes(encoded(document))
    return found
