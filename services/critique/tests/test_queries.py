from collections.abc import Callable
from datetime import date, timedelta

import pytest

from contracts.errors import NotFound
from contracts.supervision.plans import PlanAgreed
from critique.drafts.messages import DecideForm, DraftById, DraftList, DraftStanding, ReturnDraft
from critique.opinions.messages import AnswerOpinion, OpinionById, OpinionStanding
from shared.authority import Actor
from shared.testing import Stage, actor
from shared.tokens import NotAuthenticated

Registered = Callable[..., DraftStanding]
Answered = Callable[..., AnswerOpinion]


def plan(**changes: object) -> PlanAgreed:
    fields: dict[str, object] = {
        "plan_id": "pln_1",
        "year": 2017,
        "level": "T",
        "chair_body": "btt-mttq-tinh",
        "unit_code": "19",
        "topics": ["GS-DT-1", "GS-NTM"],
        "consulted_bodies": ["ubnd-tinh"],
        "issued_on": date(2017, 6, 20),
    }
    return PlanAgreed.model_validate({**fields, **changes})


def test_anyone_sees_where_a_draft_stands(stage: Stage, issued: OpinionStanding) -> None:
    [row] = stage.ask(DraftList(), by=None).items
    assert (row.draft_id, row.critique_id) == (issued.draft_id, issued.critique_id)
    assert (row.state, row.drafting_body, row.chair_body) == (
        "opinion_document_issued",
        "so-xd",
        "btt-mttq-tinh",
    )
    assert (row.received_on, row.session_on, row.issued_on) == (
        date(2017, 7, 3),
        date(2017, 7, 20),
        date(2017, 7, 21),
    )
    assert (row.answer_due_on, row.answered_on) == (issued.answer_due.due_on, None)
    assert "return_reason" not in row.model_dump()
    assert "conditions" not in row.model_dump()


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, 3),
        ({"unit": "19"}, 3),
        ({"unit": "164"}, 1),
        ({"unit": "05467"}, 1),
        ({"unit": "05431"}, 0),
        ({"unit": "1"}, None),
        ({"year": 2017}, 2),
        ({"year": 2018}, 1),
        ({"year": 2019}, 0),
        ({"kind": "plan"}, 1),
        ({"drafting_body": "ubnd-xa/05467"}, 1),
        ({"drafting_body": "so-xd", "year": 2018}, 1),
        ({"state": "registered"}, 3),
        ({"state": "returned"}, 0),
        ({"text": "do thi van minh"}, 3),
        ({"text": "nhà ở"}, 0),
    ],
)
def test_the_list_is_narrowed_by_each_filter(
    stage: Stage, registered: Registered, asked: dict[str, object], found: int | None
) -> None:
    registered()
    registered(occurred_on=date(2018, 1, 2))
    registered(by=actor("ubnd-xa", "05467"), unit_code="05467", kind="plan")
    if found is None:
        with pytest.raises(ValueError, match="unit"):
            DraftList.model_validate(asked)
    else:
        assert len(stage.ask(DraftList.model_validate(asked)).items) == found


def test_pages_hold_every_draft_once(stage: Stage, registered: Registered) -> None:
    ids = [registered().draft_id for _ in range(3)]
    first = stage.ask(DraftList(limit=2))
    second = stage.ask(DraftList(limit=2, cursor=first.next_cursor))
    assert [row.draft_id for row in [*first.items, *second.items]] == sorted(ids)
    assert second.next_cursor is None


def test_silence_shows_from_the_day_after_the_last(
    stage: Stage, drafter: Actor, issued: OpinionStanding, answered: Answered
) -> None:
    def overdue(days: int) -> int:
        as_of = issued.answer_due.due_on + timedelta(days=days)
        return len(stage.ask(DraftList(overdue_as_of=as_of)).items)

    assert [overdue(0), overdue(1)] == [0, 1]
    stage.act(
        answered(issued.critique_id, occurred_on=issued.answer_due.due_on + timedelta(days=5)), by=drafter
    )
    assert [overdue(4), overdue(5)] == [1, 0]


def test_the_dossier_is_for_those_who_are_signed_in(
    stage: Stage,
    front: Actor,
    drafter: Actor,
    registered: Registered,
) -> None:
    draft_id = registered().draft_id
    with pytest.raises(NotAuthenticated):
        stage.ask(DraftById(draft_id=draft_id), by=None)
    stage.act(
        ReturnDraft(
            draft_id=draft_id, lacking=["money"], reason="Chưa có kinh phí", occurred_on=date(2017, 7, 3)
        ),
        by=front,
    )
    shown = stage.ask(DraftById(draft_id=draft_id), by=drafter)
    assert {each.kind: each.evidence is not None for each in shown.conditions} == {
        "documents": True,
        "time": True,
        "people": True,
        "money": False,
    }
    assert (shown.state, shown.return_reason, shown.decision) == ("returned", "Chưa có kinh phí", None)


