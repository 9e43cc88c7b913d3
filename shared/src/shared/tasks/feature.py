"""The tasks as every service offers them."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy import RowMapping, Select, select

from contracts.names import Name
from contracts.reference import NoRuleInForce, rule_name
from shared.authority import signed_in
from shared.service import Feature, Subject, query
from shared.store import numbered_page
from shared.subject_names import SubjectNames
from shared.tables import tasks
from shared.tasks.messages import TaskList, TaskPage, TaskRecord
from shared.work import Work


def tasks_feature(subjects: tuple[Subject, ...]) -> Feature:
    """Return the feature for a service with these kinds of objects."""
    names = SubjectNames(subjects)

    @query(TaskList, get="/tasks", may=signed_in, vi="Công việc chờ cơ quan xử lý")
    def task_list(asked: TaskList, work: Work) -> TaskPage:
        """List what awaits the actor's body: open, late as of today, or done; or what is due within days."""
        shown, more = numbered_page(work.session, _wanted(asked, work), tasks, asked)
        return TaskPage(items=[_record(row, work.today, names) for row in shown], next_cursor=more)

    return Feature(queries=[task_list])


def _wanted(asked: TaskList, work: Work) -> Select[Any]:
    wanted = select(tasks).where(tasks.c.body == work.actor.body)
    open_ = tasks.c.closed_on.is_(None)
    wanted = wanted.where(~open_ if asked.state == "done" else open_)
    if asked.state == "late":
        wanted = wanted.where(tasks.c.due_on < work.today)
    if asked.due_within_days is not None:
        wanted = wanted.where(tasks.c.due_on <= work.today + timedelta(days=asked.due_within_days))
    return wanted


def _record(row: RowMapping, today: date, names: SubjectNames) -> TaskRecord:
    kind, step = names.of_kind(row["subject_kind"]), names.of_step(row["subject_kind"], row["step"])
    rule, until = _rule_of(row), row["closed_on"] or today
    return TaskRecord(
        task_id=str(row["seq"]),
        subject_id=row["subject_id"],
        subject_kind=row["subject_kind"],
        subject_vi=kind.vi,
        subject_en=kind.en,
        step=row["step"],
        step_vi=step.vi,
        step_en=step.en,
        body=row["body"],
        since=row["since"],
        due_on=row["due_on"],
        rule=row["rule"],
        rule_vi=rule.vi if rule else None,
        rule_en=rule.en if rule else None,
        closed_on=row["closed_on"],
        late=row["due_on"] is not None and row["due_on"] < until,
    )


def _rule_of(row: RowMapping) -> Name | None:
    """What the rule is called by which the task is due: as it stood on the day that the term runs from."""
    try:
        return rule_name(row["rule"], row["since"]) if row["rule"] else None
    except NoRuleInForce:
        return None
