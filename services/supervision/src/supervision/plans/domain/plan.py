"""The supervision plan of a unit for a year: proposed, harmonised, agreed (notes §3.3)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Annotated, Literal

from contracts.errors import InvalidField, Kind, Refusal
from contracts.names import Name, Named
from contracts.reference import body_name, code_names, joined
from contracts.values import AgencyLevel
from shared.domain.lifecycle import Awaits, Lifecycle, Step
from supervision.plans.domain.topic import TopicCode
from supervision.plans.domain.view import View

SupervisionForm = Annotated[
    Literal["document_review", "delegation", "people_boards", "joined"],
    Named(
        "Hình thức giám sát",
        "Form of supervision",
        codes={
            "document_review": "Nghiên cứu, xem xét văn bản",
            "delegation": "Tổ chức đoàn giám sát",
            "people_boards": "Qua Ban thanh tra nhân dân, Ban giám sát đầu tư của cộng đồng",
            "joined": "Tham gia giám sát với cơ quan, tổ chức có thẩm quyền",
        },
    ),
]
SupervisionPlanState = Annotated[
    Literal["proposed", "agreed"],
    Named(
        "Tình trạng kế hoạch giám sát",
        "State of the plan",
        codes={"proposed": "Đang lấy ý kiến", "agreed": "Đã thống nhất ban hành"},
    ),
]
OF_ITS_CHAIR = (
    Awaits("resolve_overlap", lambda plan: [plan.chair_body] if plan.overlapping_bodies else []),
    Awaits("agree", lambda plan: [plan.chair_body] if plan.is_harmonised else []),
)
LIFECYCLE = Lifecycle(
    "plan",
    vi="Kế hoạch giám sát",
    states=SupervisionPlanState,
    steps={
        "propose": Step(
            to="proposed", vi="Đề xuất", awaits=Awaits("state_view", lambda plan: plan.consulted_bodies)
        ),
        # What its chair does comes after what it was told, though the plan stays proposed.
        "state_view": Step("proposed", vi="Nêu ý kiến", awaits=OF_ITS_CHAIR, moves_day=True),
        "resolve_overlap": Step("proposed", vi="Giải quyết trùng lặp", awaits=OF_ITS_CHAIR, moves_day=True),
        "agree": Step("proposed", to="agreed", vi="Thống nhất ban hành"),
        # Asked and never taken: the recommendations of one plan come in any order of their days.
        "send_recommendation": Step("agreed", vi="Gửi kiến nghị"),
    },
)
PLAN_DUTIES: dict[TopicCode, str] = {"GS-GN": "II.4a-a", "GS-NTM": "II.4a-d"}
USE_OF_RESOURCES = "I.1-c"
MERGED_PLAN = "III.1.3-d"


class NotHarmonised(Refusal):
    """Somebody has not been heard, or a named overlap is open."""

    slug = "plan-not-harmonised"
    kind = Kind.CONFLICT
    vi = "Kế hoạch {plan} chưa thống nhất; chưa có ý kiến: {missing.vi}; còn trùng lặp: {overlaps.vi}."
    en = "Plan {plan} is not harmonised: no view of: {missing.en}; overlap open with: {overlaps.en}."


@dataclass(eq=False)
class PlannedTopic:
    """A topic of a plan; `proposing_body` is the body whose own inspection plan it takes in."""

    plan_id: str
    topic: TopicCode
    form: SupervisionForm
    target_bodies: list[str]
    proposing_body: str | None


@dataclass(eq=False)
class Plan:
    """A plan; `path` holds the codes of its unit and all above it on the day of proposal."""

    id: str
    year: int
    level: AgencyLevel
    unit_id: str
    unit_code: str
    path: str
    chair_body: str
    consulted_bodies: list[str]
    proposed_on: date
    recorded_at: datetime
    doc_number: str | None = None
    agreed_on: date | None = None
    topics: list[PlannedTopic] = field(default_factory=list)
    views: list[View] = field(default_factory=list)
    state: SupervisionPlanState = field(init=False)
    stands_since: date = field(init=False)

    def __post_init__(self) -> None:
        """Begin its life."""
        LIFECYCLE.begin(self, "propose", self.proposed_on)

    @property
    def topic_codes(self) -> list[TopicCode]:
        """The codes of its topics, in order."""
        return [each.topic for each in self.topics]

    @property
    def missing_bodies(self) -> list[str]:
        """Who was consulted and has not answered."""
        heard = {view.consulted_body for view in self.views}
        return [body for body in self.consulted_bodies if body not in heard]

    @property
    def overlapping_bodies(self) -> list[str]:
        """Whose overlap is not resolved."""
        return [view.consulted_body for view in self.views if view.is_open]

    @property
    def is_harmonised(self) -> bool:
        """Whether all who were consulted were heard, and no overlap is open."""
        return not (self.missing_bodies or self.overlapping_bodies)

    def state_view(self, view: View) -> None:
        """Keep a consulted body's view; a later one of the same body takes its place.

        Bodies state their views in any order, but none of them goes back behind its own.
        Raises WrongStep, DayBeforeLastStep, InvalidField.
        """
        heard_on = self._last_heard(view.consulted_body)
        LIFECYCLE.check(self, "state_view", view.stated_on, since=heard_on)
        if unknown := set(view.overlapping) - set(self.topic_codes):
            raise _no_topic("overlapping", sorted(unknown))
        self.views = [each for each in self.views if each.consulted_body != view.consulted_body] + [view]
        LIFECYCLE.take(self, "state_view", view.stated_on, since=heard_on)

    def resolve_overlap(self, consulted_body: str, note: str, on: date) -> None:
        """Say how a body's overlap is resolved. Raises WrongStep, DayBeforeLastStep, InvalidField."""
        LIFECYCLE.check(self, "resolve_overlap", on)
        for view in self.views:
            if view.consulted_body == consulted_body and view.is_open:
                view.resolution = note
                LIFECYCLE.take(self, "resolve_overlap", on, reason=note)
                return
        name = body_name(consulted_body, on)
        raise InvalidField(
            "consulted_body",
            "open-overlap",
            f"{name.vi} không có ý kiến trùng lặp nào đang mở",
            f"{name.en} has named no overlap that is open",
        )

    def agree(self, doc_number: str, on: date) -> None:
        """Agree it with all who were consulted. Raises WrongStep, DayBeforeLastStep, NotHarmonised."""
        LIFECYCLE.check(self, "agree", on)
        if not self.is_harmonised:
            raise NotHarmonised(
                rule=LIFECYCLE.rule("agree"),
                plan=self.id,
                missing=_names(self.missing_bodies, on),
                overlaps=_names(self.overlapping_bodies, on),
            )
        self.doc_number, self.agreed_on = doc_number, on
        LIFECYCLE.take(self, "agree", on)

    def topic(self, code: TopicCode) -> PlannedTopic:
        """Return one of its topics. Raises InvalidField."""
        for each in self.topics:
            if each.topic == code:
                return each
        raise _no_topic("topic", [code])

    def duties(self, *, merges_coordinator: bool) -> tuple[str, ...]:
        """Return what its agreement is evidence of.

        II.4a-a and II.4a-d ask for supervision of the policy as a whole, so a plan on one part of it
        (`GS-NTM-3`) shows neither; I.1-c that every use of resources can be supervised; III.1.3-d that
        the coordination office's plan, which it has confirmed by its view, is merged into this one.
        """
        of_topics = {PLAN_DUTIES[code] for code in self.topic_codes if code in PLAN_DUTIES}
        merged = {MERGED_PLAN} if merges_coordinator else set()
        return tuple(sorted(of_topics | merged | {USE_OF_RESOURCES}))

    def _last_heard(self, body: str) -> date:
        own = (view.stated_on for view in self.views if view.consulted_body == body)
        return max([self.proposed_on, *own])


def _names(bodies: Iterable[str], on: date) -> Name:
    found = joined(body_name(body, on) for body in bodies)
    return found if found.vi else Name("không có", "nobody")


def _no_topic(field_name: str, codes: Iterable[TopicCode]) -> InvalidField:
    names = code_names(TopicCode, codes)
    return InvalidField(
        field_name,
        "topic-of-the-plan",
        f"Kế hoạch không có chuyên đề: {names.vi}",
        f"The plan has no topic: {names.en}",
    )