def test_the_decision_is_shown_with_its_reason(
    stage: Stage, front: Actor, registered: Registered, decision: Callable[..., DecideForm]
) -> None:
    draft_id = registered().draft_id
    stage.act(decision(draft_id), by=front)
    decided = stage.ask(DraftById(draft_id=draft_id), by=front).decision
    assert (decided.reason, decided.deciding_body, decided.form) == ("content", "btt-mttq-tinh", "conference")
    assert decided.note.startswith("Nội dung")
    assert decided.session_notice.rule == "crit.dossier_before"
    assert decided.notice_kept is (decided.session_notice.due_on <= date(2017, 7, 20))


def test_anyone_reads_an_opinion_and_its_answers(
    stage: Stage, drafter: Actor, issued: OpinionStanding, answered: Answered
) -> None:
    before = stage.ask(OpinionById(critique_id=issued.critique_id), by=None)
    assert (before.on_time, before.answered_on, before.response_doc_number) == (None, None, None)
    stage.act(answered(issued.critique_id), by=drafter)
    after = stage.ask(OpinionById(critique_id=issued.critique_id), by=None)
    assert [(item.item_no, item.head, item.outcome) for item in after.items] == [
        (1, "necessity", "accepted"),
        (2, "impact", "rejected"),
    ]
    assert after.items[1].explanation == "Vượt thẩm quyền của tỉnh"
    assert (after.response_doc_number, after.on_time) == ("45/SXD-QH", True)
    assert after.answer_due == issued.answer_due


def test_there_is_nothing_of_another_id(stage: Stage, front: Actor) -> None:
    with pytest.raises(NotFound):
        stage.ask(DraftById(draft_id="drf_none"), by=front)
    with pytest.raises(NotFound):
        stage.ask(OpinionById(critique_id="crt_none"))


def test_a_plan_that_supervises_the_same_matter_shows(stage: Stage, registered: Registered) -> None:
    registered(duty_id="III.1.4-a")
    stage.hear(plan())
    page = stage.ask(DraftList(year=2017))
    assert page.items[0].overlaps == ["GS-DT-1"]
    assert [(each.topic, each.plan_id) for each in page.topics_of_year] == [
        ("GS-DT-1", "pln_1"),
        ("GS-NTM", "pln_1"),
    ]


def test_a_broad_topic_holds_the_narrow_ones(stage: Stage, registered: Registered) -> None:
    registered(by=actor("vp-dp-ntm"), kind="mechanism", duty_id="III.1.3-f")
    stage.hear(plan(topics=["GS-NTM", "GS-NTM-5", "GS-N"]))
    assert stage.ask(DraftList()).items[0].overlaps == ["GS-NTM"]


@pytest.mark.parametrize(
    "changes", [{"year": 2018}, {"unit_code": "05467"}, {"topics": ["GS-GN", "GS-DT-2"]}]
)
def test_a_plan_of_another_year_place_or_matter_does_not(
    stage: Stage, registered: Registered, changes: dict[str, object]
) -> None:
    registered(duty_id="III.1.4-a")
    stage.hear(plan(**changes))
    assert stage.ask(DraftList(year=2017)).items[0].overlaps == []


def test_each_draft_of_a_page_shows_its_own_overlaps(stage: Stage, registered: Registered) -> None:
    registered(duty_id="III.1.4-a")
    registered(duty_id="III.1.4-a", occurred_on=date(2018, 1, 2))
    stage.hear(plan())
    stage.hear(plan(plan_id="pln_2", year=2018, topics=["GS-DT"]))
    assert [row.overlaps for row in stage.ask(DraftList()).items] == [["GS-DT-1"], ["GS-DT"]]


def test_topics_are_those_of_the_year_and_place_asked_for(stage: Stage) -> None:
    stage.hear(plan())
    stage.hear(plan(plan_id="pln_2", unit_code="05467", topics=["GS-GN"]))

    def topics(**asked: object) -> list[str]:
        return [each.topic for each in stage.ask(DraftList.model_validate(asked)).topics_of_year]

    assert topics(year=2017) == ["GS-GN", "GS-DT-1", "GS-NTM"]
    assert topics(year=2017, unit="05467") == ["GS-GN"]
    assert topics(year=2018) == []
    assert topics() == []


def test_a_plan_may_be_heard_again(stage: Stage) -> None:
    stage.hear(plan())
    stage.hear(plan())
    assert len(stage.ask(DraftList(year=2017)).topics_of_year) == 2
