"""An assignment proposed to a body of the Front's column, which alone can agree to it."""

from dataclasses import dataclass, field
from datetime import date, datetime

from campaigns.assignments.domain.stages import AssignmentStage, AssignmentState, AssignmentStep, stage_of
from campaigns.common.domain.front import MEMBERS, STANDING
from contracts.campaigns.assignments import AssignmentKind
from contracts.errors import InvalidField
from contracts.reference import Body, duties
from contracts.values import ContentCode
from shared.domain.deadlines import check_later
from shared.domain.lifecycle import Awaits, Lifecycle, Step

# The body is free to take the same work on again.
ENDED: tuple[AssignmentStep, ...] = ("declined", "returned", "reassigned")
DUTIES_OF_AGREEMENT = ("II.1a-a", "II.3a-a", "III.2b-a")


def _assignee(assignment: "Assignment") -> list[str]:
    return [assignment.assignee_body]


def _unbegun(assignment: "Assignment") -> list[str]:
    return _assignee(assignment) if assignment.state == "agreed" else []


def _begun(assignment: "Assignment") -> list[str]:
    return _assignee(assignment) if assignment.state == "in_progress" else []


def _proposer(assignment: "Assignment") -> list[str]:
    return [assignment.proposing_body]


def _due(assignment: "Assignment") -> date:
    return assignment.due_on


_BEGINNING = Awaits("report", _assignee, due=_due)
_RESULT = Awaits("complete", _assignee, due=_due)
_ANOTHER_BODY = Awaits("reassign", _proposer)
_LATE_WORK = ("overdue", "overdue_unbegun")
_WORK = ("agreed", "in_progress", *_LATE_WORK)

# Programme design notes §3.1. What is late is no step: it is how work stands on a day (see `stage_on`).
LIFECYCLE = Lifecycle(
    "assignment",
    vi="Nhiệm vụ được phân công",
    states=AssignmentStage,
    steps={
        "propose": Step(to="proposed", vi="Đề xuất phân công", awaits=Awaits("consult", _proposer)),
        "consult": Step("proposed", to="consulted", vi="Hiệp thương", awaits=Awaits("agree", _assignee)),
        "agree": Step("consulted", to="agreed", vi="Nhận nhiệm vụ", awaits=_BEGINNING),
        "decline": Step(
            "proposed", "consulted", to="declined", vi="Không nhận nhiệm vụ", awaits=_ANOTHER_BODY
        ),
        "report": Step(*_WORK, "returned", to="in_progress", vi="Báo cáo tiến độ", awaits=_RESULT),
        "cascade": Step(*_WORK, vi="Giao cho cấp dưới"),
        "complete": Step(
            "in_progress",
            "overdue",
            to="completed",
            vi="Báo cáo hoàn thành",
            awaits=Awaits("accept", _proposer),
        ),
        "accept": Step("completed", to="done", vi="Nghiệm thu"),
        "reopen": Step("done", to="in_progress", vi="Mở lại nhiệm vụ", awaits=_RESULT),
        "extend": Step(
            *_WORK,
            vi="Gia hạn",
            awaits=(Awaits("report", _unbegun, due=_due), Awaits("complete", _begun, due=_due)),
        ),
        "send_back": Step("completed", to="returned", vi="Trả lại kết quả", awaits=_BEGINNING),
        "give_back": Step(*_WORK, to="returned", vi="Trả lại nhiệm vụ", awaits=_ANOTHER_BODY),
        "reassign": Step("declined", "returned", *_LATE_WORK, to="reassigned", vi="Phân công lại"),
    },
    stands=lambda assignment, on: assignment.stage_on(on),
)


