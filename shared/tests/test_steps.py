"""Each step leaves a row of history and moves the tasks, with the object or not at all."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Annotated, Any, Literal

import pytest
from pydantic import Field
from sqlalchemy import JSON, Column, Date, MetaData, Table, insert, select
from sqlalchemy.orm import Session

from contracts.errors import NotAllowed
from contracts.messages import Answer, Command, Event
from contracts.names import Name, Named
from contracts.reference import rules
from shared import tables
from shared.authority import Actor, signed_in
from shared.domain.lifecycle import Awaits, Lifecycle, Step
from shared.group_commit import Job
from shared.history import states_as_of
from shared.history.messages import HistoryOf
from shared.service import Feature, Service, Subject, command, reaction
from shared.store import Repository, key, map_all, short_text
from shared.tasks.messages import TaskList
from shared.testing import SIGNING_DAY, Stage, actor, work_in
from shared.tokens import NotAuthenticated
from shared.work import Work

RULE = "sup.answer_due"
REGRETTED = NotAllowed("regret", "Thôi", "No")
FRONT, STATE, THIRD = actor("ub-mttq-tinh"), actor("ubnd-tinh"), actor("so-xd")
PaperState = Annotated[
    Literal["drafted", "sent", "asked", "refused"],
    Named(
        "Trạng thái",
        "State",
        codes={"drafted": "Đang soạn", "sent": "Đã gửi", "asked": "Đang hỏi", "refused": "Bị từ chối"},
    ),
]


def send_by(paper: "Paper") -> date:
    return paper.drafted_on + timedelta(days=30 if paper.remark else 5)


SENDING = Awaits("send", lambda paper: [paper.body], due=send_by)
ANSWER = Awaits("agree", lambda paper: paper.asked, within=RULE)
LIFECYCLE = Lifecycle(
    "paper",
    vi="Văn bản",
    states=PaperState,
    steps={
        "draft": Step(to="drafted", vi="Soạn", awaits=SENDING),
        "send": Step("drafted", to="sent", vi="Gửi", awaits=ANSWER),
        "agree": Step("sent", vi="Đồng ý"),
        "abstain": Step("sent", vi="Không có ý kiến", fulfils=("agree",)),
        "remark": Step("sent", vi="Ghi chú"),
        "send_again": Step("sent", to="sent", vi="Gửi lại", awaits=ANSWER),
        "ask_all": Step("sent", to="asked", vi="Hỏi tiếp", awaits=ANSWER),
        "put_off": Step("drafted", vi="Lùi hạn", awaits=SENDING),
        "refuse": Step("sent", to="refused", vi="Từ chối"),
    },
)


class DraftPaper(Command):
    asked: list[str] = Field(default_factory=list)


class TakeStep(Command):
    paper_id: str
    step: str
    reason: str | None = None


class LawChanged(Event, service="law", subject="paper_id"):
    paper_id: str


class PaperAnswer(Answer):
    paper_id: str


@dataclass(eq=False)
class Paper:
    id: str
    body: str
    asked: list[str]
    drafted_on: date
    remark: str = ""
    state: PaperState = field(init=False)
    stands_since: date = field(init=False)

    def __post_init__(self) -> None:
        LIFECYCLE.begin(self, "draft", self.drafted_on)


metadata = MetaData()
papers = Table(
    "papers",
    metadata,
    key(),
    short_text("body"),
    Column("asked", JSON, nullable=False),
    Column("drafted_on", Date, nullable=False),
    short_text("remark"),
    short_text("state"),
    Column("stands_since", Date, nullable=False),
)
map_all(metadata, {Paper: papers})


class Papers(Repository):
    def get(self, paper_id: str) -> Paper:
        return self._get(Paper, paper_id, Name("văn bản", "paper"))


@command(DraftPaper, post="/papers", may=signed_in, vi="Soạn", takes=["paper:draft"])
def draft_paper(wanted: DraftPaper, work: Work) -> PaperAnswer:
    paper = Paper(work.new_id("pap"), work.body, wanted.asked, work.today)
    Papers(work).add(paper)
    return PaperAnswer(paper_id=paper.id)


@command(TakeStep, post="/papers/{paper_id}/steps", may=signed_in, vi="Thực hiện một bước")
def take_step(wanted: TakeStep, work: Work) -> PaperAnswer:
    paper = Papers(work).get(wanted.paper_id)
    if wanted.step == "put_off":
        paper.remark = str(wanted.reason)
    LIFECYCLE.take(paper, wanted.step, work.today, reason=wanted.reason)
    work.session.flush()
    if wanted.reason == "regretted":
        raise REGRETTED
    return PaperAnswer(paper_id=wanted.paper_id)


@reaction(LawChanged)
def give_up(changed: LawChanged, work: Work) -> None:
    LIFECYCLE.take(Papers(work).get(changed.paper_id), "refuse", work.today)


service = Service(
    name="papers",
    function="front-standing",
    title_vi="Văn bản",
    title_en="Papers",
    features=[
        Feature(
            commands=[draft_paper, take_step],
            reactions=[give_up],
            subjects=[Subject("pap", Paper, LIFECYCLE)],
        )
    ],
    tables=metadata,
    migrations="",
)


class Office:
    """A stage with one paper, which the Front sends to the People's Committee and a department."""

    def __init__(self) -> None:
        self.stage, drafted = Stage(service), DraftPaper(asked=[STATE.body, THIRD.body])
        self.paper: str = self.stage.act(drafted, by=FRONT).paper_id

    def take(self, step: str, by: Actor, days: int = 0, reason: str | None = None) -> None:
        on = SIGNING_DAY + timedelta(days=days)
        self.stage.act(TakeStep(paper_id=self.paper, step=step, reason=reason), by=by, on=on)

    def history(self, by: Actor | None = FRONT, **asked: Any) -> Any:
        return self.stage.ask(HistoryOf(subject_id=self.paper, **asked), by=by)

    def tasks(self, by: Actor, on: date = SIGNING_DAY, **asked: Any) -> list[tuple[str, date | None]]:
        return [(each.step, each.due_on) for each in self.stage.ask(TaskList(**asked), by=by, on=on).items]


