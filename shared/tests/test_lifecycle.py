"""The one state machine: what it allows, how it refuses, and what it remembers of each step."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from typing import Annotated, Literal, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contracts.errors import DayBeforeLastStep, InvalidField, WrongStep
from contracts.names import Named
from shared.domain.lifecycle import Awaits, Lifecycle, Step, Taken, steps_taken

DAY = date(2017, 6, 16)
Codes = Literal["drafted", "sent", "agreed", "withdrawn"]
State = Annotated[
    Codes,
    Named(
        "Trạng thái",
        "State",
        codes={
            "drafted": "Đang soạn",
            "sent": "Đã gửi",
            "agreed": ("Đã thống nhất", "agreed by both"),
            "withdrawn": "Đã gỡ",
        },
    ),
]
STATES = get_args(Codes)
PLAN = Lifecycle(
    "plan",
    vi="Kế hoạch",
    states=State,
    steps={
        "draft": Step(to="drafted", vi="Soạn"),
        "correct": Step("drafted", vi="Sửa"),
        "send": Step("drafted", to="sent", vi="Gửi"),
        "agree": Step("sent", to="agreed", vi="Thống nhất"),
        "withdraw": Step("drafted", "sent", to="withdrawn", vi="Gỡ"),
        "remind": Step("sent", vi="Nhắc"),
        "be_heard": Step("sent", vi="Lấy ý kiến", moves_day=True),
        "number": Step("drafted", vi="Cấp số", once=lambda thing: thing.id == "numbered"),
    },
)


@dataclass(eq=False)
class Thing:
    """An object whose life is the lifecycle it is given."""

    lifecycle: Lifecycle
    id: str = "pla_1"
    state: str = field(init=False)
    stands_since: date = field(init=False)

    def begun(self, step: str = "draft", on: date = DAY) -> "Thing":
        self.lifecycle.begin(self, step, on)
        return self

    def take(self, step: str, on: date = DAY, reason: str | None = None) -> None:
        self.lifecycle.take(self, step, on, reason=reason)


@pytest.fixture
def plan() -> Thing:
    return Thing(PLAN).begun()


def test_a_step_leads_on_and_is_remembered_until_it_is_written_down(plan: Thing) -> None:
    later = DAY + timedelta(days=3)
    plan.take("send", later, reason="Đã đủ ý kiến")
    assert (plan.state, plan.stands_since) == ("sent", later)
    assert steps_taken(plan) == [
        Taken(PLAN, "draft", None, "drafted", DAY, None),
        Taken(PLAN, "send", "drafted", "sent", later, "Đã đủ ý kiến"),
    ]
    assert steps_taken(plan) == []


def test_a_step_that_stays_is_remembered_and_leaves_the_day_since_which_it_stands(plan: Thing) -> None:
    """Several bodies may each have their say in any order of their days."""
    plan.take("correct", DAY + timedelta(days=2))
    plan.take("correct", DAY + timedelta(days=1))
    assert (plan.state, plan.stands_since) == ("drafted", DAY)
    assert [taken.step for taken in steps_taken(plan)] == ["draft", "correct", "correct"]
    with pytest.raises(DayBeforeLastStep):
        plan.take("correct", DAY - timedelta(days=1))


def test_steps_in_any_order_name_the_day_since_which_they_are_possible(plan: Thing) -> None:
    later = DAY + timedelta(days=5)
    plan.take("send", later)
    PLAN.take(plan, "remind", DAY + timedelta(days=2), since=DAY + timedelta(days=2))
    assert plan.stands_since == later
    with pytest.raises(DayBeforeLastStep) as refused:
        PLAN.take(plan, "remind", DAY + timedelta(days=1), since=DAY + timedelta(days=2))
    assert "18/06/2017" in refused.value.sentences()["vi"]
    with pytest.raises(DayBeforeLastStep):
        plan.take("remind", DAY + timedelta(days=2))


def test_a_stay_that_moves_the_day_is_followed_by_what_comes_later(plan: Thing) -> None:
    heard = DAY + timedelta(days=5)
    plan.take("send")
    plan.take("be_heard", heard)
    assert (plan.state, plan.stands_since) == ("sent", heard)
    PLAN.take(plan, "be_heard", DAY, since=DAY)
    assert plan.stands_since == heard
    with pytest.raises(DayBeforeLastStep):
        plan.take("agree", heard - timedelta(days=1))


def test_what_is_done_once_is_refused_the_second_time_and_says_that_it_was_done(plan: Thing) -> None:
    plan.take("number")
    plan.id = "numbered"
    assert not PLAN.allows(plan, "number", DAY)
    with pytest.raises(WrongStep) as refused:
        plan.take("number")
    assert "«đã cấp số»" in refused.value.sentences()["vi"]


def test_a_wrong_step_is_refused_by_its_rule_in_both_languages(plan: Thing) -> None:
    plan.take("send")
    plan.take("agree")
    with pytest.raises(WrongStep) as refused:
        plan.take("withdraw")
    assert refused.value.rule == "plan:withdraw"
    assert refused.value.sentences() == {
        "vi": "Kế hoạch pla_1 đang ở trạng thái «Đã thống nhất», không thể thực hiện bước «Gỡ».",
        "en": "plan pla_1 is in state «agreed by both»; the step «withdraw» is not possible.",
    }
    assert (plan.state, len(steps_taken(plan))) == ("agreed", 3)


def test_a_day_before_the_last_step_is_refused_by_the_rule_and_names_the_field(plan: Thing) -> None:
    with pytest.raises(InvalidField) as refused:
        plan.take("send", DAY - timedelta(days=1))
    assert refused.value.rule == "plan:send"
    assert [each.field for each in refused.value.fields] == ["occurred_on"]
    assert "16/06/2017" in refused.value.sentences()["vi"]
    assert plan.state == "drafted"


def test_the_state_is_looked_at_before_the_day(plan: Thing) -> None:
    with pytest.raises(WrongStep):
        plan.take("agree", DAY - timedelta(days=1))


def test_the_state_alone_may_be_asked_for_where_the_last_step_may_be_later(plan: Thing) -> None:
    PLAN.check_state(plan, "send", DAY - timedelta(days=1))
    with pytest.raises(WrongStep):
        PLAN.check_state(plan, "agree", DAY)
    assert [taken.step for taken in steps_taken(plan)] == ["draft"]


def test_where_an_object_stands_on_a_day_may_be_more_than_what_is_kept() -> None:
    due = DAY + timedelta(days=10)
    lapsing = Lifecycle(
        "offer",
        vi="Lời mời",
        states=State,
        steps={
            "draft": Step(to="sent", vi="Mời"),
            "agree": Step("sent", to="agreed", vi="Nhận lời"),
            "renew": Step("withdrawn", to="sent", vi="Mời lại"),
            "remark": Step("withdrawn", vi="Ghi chú"),
        },
        stands=lambda thing, on: "withdrawn" if thing.state == "sent" and on > due else thing.state,
    )
    offer = Thing(lapsing).begun()
    with pytest.raises(WrongStep, match="withdrawn"):
        offer.take("agree", due + timedelta(days=1))
    offer.take("remark", due + timedelta(days=1))
    assert offer.state == "sent"
    offer.take("renew", due + timedelta(days=2))
    assert steps_taken(offer)[-1].source == "sent"


@pytest.mark.parametrize(
    "steps",
    [
        {"draft": Step(to="lost", vi="Soạn")},
        {"send": Step("lost", to="sent", vi="Gửi")},
        {"draft": Step(to="drafted", vi="Soạn", awaits=Awaits("lost", lambda _: ["so-xd"]))},
        {"draft": Step(vi="Soạn")},
        {"draft": Step(to="drafted", vi="Soạn", fulfils=("lost",))},
    ],
)
def test_a_lifecycle_that_names_what_it_does_not_have_is_no_lifecycle(steps: dict[str, Step]) -> None:
    with pytest.raises(TypeError):
        Lifecycle("plan", vi="Kế hoạch", states=State, steps=steps)


@pytest.mark.parametrize(
    "states",
    [
        Codes,
        Annotated[Codes, "no names"],
        Annotated[Codes, Named("Trạng thái", "State", codes={"drafted": "Đang soạn"})],
    ],
)
def test_a_state_without_a_name_is_no_state(states: object) -> None:
    with pytest.raises(TypeError):
        Lifecycle("plan", vi="Kế hoạch", states=states, steps={})


sources = st.lists(st.sampled_from(STATES), min_size=1, unique=True)
targets = st.none() | st.sampled_from(STATES)
graphs = st.dictionaries(st.sampled_from("abcdef"), st.tuples(sources, targets), max_size=6)
attempts = st.lists(st.tuples(st.sampled_from("abcdef"), st.integers(0, 20)), max_size=30)


@given(graphs, st.sampled_from(STATES), attempts)
def test_no_sequence_of_steps_leaves_the_declared_graph(
    graph: dict[str, tuple[list[str], str | None]], first: str, tries: list[tuple[str, int]]
) -> None:
    steps = {name: Step(*sources, to=to, vi=name) for name, (sources, to) in graph.items()}
    lifecycle = Lifecycle(
        "random", vi="Ngẫu nhiên", states=State, steps={"begin": Step(to=first, vi="Bắt đầu"), **steps}
    )
    thing, state, since = Thing(lifecycle).begun("begin"), first, DAY
    for step, days in [each for each in tries if each[0] in graph]:
        on, (possible, to) = DAY + timedelta(days=days), graph[step]
        if state not in possible:
            with pytest.raises(WrongStep):
                thing.take(step, on)
        elif on < since:
            with pytest.raises(DayBeforeLastStep):
                thing.take(step, on)
        else:
            thing.take(step, on)
            state, since = to or state, since if to in {None, state} else on
        assert (thing.state, thing.stands_since) == (state, since)
    told = steps_taken(thing)
    assert [each.source for each in told] == [None, *(each.to for each in told[:-1])]
    moves = [each for each in told if each.source != each.to]
    assert all(earlier.on <= later.on for earlier, later in pairwise(moves))
    assert all(each.source in graph[each.step][0] for each in told[1:])