@dataclass
class Assignment:
    """An assignment, from its proposal to the accepted result.

    `parent_id` is the one from which it was handed down, `root_id` the topmost; `path` is its unit and all
    above it on the day of the proposal; `answer` is the assignee's: `proposed` as yet; `first_due_on` stays.
    """

    id: str
    root_id: str
    consultation_id: str
    proposing_body: str
    assignee_body: str
    kind: AssignmentKind
    content_code: ContentCode | None
    duty_id: str
    unit_code: str
    path: str
    due_on: date
    proposed_on: date
    recorded_at: datetime
    first_due_on: date = field(init=False)
    state: AssignmentStep = field(init=False)
    stands_since: date = field(init=False)
    parent_id: str | None = None
    replaces_id: str | None = None
    replaced_by_id: str | None = None
    answer: AssignmentState = "proposed"
    answered_on: date | None = None
    minutes_ref: str | None = None
    reason: str | None = None
    result: str | None = None
    achieved: int | None = None
    planned: int | None = None
    completed_on: date | None = None
    accepted_on: date | None = None

    def __post_init__(self) -> None:
        """Check what the proposal says, and begin its life. Raises InvalidField."""
        if self.due_on < self.proposed_on:
            raise InvalidField(
                "due_on",
                "not-before-proposal",
                "Thời hạn không được trước ngày đề nghị",
                "It cannot be due before it is proposed",
            )
        if self.kind == "content" and self.content_code is None:
            raise InvalidField(
                "content_code",
                "required-for-content",
                "Phân công theo nội dung phải nêu nội dung",
                "An assignment for a content names it",
            )
        _require_duty(self.duty_id)
        self.first_due_on = self.due_on
        LIFECYCLE.begin(self, "propose", self.proposed_on)

    def stage_on(self, day: date) -> AssignmentStage:
        """Return how it stands on a day: as late where agreed work is past its due day, else its state."""
        return stage_of(self.state, self.due_on, day)

    def consult(self, minutes_ref: str, on: date) -> None:
        """There are minutes of the consultation about it. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, "consult", on)
        self.minutes_ref = minutes_ref

    def agree(self, on: date) -> None:
        """The assignee agrees. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, "agree", on)
        self.answer, self.answered_on = "agreed", on

    def decline(self, on: date, reason: str) -> None:
        """The assignee declines and says why. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, "decline", on, reason=reason)
        self.answer, self.answered_on, self.reason = "declined", on, reason

    def report(self, on: date) -> None:
        """The assignee reports progress: work is under way. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, "report", on)

    def cascade(self, on: date) -> None:
        """The assignee hands shares down. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, "cascade", on)

    def complete(self, on: date, result: str) -> None:
        """The assignee says that it is carried out. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, "complete", on)
        self.result, self.completed_on = result, on

    def accept(self, on: date) -> None:
        """Its proposer accepts the result. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, "accept", on)
        self.accepted_on = on

    def reopen(self, on: date, reason: str) -> None:
        """Its proposer takes the acceptance back: work goes on. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, "reopen", on, reason=reason)
        self.reason, self.completed_on, self.accepted_on = reason, None, None

    def extend(self, due_on: date, on: date, reason: str) -> None:
        """Its proposer puts the due day off. Raises WrongStep, DayBeforeLastStep, InvalidField."""
        LIFECYCLE.check(self, "extend", on)
        check_later(due_on, self.due_on, on)
        self.due_on = due_on
        LIFECYCLE.take(self, "extend", on, reason=reason)

    def send_back(self, on: date, reason: str) -> None:
        """Its proposer sends the result back. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, "send_back", on, reason=reason)
        self.reason, self.completed_on = reason, None

    def give_back(self, on: date, reason: str) -> None:
        """The assignee gives it back. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, "give_back", on, reason=reason)
        self.reason, self.completed_on = reason, None

    def reassign(self, on: date, reason: str, successor_id: str) -> None:
        """Another assignment takes its place. Raises WrongStep, DayBeforeLastStep."""
        LIFECYCLE.take(self, "reassign", on, reason=reason)
        self.reason, self.replaced_by_id = reason, successor_id

    def measure(self, achieved: int | None, planned: int | None) -> None:
        """Keep how many of the planned are reached, where told. Raises InvalidField."""
        if (achieved is None) != (planned is None):
            raise InvalidField(
                "planned",
                "both-or-neither",
                "Nêu cả số đạt được và số kế hoạch, hoặc không nêu",
                "Give both what is reached and what is planned, or neither",
            )
        if achieved is not None:
            self.achieved, self.planned = achieved, planned

    @property
    def carried_out_on(self) -> date:
        """The day on which the assignee said that it is carried out. Raises LookupError before it did."""
        if self.completed_on is None:
            raise LookupError(self.id)
        return self.completed_on

    @property
    def on_time(self) -> bool:
        """Whether it was carried out by its due day. Raises LookupError before it was."""
        return self.carried_out_on <= self.due_on


def _require_duty(duty_id: str) -> None:
    if duty_id not in {duty.id for duty in duties().all()}:
        raise InvalidField(
            "duty_id",
            "duty-of-programme",
            f"Chương trình không có nhiệm vụ mang mã «{duty_id}»",
            f"The programme has no duty {duty_id}",
        )


def duties_of_agreement(kind: AssignmentKind, proposer: Body) -> tuple[str, ...]:
    """Return what an agreed assignment is evidence of, by who proposed it.

    II.1a-a is the standing board's own; II.3a-a belongs to the Front committees of every level; III.2b-a
    to the province's member organisations, whose branches agree to their shares.
    """
    if proposer.holds(*MEMBERS):
        return ("III.2b-a",) if proposer.level == "T" else ()
    assigned = ("II.1a-a",) if proposer.holds(STANDING) else ()
    return (*assigned, "II.3a-a") if kind == "model" else assigned
