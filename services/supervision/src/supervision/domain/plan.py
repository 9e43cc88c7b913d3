"""The supervision plan of a unit for a year: proposed, harmonised, agreed (notes §3.3)."""

from dataclasses import dataclass, field
from datetime import date, datetime

from contracts.errors import InvalidField, Kind, NotAllowed, Refusal, WrongStep
from contracts.supervision.values import PlanState, TopicCode, ViewKind

STEPS: dict[tuple[PlanState, str], PlanState] = {
    ("proposed", "state_view"): "proposed",
    ("proposed", "resolve_overlap"): "proposed",
    ("proposed", "agree"): "agreed",
}
PLAN_DUTIES: dict[TopicCode, str] = {"GS-GN": "II.4a-a", "GS-NTM": "II.4a-d"}
USE_OF_RESOURCES = "I.1-c"
MERGED_PLAN = "III.1.3-d"


class NotHarmonised(Refusal):
    """Somebody has not been heard, or a named overlap is open."""

    slug = "plan-not-harmonised"
    kind = Kind.CONFLICT
    vi = "Kế hoạch {plan} chưa thống nhất: chưa có ý kiến của {missing}; còn trùng lặp theo {overlaps}."
    en = "Plan {plan} is not harmonised: no view of {missing}; overlap open with {overlaps}."


@dataclass(eq=False)
class PlannedTopic:
    """A topic of a plan; `merges` is the body whose own inspection plan it takes in."""

    plan_id: str
    topic: TopicCode
    form: str
    target_orgs: list[str]
    merges: str | None


@dataclass(eq=False)
class View:
    """What a consulted body said."""

    plan_id: str
    body: str
    view: ViewKind
    overlapping: list[TopicCode]
    remark: str | None
    stated_on: date
    resolution: str | None = None

    def __post_init__(self) -> None:
        """An overlap says which topics, and why. Raises InvalidField."""
        if self.view == "overlap" and not (self.overlapping and self.remark):
            raise InvalidField(
                "overlapping" if self.remark else "remark",
                "required-for-overlap",
                "Nêu trùng lặp thì phải nêu chuyên đề và lý do",
                "Whoever names an overlap says which topics, and why",
            )

    @property
    def is_open(self) -> bool:
        """Whether it names an overlap that nobody has resolved."""
        return self.view == "overlap" and self.resolution is None


@dataclass(eq=False)
class Plan:
    """A plan; `unit_path` holds the codes of its unit and all above it on the day of proposal."""

    id: str
    year: int
    level: str
    unit_id: str
    unit_code: str
    unit_path: str
    chair_org: str
    consulted: list[str]
    proposed_on: date
    last_step_on: date
    recorded_at: datetime
    state: PlanState = "proposed"
    doc_number: str | None = None
    agreed_on: date | None = None
    topics: list[PlannedTopic] = field(default_factory=list)
    views: list[View] = field(default_factory=list)

    @property
    def topic_codes(self) -> list[TopicCode]:
        """The codes of its topics, in order."""
        return [each.topic for each in self.topics]

    @property
    def missing_views(self) -> list[str]:
        """Who was consulted and has not answered."""
        heard = {view.body for view in self.views}
        return [body for body in self.consulted if body not in heard]

    @property
    def open_overlaps(self) -> list[str]:
        """Whose overlap is not resolved."""
        return [view.body for view in self.views if view.is_open]

    def state_view(self, view: View) -> None:
        """Keep a consulted body's view; a later one of the same body takes its place.

        Raises WrongStep, NotAllowed, InvalidField.
        """
        self._check("state_view", view.stated_on, after=self._last_heard(view.body))
        if view.body not in self.consulted:
            raise NotAllowed(
                "consulted-only",
                "Chỉ cơ quan được lấy ý kiến mới nêu ý kiến",
                "Only a body that was consulted states a view",
            )
        if unknown := set(view.overlapping) - set(self.topic_codes):
            raise _no_topic("overlapping", ", ".join(sorted(unknown)))
        self.views = [each for each in self.views if each.body != view.body] + [view]
        self.last_step_on = max(self.last_step_on, view.stated_on)

    def resolve_overlap(self, body: str, note: str, on: date) -> None:
        """Say how a body's overlap is resolved. Raises WrongStep, InvalidField."""
        self._check("resolve_overlap", on, after=self.last_step_on)
        for view in self.views:
            if view.body == body and view.is_open:
                view.resolution, self.last_step_on = note, on
                return
        raise InvalidField(
            "body",
            "open-overlap",
            f"{body} không có ý kiến trùng lặp nào đang mở",
            f"{body} has named no overlap that is open",
        )

    def agree(self, doc_number: str, on: date) -> None:
        """Agree it with all who were consulted. Raises WrongStep, NotHarmonised, InvalidField."""
        self._check("agree", on, after=self.last_step_on)
        missing, overlaps = self.missing_views, self.open_overlaps
        if missing or overlaps:
            raise NotHarmonised(
                plan=self.id, missing=", ".join(missing) or "–", overlaps=", ".join(overlaps) or "–"
            )
        self.state, self.doc_number = STEPS[self.state, "agree"], doc_number
        self.agreed_on = self.last_step_on = on

    def topic(self, code: TopicCode) -> PlannedTopic:
        """Return one of its topics. Raises InvalidField."""
        for each in self.topics:
            if each.topic == code:
                return each
        raise _no_topic("topic", code)

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
        """Bodies state their views in any order, but none of them goes back behind its own."""
        return max([self.proposed_on, *(view.stated_on for view in self.views if view.body == body)])

    def _check(self, step: str, on: date, after: date) -> None:
        if (self.state, step) not in STEPS:
            raise WrongStep(rule=f"plan:{step}", subject=self.id, state=self.state, step=step)
        if on < after:
            raise InvalidField(
                "occurred_on",
                "not-before-last-step",
                f"Không thể thực hiện trước bước liền trước, ngày {after}",
                f"It cannot be done before the last step, on {after}",
            )


def _no_topic(field_name: str, codes: str) -> InvalidField:
    return InvalidField(
        field_name,
        "topic-of-the-plan",
        f"Kế hoạch không có chuyên đề {codes}",
        f"The plan has no topic {codes}",
    )
