"""Properties of the draft's machine and of the answers to an opinion, over random acts."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from contracts.critique.opinions import Head
from contracts.errors import InvalidField, WrongStep
from contracts.values import Outcome, Track
from critique.drafts.domain.dossier import CONDITIONS, ConditionKind
from critique.drafts.domain.draft import DossierIncomplete, Draft
from critique.drafts.domain.form import FormDecision
from critique.opinions.domain.opinion import HEADS as ALL_HEADS
from critique.opinions.domain.opinion import OUTCOMES as ALL_OUTCOMES
from critique.opinions.domain.opinion import Opinion, OpinionItem
from shared.domain.deadlines import ExplainedDeadline

DAY = date(2017, 7, 3)
KINDS = st.sampled_from(CONDITIONS)
OUTCOMES = st.sampled_from(ALL_OUTCOMES)
HEADS = st.lists(st.sampled_from(ALL_HEADS), min_size=1, max_size=8)
ORDER = ["registered", "form_decided", "opinion_document_issued", "response_received"]
TRACKS: list[Track] = ["critique", "comment"]
DEADLINE = ExplainedDeadline.counted("crit.answer_due", DAY)


def new_draft() -> Draft:
    return Draft(
        id="drf_1",
        kind="plan",
        title="Dự thảo giả lập",
        unit_id="19.1",
        unit_code="19",
        path="/19/",
        level="T",
        drafting_body="so-xd",
        co_drafting_bodies=[],
        conditions={},
        duty_id=None,
        received_on=DAY,
        dossier_on=DAY,
        recorded_at=datetime(2017, 7, 3, tzinfo=UTC),
        search="du thao gia lap",
    )


def new_opinion(heads: list[Head], on: date = DAY) -> Opinion:
    items = [
        OpinionItem("crt_1", number, head, "Nhận xét", "Đánh giá", "agree", "Kiến nghị")
        for number, head in enumerate(heads, start=1)
    ]
    return Opinion(
        id="crt_1",
        draft_id="drf_1",
        drafting_body="so-xd",
        doc_number="1/PB",
        issuing_body="btt-mttq-tinh",
        issued_on=on,
        year=on.year,
        answer_due_on=date(2017, 8, 1),
        answer_due=DEADLINE,
        items=items,
    )


class DraftMachine(RuleBasedStateMachine):
    """Random acts on one draft; each is either done or refused without a trace."""

    @initialize()
    def register(self) -> None:
        self.draft, self.day = new_draft(), DAY
        self.done: list[str] = []
        self.opinion: Opinion | None = None

    @rule(days=st.integers(min_value=-2, max_value=3))
    def time_passes(self, days: int) -> None:
        self.day += timedelta(days=days)

    @rule(kinds=st.lists(KINDS, min_size=1, max_size=4))
    def complete_dossier(self, kinds: list[ConditionKind]) -> None:
        self.attempt(
            "complete", lambda: self.draft.complete_dossier([(k, "tài liệu") for k in kinds], self.day)
        )

    @rule(kinds=st.lists(KINDS, min_size=1, max_size=4))
    def send_back(self, kinds: list[ConditionKind]) -> None:
        self.attempt("return", lambda: self.draft.send_back(kinds, "Thiếu", self.day))

    @rule(track=st.sampled_from(TRACKS))
    def decide_form(self, track: Track) -> None:
        complete = self.draft.dossier_complete
        decision = FormDecision(
            "drf_1", track, "written", "btt-mttq-tinh", "content", "Lý do", None, "btt-mttq-tinh", self.day
        )
        self.attempt("decide", lambda: self.draft.decide_form(decision))
        assert self.draft.decision is not decision or track == "comment" or complete

    @rule(heads=HEADS)
    def issue_opinion(self, heads: list[Head]) -> None:
        opinion = new_opinion(heads, self.day)
        if self.attempt("issue", lambda: self.draft.issue_opinion("crt_1", opinion.answer_due_on, self.day)):
            self.opinion = opinion

    @rule(outcomes=st.lists(OUTCOMES, min_size=1, max_size=8))
    def answer(self, outcomes: list[Outcome]) -> None:
        answers = [(number, outcome, "Giải trình") for number, outcome in enumerate(outcomes, start=1)]

        def answer_both() -> None:
            if self.opinion:
                self.opinion.answer(answers, "2/SXD", self.day)
            self.draft.answer_opinion(self.day)

        self.attempt("answer", answer_both)

    def attempt(self, name: str, act: Any) -> bool:
        before = self.seen()
        try:
            act()
        except (WrongStep, InvalidField, DossierIncomplete):
            assert self.seen() == before
            return False
        self.done.append(name)
        assert self.draft.stands_since == self.day or self.draft.state == before[0]
        return True

    def seen(self) -> tuple[object, ...]:
        draft = self.draft
        answers = [item.outcome for item in self.opinion.items] if self.opinion else None
        return (
            draft.state,
            draft.stands_since,
            dict(draft.conditions),
            draft.return_reason,
            draft.decision,
            answers,
        )

    @invariant()
    def each_of_the_later_steps_happens_once_and_in_order(self) -> None:
        forward = [name for name in self.done if name in {"decide", "issue", "answer"}]
        assert forward == ["decide", "issue", "answer"][: len(forward)]
        expected = ORDER[len(forward)]
        assert self.draft.state in ({"registered", "returned"} if not forward else {expected})

    @invariant()
    def the_dossier_rests_once_the_form_is_decided(self) -> None:
        if "decide" in self.done:
            assert not {"complete", "return"} & set(self.done[self.done.index("decide") :])

    @invariant()
    def it_holds_what_its_state_says(self) -> None:
        reached = ORDER.index(self.draft.state) if self.draft.state in ORDER else 0
        assert (self.draft.decision is not None) == (reached >= 1)
        assert (self.draft.critique_id is not None) == (self.opinion is not None) == (reached >= 2)
        answered = self.opinion is not None and self.opinion.state == "answered"
        assert answered == (self.draft.answered_on is not None) == (reached == 3)


TestDraftMachine = DraftMachine.TestCase


@given(HEADS, st.data())
def test_answers_count_as_many_as_items(heads: list[Head], data: st.DataObject) -> None:
    opinion = new_opinion(heads)
    numbers = data.draw(st.permutations(range(1, len(heads) + 1)))
    answers = [(number, data.draw(OUTCOMES), "Giải trình") for number in numbers]
    opinion.answer(answers, "2/SXD", DAY)
    assert sum(opinion.outcomes().values()) == len(heads) == sum(opinion.items_by_head().values())
    assert opinion.outcomes() == dict.fromkeys(ALL_OUTCOMES, 0) | Counter(
        outcome for _, outcome, _ in answers
    )
    assert {item.number: item.outcome for item in opinion.items} == {no: what for no, what, _ in answers}


@given(HEADS, st.lists(st.integers(min_value=1, max_value=9), min_size=1, max_size=9))
def test_any_other_numbers_are_refused_and_leave_nothing(heads: list[Head], numbers: list[int]) -> None:
    opinion = new_opinion(heads)
    answers: list[tuple[int, Outcome, str | None]] = [(number, "accepted", None) for number in numbers]
    if sorted(numbers) == list(range(1, len(heads) + 1)):
        opinion.answer(answers, "2/SXD", DAY)
        return
    with pytest.raises(InvalidField):
        opinion.answer(answers, "2/SXD", DAY)
    assert (opinion.answered_on, {item.outcome for item in opinion.items}) == (None, {None})
