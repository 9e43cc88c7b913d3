"""Properties of the two machines, over random acts: each is done, or refused without a trace."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from contracts.errors import Refusal
from contracts.values import Outcome
from shared.domain.deadlines import ExplainedDeadline
from supervision.plans.domain.plan import Plan, PlannedTopic
from supervision.plans.domain.topic import TopicCode
from supervision.plans.domain.view import View, ViewKind
from supervision.recommendations.domain.recommendation import ANSWER_DUE, Recommendation

DAY = date(2017, 7, 3)
NOW = datetime(2017, 7, 3, tzinfo=UTC)
DUE = date(2017, 7, 23)
ADDRESSEE = "so-ldtbxh"
CONSULTED = ["ubnd-tinh", "hdnd-tinh"]
BODIES = st.sampled_from(CONSULTED)
OUTCOMES: list[Outcome] = ["accepted", "partly", "rejected"]
KINDS: list[ViewKind] = ["agreed", "overlap"]
TOPICS = st.lists(st.sampled_from(["GS-GN", "GS-DT-1"]), unique=True)
# Each act draws its own day, some before the one before it, some after the day due.
DAYS = st.integers(min_value=-2, max_value=24).map(lambda days: DAY + timedelta(days=days))


def new_recommendation() -> Recommendation:
    return Recommendation(
        id="rec_1",
        plan_id="pln_1",
        topic="GS-GN",
        level="T",
        unit_code="19",
        path="/19/",
        sending_body="btt-mttq-tinh",
        addressee_body=ADDRESSEE,
        doc_number="31/KN",
        text="Niêm yết danh sách (giả lập)",
        legal_basis=["QĐ 1722/QĐ-TTg"],
        sent_on=DAY,
        due_on=DUE,
        answer_due=ExplainedDeadline.counted(ANSWER_DUE, DAY),
        recorded_at=NOW,
    )


def new_plan() -> Plan:
    return Plan(
        id="pln_1",
        year=2017,
        level="T",
        unit_id="19.1",
        unit_code="19",
        path="/19/",
        chair_body="btt-mttq-tinh",
        consulted_bodies=list(CONSULTED),
        proposed_on=DAY,
        recorded_at=NOW,
        topics=[PlannedTopic("pln_1", "GS-GN", "delegation", [ADDRESSEE], None)],
    )


def refusal_of(act: Callable[[], object]) -> Refusal | None:
    """Do something and return what refused it, if anything did."""
    try:
        act()
    except Refusal as refused:
        return refused
    return None


class RecommendationMachine(RuleBasedStateMachine):
    """Random acts of its addressee on one recommendation."""

    @initialize()
    def send(self) -> None:
        self.sent, self.done = new_recommendation(), list[str]()

    @rule(on=DAYS)
    def acknowledge(self, on: date) -> None:
        self._attempt("acknowledge", lambda: self.sent.acknowledge(on))

    @rule(
        on=DAYS,
        outcome=st.sampled_from(OUTCOMES),
        reason=st.sampled_from([None, "Ngoài thẩm quyền"]),
    )
    def answer(self, on: date, outcome: Outcome, reason: str | None) -> None:
        self._attempt("answer", lambda: self.sent.answer(outcome, reason, "45/SLĐ", on))

    @rule(on=DAYS)
    def fall_overdue(self, on: date) -> None:
        if self._took(lambda: self.sent.fall_overdue(on)):
            assert self.sent.overdue_since == on > DUE

    @rule(on=DAYS)
    def escalate(self, on: date) -> None:
        before = self.sent.escalated_on
        if self._took(lambda: self.sent.escalate("ub-mttq-tinh", on)):
            assert (before, self.sent.escalated_on) == (None, on)
            assert on > DUE

    def _took(self, act: Callable[[], None]) -> bool:
        before = dict(vars(self.sent))
        refused = refusal_of(act)
        assert refused is None or vars(self.sent) == before
        return refused is None

    def _attempt(self, step: str, act: Callable[[], None]) -> None:
        if self._took(act):
            self.done.append(step)

    @invariant()
    def each_step_happens_once_and_in_order(self) -> None:
        assert self.done == ["acknowledge", "answer"][: len(self.done)]
        assert self.sent.state == ["sent", "acknowledged", "answered"][len(self.done)]

    @invariant()
    def its_days_are_in_order_and_the_due_day_stands(self) -> None:
        days = [self.sent.sent_on, self.sent.acknowledged_on, self.sent.answered_on]
        known = [day for day in days if day]
        assert known == sorted(known)
        assert len(known) == len(self.done) + 1
        assert self.sent.due_on == DUE

    @invariant()
    def an_answer_has_its_outcome_its_reason_and_its_punctuality(self) -> None:
        sent = self.sent
        answered = sent.answered_on is not None
        assert (sent.outcome is not None) == (sent.answer_doc_number is not None) == answered
        assert sent.outcome in {None, "accepted"} or sent.reason
        assert sent.on_time is (None if sent.answered_on is None else sent.answered_on <= DUE)


class PlanMachine(RuleBasedStateMachine):
    """Random views, resolutions and agreements on one plan."""

    @initialize()
    def propose(self) -> None:
        self.plan = new_plan()
        self.latest: dict[str, ViewKind] = {}
        self.unresolved: set[str] = set()
        self.heard_on: dict[str, date] = {}
        self.last_on = DAY

    @rule(on=DAYS, body=BODIES, kind=st.sampled_from(KINDS), topics=TOPICS)
    def state_view(self, on: date, body: str, kind: ViewKind, topics: list[TopicCode]) -> None:
        def act() -> None:
            self.plan.state_view(View("pln_1", body, kind, topics, "Đã có kế hoạch", on))

        if self._done(act):
            assert on >= self.heard_on.get(body, DAY)
            self.latest[body], self.heard_on[body] = kind, on
            self.last_on = max(self.last_on, on)
            self.unresolved -= {body}
            self.unresolved |= {body} if kind == "overlap" else set()

    @rule(on=DAYS, body=BODIES)
    def resolve(self, on: date, body: str) -> None:
        if self._done(lambda: self.plan.resolve_overlap(body, "Một đoàn chung", on)):
            assert body in self.unresolved
            assert on >= self.last_on
            self.last_on = on
            self.unresolved -= {body}

    @rule(on=DAYS)
    def agree(self, on: date) -> None:
        if self._done(lambda: self.plan.agree("18/KH", on)):
            assert set(self.latest) == set(CONSULTED)
            assert not self.unresolved
            assert on >= self.last_on

    def _done(self, act: Callable[[], None]) -> bool:
        before = self._seen()
        agreed = self.plan.state == "agreed"
        if refusal_of(act):
            assert self._seen() == before
            return False
        assert not agreed
        return True

    def _seen(self) -> tuple[object, ...]:
        plan = self.plan
        views = [(each.consulted_body, each.view, each.stated_on, each.resolution) for each in plan.views]
        return plan.state, plan.doc_number, plan.agreed_on, plan.stands_since, views

    @invariant()
    def it_knows_who_is_missing_and_what_is_open(self) -> None:
        assert set(self.plan.missing_bodies) == set(CONSULTED) - set(self.latest)
        assert set(self.plan.overlapping_bodies) == self.unresolved

    @invariant()
    def an_agreed_plan_has_number_and_day(self) -> None:
        agreed = self.plan.state == "agreed"
        assert (self.plan.agreed_on is not None) == (self.plan.doc_number is not None) == agreed


TestRecommendationMachine = RecommendationMachine.TestCase
TestPlanMachine = PlanMachine.TestCase
