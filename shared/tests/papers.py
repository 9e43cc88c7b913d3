"""A service with one kind of object, which the tests of history and tasks play."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Annotated, Any, Literal

from pydantic import Field
from sqlalchemy import JSON, Column, Date, MetaData, Table

from contracts.errors import NotAllowed
from contracts.messages import Answer, Command, Event
from contracts.names import Name, Named
from shared.authority import Actor, signed_in
from shared.domain.lifecycle import Awaits, Lifecycle, Step
from shared.history.messages import HistoryOf
from shared.service import Feature, Service, Subject, command, reaction
from shared.store import Repository, key, map_all, short_text
from shared.tasks.messages import TaskList
from shared.testing import SIGNING_DAY, Stage, actor
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
