"""The history as every service offers it."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import RowMapping, select

from shared.authority import signed_in
from shared.history.messages import History, HistoryOf, StepRecord
from shared.service import Feature, Subject, query
from shared.store import numbered_page
from shared.subject_names import SubjectNames
from shared.tables import history
from shared.work import Work

NOBODY = frozenset({"event", "timer"})


def history_feature(subjects: tuple[Subject, ...]) -> Feature:
    """Return the feature for a service with these kinds of objects."""
    names = SubjectNames(subjects)
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
        return _page(asked, work, names)

    return Feature(queries=[history_of])


def _require_place(subject_id: str, personal: Mapping[str, Subject], work: Work) -> None:
    subject = personal.get(subject_id.partition("_")[0])
    thing: Any = work.session.get(subject.model, subject_id) if subject else None
    if thing is not None:
        work.actor.require_place(thing.path)


def _page(asked: HistoryOf, work: Work, names: SubjectNames) -> History:
    rows = select(history).where(history.c.subject_id == asked.subject_id)
    shown, more = numbered_page(work.session, rows, history, asked)
    return History(items=[_record(row, work, names) for row in shown], next_cursor=more)


def _record(row: RowMapping, work: Work, names: SubjectNames) -> StepRecord:
    step = names.of_step(row["subject_kind"], row["step"])
    state = names.of_state(row["subject_kind"], row["state"])
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
