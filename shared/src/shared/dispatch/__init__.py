"""A call's way: in time → parsed → actor → may → once per key → transaction → audit; one file a concern."""

from shared.dispatch.dispatcher import Dispatcher

__all__ = ["Dispatcher"]