@pytest.fixture
def office() -> Office:
    return Office()


def test_history_says_who_as_whom_when_from_where_to_where_and_why(office: Office) -> None:
    office.take("send", FRONT, days=2)
    office.take("refuse", STATE, days=9, reason="Chưa đủ căn cứ")
    drafted, sent, refused = office.history(by=STATE).items
    assert [drafted.source, sent.source, refused.source] == [None, "drafted", "sent"]
    assert (refused.step_vi, refused.step_en) == ("Từ chối", "refuse")
    assert (refused.state, refused.state_vi) == ("refused", "Bị từ chối")
    assert (refused.acting_body, refused.reason) == ("ubnd-tinh", "Chưa đủ căn cứ")
    assert refused.taken_on == SIGNING_DAY + timedelta(days=9)


def test_who_acted_is_told_to_their_own_body_alone(office: Office) -> None:
    assert [each.user for each in office.history(by=FRONT).items] == ["usr_synthetic"]
    [drafted] = office.history(by=STATE).items
    assert (drafted.user, drafted.acting_body) == (None, FRONT.body)
    with pytest.raises(NotAuthenticated):
        office.history(by=None)


def test_history_comes_by_pages(office: Office) -> None:
    office.take("send", FRONT)
    first = office.history(limit=1)
    rest = office.history(limit=1, cursor=first.next_cursor)
    assert [each.step for each in (*first.items, *rest.items)] == ["draft", "send"]
    assert rest.next_cursor is None


def test_what_an_event_brought_about_has_no_user_but_its_body(office: Office) -> None:
    office.take("send", FRONT)
    office.stage.hear(LawChanged(paper_id=office.paper), agency="so-tu-phap")
    last = office.history(by=THIRD).items[-1]
    assert (last.user, last.acting_body, last.step) == ("event", "so-tu-phap", "refuse")


def test_a_row_whose_lifecycle_is_gone_keeps_its_codes(office: Office) -> None:
    row = {"subject_id": office.paper, "subject_kind": "leaflet", "step": "fold_up", "state": "folded"}
    more = {"user": "u", "body": "b", "taken_on": SIGNING_DAY, "recorded_at": office.stage.now}
    with office.stage.database.transaction() as session:
        session.execute(insert(tables.history).values(**row, **more))
    assert office.history().items[-1].step_en == "fold up"


def test_where_objects_stood_on_a_day(office: Office) -> None:
    office.take("send", FRONT, days=3)

    def state_on(day: date) -> list[str]:
        found = states_as_of(select(papers.c.id), day)
        with office.stage.database.reading() as session:
            return list(session.scalars(select(found.c.state)))

    states = [state_on(SIGNING_DAY + timedelta(days=each)) for each in (-1, 0, 2, 3)]
    assert states == [[], ["drafted"], ["drafted"], ["sent"]]


def test_a_task_is_due_by_the_object_or_by_the_rule(office: Office) -> None:
    assert office.tasks(FRONT) == [("send", SIGNING_DAY + timedelta(days=5))]
    office.take("send", FRONT, days=1)
    [task] = office.stage.ask(TaskList(), by=STATE).items
    assert (task.step, task.due_on) == ("agree", SIGNING_DAY + timedelta(days=1 + 20))
    assert (task.step_vi, task.subject_vi) == ("Đồng ý", "Văn bản")
    assert (task.rule, task.rule_vi) == (RULE, rules().versions(RULE)[-1].name_vi)


