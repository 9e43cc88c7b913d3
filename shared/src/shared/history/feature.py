"""The history as every service offers it."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import RowMapping, select

from contracts.names import Name, plain
from shared.authority import signed_in
from shared.domain.lifecycle import Lifecycle
from shared.history.messages import History, HistoryOf, StepRecord
from shared.service import Feature, Subject, query
from shared.store import numbered_page
from shared.tables import history
from shared.work import Work

NOBODY = frozenset({"event", "timer"})
Lifecycles = Mapping[str, Lifecycle]


def history_feature(subjects: tuple[Subject, ...]) -> Feature:
    """Return the feature for a service with these kinds of objects."""
    lifecycles = {each.lifecycle.name: each.lifecycle for each in subjects}
    personal = {each.prefix: each for each in subjects if each.personal}

    @query(
        HistoryOf,
        get="/history/{subject_id}",
        may=signed_in,
        vi="Quá trình xử lý hồ sơ, công việc",
        personal=True,
    )
    def history_of(asked: HistoryOf, work: Work) -> History:
        """List the steps that an object took: who, as whom, when, from where to where, and why.

        Each reading is audited. What is about a household or a person is shown in its own place and above it
        alone. Raises NotAllowed.
        """
        _require_place(asked.subject_id, personal, work)
        return _page(asked, work, lifecycles)

    return Feature(queries=[history_of])


def _require_place(subject_id: str, personal: Mapping[str, Subject], work: Work) -> None:
    subject = personal.get(subject_id.partition("_")[0])
    thing: Any = work.session.get(subject.model, subject_id) if subject else None
    if thing is not None:
        work.actor.require_place(thing.path)


def _page(asked: HistoryOf, work: Work, lifecycles: Lifecycles) -> History:
    rows = select(history).where(history.c.subject_id == asked.subject_id)
    shown, more = numbered_page(work.session, rows, history, asked)
    return History(items=[_record(row, work, lifecycles) for row in shown], next_cursor=more)


def _record(row: RowMapping, work: Work, lifecycles: Lifecycles) -> StepRecord:
    step, state = _names(row, lifecycles)
    own = work.actor.body == row["body"] or row["user"] in NOBODY
    return StepRecord(
        subject_kind=row["subject_kind"],
        step=row["step"],
        step_vi=step.vi,
        step_en=step.en,
        source=row["source"],
        state=row["state"],
        state_vi=state.vi,
        state_en=state.en,
        user=row["user"] if own else None,
        acting_body=row["body"],
        taken_on=row["taken_on"],
        recorded_at=row["recorded_at"],
        reason=row["reason"] if own else None,
    )


def _names(row: RowMapping, lifecycles: Lifecycles) -> tuple[Name, Name]:
    """The names of a step and its state; a row of a lifecycle that is gone keeps its codes."""
    lifecycle = lifecycles.get(row["subject_kind"])
    if lifecycle is None or row["step"] not in lifecycle.steps:
        return Name(row["step"], plain(row["step"])), Name(row["state"], plain(row["state"]))
    return lifecycle.step_name(row["step"]), lifecycle.states[row["state"]]
