"""Identifiers: a short prefix that tells the kind, and a uuid7 that sorts by time."""

from uuid_utils import uuid7


def new_id(prefix: str) -> str:
    """Return an id such as `don_0190f3c2…`."""
    return f"{prefix}_{uuid7().hex}"
