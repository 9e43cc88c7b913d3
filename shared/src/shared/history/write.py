"""Writing the history beside the objects."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import insert

from shared.domain.lifecycle import Taken
from shared.tables import history
from shared.work import Work

# Built once: building a statement costs more than running it.
WRITE = insert(history)


def write(work: Work, taken: Sequence[tuple[Any, Taken]]) -> None:
    """Keep who took each step, as whom, when, from where to where, and why."""
    shared = {"user": work.user, "body": work.body, "recorded_at": work.now}
    work.session.execute(WRITE, [{**shared, **_row(thing, each)} for thing, each in taken])


def _row(thing: Any, taken: Taken) -> dict[str, Any]:
    return {
        "subject_id": thing.id,
        "subject_kind": taken.lifecycle.name,
        "step": taken.step,
        "source": taken.source,
        "state": taken.to,
        "taken_on": taken.on,
        "reason": taken.reason,
    }
