"""Making the standard library green; to be done before anything else of it is used."""

import eventlet


def patch() -> None:
    """Let sockets, locks and threads yield instead of block."""
    eventlet.monkey_patch(psycopg=False)


def patch_postgresql() -> None:
    """Let PostgreSQL's driver yield too. A host on SQLite does without the driver and its libraries."""
    eventlet.monkey_patch(psycopg=True)