def test_a_step_into_another_state_closes_what_was_awaited(office: Office) -> None:
    office.take("send", FRONT)
    assert office.tasks(FRONT) == []
    [done] = office.stage.ask(TaskList(state="done"), by=FRONT).items
    assert (done.step, done.closed_on, done.late) == ("send", SIGNING_DAY, False)
    office.take("refuse", THIRD)
    assert (office.tasks(STATE), office.tasks(THIRD)) == ([], [])


def test_a_step_that_stays_closes_what_awaits_the_acting_body_alone(office: Office) -> None:
    office.take("send", FRONT)
    office.take("agree", STATE)
    assert (len(office.tasks(STATE)), len(office.tasks(THIRD))) == (0, 1)


def test_a_step_that_stays_closes_what_it_fulfils_and_nothing_else(office: Office) -> None:
    office.take("send", FRONT)
    office.take("remark", STATE)
    assert len(office.tasks(STATE)) == 1
    office.take("abstain", STATE)
    assert (len(office.tasks(STATE)), len(office.tasks(THIRD))) == (0, 1)


@pytest.mark.parametrize("again", ["send_again", "ask_all"])
def test_what_is_awaited_still_stays_open_since_it_was(office: Office, again: str) -> None:
    """The same body is awaited for the same step by the same rule, in the same state or in another."""
    office.take("send", FRONT)
    before = office.stage.ask(TaskList(), by=STATE).items
    office.take("abstain", THIRD, days=1)
    office.take(again, FRONT, days=3)
    assert office.stage.ask(TaskList(), by=STATE).items == before
    [reopened] = office.stage.ask(TaskList(), by=THIRD).items
    assert reopened.since == SIGNING_DAY + timedelta(days=3)


def test_a_day_that_the_object_names_moves_with_it_and_the_task_stays(office: Office) -> None:
    office.take("put_off", FRONT, days=2, reason="Chờ số liệu")
    [task] = office.stage.ask(TaskList(), by=FRONT).items
    assert (task.since, task.due_on) == (SIGNING_DAY, SIGNING_DAY + timedelta(days=30))


def test_tasks_are_late_the_day_after_they_are_due(office: Office) -> None:
    due = SIGNING_DAY + timedelta(days=5)
    assert office.tasks(FRONT, on=due, state="late") == []
    assert len(office.tasks(FRONT, on=due + timedelta(days=1), state="late")) == 1
    assert office.tasks(FRONT, due_within_days=4) == []
    assert len(office.tasks(FRONT, due_within_days=5)) == 1
    office.take("send", FRONT, days=7)
    [done] = office.stage.ask(TaskList(state="done"), by=FRONT, on=due + timedelta(days=9)).items
    assert done.late


def test_tasks_come_by_pages_and_are_nobody_elses(office: Office) -> None:
    office.stage.act(DraftPaper(), by=FRONT)
    first = office.stage.ask(TaskList(limit=1), by=FRONT)
    rest = office.stage.ask(TaskList(limit=1, cursor=first.next_cursor), by=FRONT)
    assert {first.items[0].subject_id, rest.items[0].subject_id} > {office.paper}
    assert rest.next_cursor is None
    assert office.tasks(STATE) == []


def kept(session: Session) -> tuple[list[str], list[date | None]]:
    """The steps of the history, and the days on which tasks were closed."""
    steps = select(tables.history.c.step).order_by(tables.history.c.seq)
    closed = select(tables.tasks.c.closed_on).order_by(tables.tasks.c.seq)
    return list(session.scalars(steps)), list(session.scalars(closed))


def test_a_refused_command_leaves_neither(office: Office) -> None:
    with pytest.raises(NotAllowed):
        office.take("send", FRONT, reason="regretted")
    with office.stage.database.reading() as session:
        assert kept(session) == (["draft"], [None])


def test_an_act_that_failed_in_a_group_leaves_no_history_though_its_object_stays(office: Office) -> None:
    """Two acts share a session; the second writes the very object whose step the first took in vain."""
    held = list[Paper]()

    def fail(session: Session) -> None:
        paper = Papers(work_in(service, session, FRONT)).get(office.paper)
        held.append(paper)
        LIFECYCLE.take(paper, "send", SIGNING_DAY)
        raise REGRETTED

    def remark(session: Session) -> None:
        paper = Papers(work_in(service, session, FRONT)).get(office.paper)
        assert paper is held[0]
        paper.remark = "xem lại"

    with office.stage.database.transaction() as session:
        for act in (fail, remark):
            Job(act).carry_out(session)
    with office.stage.database.reading() as session:
        assert kept(session) == (["draft"], [None])
        assert session.execute(select(papers.c.remark, papers.c.state)).one() == ("xem lại", "drafted")
