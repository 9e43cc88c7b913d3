"""Making the standard library green; to be done before anything else of it is used."""

import eventlet


def patch() -> None:
    """Let sockets, locks and threads yield instead of block."""
    eventlet.monkey_patch()
