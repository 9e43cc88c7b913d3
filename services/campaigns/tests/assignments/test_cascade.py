from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.assignments.domain.rollup import Part, grow
from campaigns.assignments.domain.stages import AssignmentStage
from campaigns.assignments.messages.commands import (
    CascadeAssignment,
    ConsultAssignment,
    DeclineAssignment,
    ReassignAssignment,
    ReturnAssignment,
)
from campaigns.assignments.messages.queries import AssignmentCounts, AssignmentList
from contracts.errors import InvalidField, NotAllowed, NotFound, WrongStep
from contracts.reference import units
from shared.testing import actor
from shared.tokens import NotAuthenticated

SIGNED = date(2017, 6, 16)
STAGES: list[AssignmentStage] = ["proposed", "consulted", "agreed", "overdue", "done", "returned"]


def counts(node: Any) -> dict[str, int]:
    return {each.stage: each.count for each in node.by_stage}


def test_neither_the_public_nor_the_state_hands_down(play: Any) -> None:
    order = CascadeAssignment(assignment_id="asg_1", assignee_agency="hlhpn-huyen")
    with pytest.raises(NotAuthenticated):
        play.stage.act(order, by=None)
    with pytest.raises(NotAllowed) as refused:
        play.stage.act(order, by=actor("ubnd-tinh"))
    assert refused.value.rule == "side:front"


def test_only_the_assignee_hands_down(play: Any) -> None:
    with pytest.raises(NotAllowed) as refused:
        play.cascade(play.agreed(), "hlhpn-huyen", by=play.board)
    assert refused.value.rule == "assignee-only"


def test_nothing_is_handed_down_before_it_is_agreed(play: Any) -> None:
    with pytest.raises(WrongStep) as refused:
        play.cascade(play.propose(), "hlhpn-huyen")
    assert refused.value.rule == "assignment:cascade"


@pytest.mark.parametrize(("agency", "level"), [("hlhpn-huyen", "H"), ("hlhpn-xa", "X"), ("ub-mttq-xa", "X")])
def test_one_act_makes_the_shares_of_a_whole_level(play: Any, agency: str, level: str) -> None:
    found = units().districts(SIGNED) if level == "H" else units().communes(SIGNED)
    made = play.cascade(play.agreed(), agency)
    assert [each.assignee_body for each in made.shares] == [f"{agency}/{unit.code}" for unit in found]
    assert len(made.shares) == {"H": 9, "X": 180}[level]


@pytest.mark.parametrize(
    ("agency", "rule"),
    [
        ("hnd-huyen", "own-branch-or-committee"),
        ("ubnd-huyen", "own-branch-or-committee"),
        ("hnd-tinh", "level-below"),
        ("ban-ctmt", "area-from-commune"),
        ("khong-co", "agency-in-force"),
    ],
)
def test_it_goes_to_own_branches_and_committees_below_alone(play: Any, agency: str, rule: str) -> None:
    with pytest.raises(InvalidField) as refused:
        play.cascade(play.agreed(), agency)
    assert (refused.value.fields[0].field, refused.value.rule) == ("assignee_agency", rule)


@pytest.mark.parametrize(
    ("unit_codes", "rule"),
    [(["164", "164"], "one-share-each"), (["05467"], "level-of-agency"), (["999"], "within-the-whole")],
)
def test_a_wrong_unit_is_named(play: Any, unit_codes: list[str], rule: str) -> None:
    with pytest.raises(InvalidField) as refused:
        play.cascade(play.agreed(), "hlhpn-huyen", unit_codes=unit_codes)
    assert refused.value.rule == rule
    assert refused.value.fields[0].field.startswith("unit_codes.")


def test_a_share_is_not_due_after_the_whole(play: Any) -> None:
    with pytest.raises(InvalidField) as refused:
        play.cascade(play.agreed(), "hlhpn-huyen", due_on=date(2018, 1, 1))
    assert refused.value.rule == "not-after-the-whole"


def test_each_unit_has_one_share(play: Any) -> None:
    whole = play.agreed()
    play.cascade(whole, "hlhpn-huyen", unit_codes=["164"])
    assert len(play.cascade(whole, "hlhpn-huyen").shares) == 8
    with pytest.raises(InvalidField) as refused:
        play.cascade(whole, "hlhpn-huyen")
    assert refused.value.rule == "nothing-left"


def test_each_branch_agrees_for_itself_and_that_is_evidence(play: Any) -> None:
    share = play.cascade(play.agreed(), "hlhpn-huyen").shares[0]
    with pytest.raises(NotAllowed) as refused:
        play.agree(share.assignment_id)
    assert refused.value.rule == "assignee-only"
    play.agree(share.assignment_id, by=actor("hlhpn-huyen", "164"))
    envelope = play.stage.envelopes[-1]
    assert (envelope.duty_ids, envelope.agency) == (("III.2b-a",), "hlhpn-huyen/164")


def test_without_minutes_a_share_waits_for_them(play: Any) -> None:
    made = play.cascade(play.agreed(), "hlhpn-huyen", unit_codes=["164"], minutes_ref=None)
    share, branch = made.shares[0].assignment_id, actor("hlhpn-huyen", "164")
    assert made.state == "proposed"
    with pytest.raises(WrongStep):
        play.agree(share, by=branch)
    play.stage.act(ConsultAssignment(assignment_id=share, minutes_ref="06/BB"), by=play.member)
    play.agree(share, by=branch)
    assert play.shown(share).stage == "agreed"


def test_it_reaches_the_area_groups_of_a_commune(play: Any) -> None:
    whole = play.agreed()
    commune = actor("ub-mttq-xa", "05467")
    share = play.cascade(whole, "ub-mttq-xa", unit_codes=["05467"]).shares[0].assignment_id
    play.agree(share, by=commune)
    with pytest.raises(InvalidField) as refused:
        play.cascade(share, "ban-ctmt", by=commune)
    assert refused.value.rule == "areas-are-named"
    areas = ["05467-K001", "05467-K002"]
    made = play.cascade(share, "ban-ctmt", by=commune, unit_codes=areas)
    play.agree(made.shares[0].assignment_id, by=actor("ban-ctmt", areas[0]))
    root = play.tree(whole)
    assert (root.total, counts(root)) == (4, {"agreed": 3, "consulted": 1})
    [below] = root.children
    assert (below.total, below.children) == (3, [])
    assert play.tree(whole, depth=2).children[0].children[0].unit_code == areas[0]


def test_a_share_goes_to_another_body_of_the_unit(play: Any) -> None:
    whole = play.agreed()
    old = play.cascade(whole, "hlhpn-xa", unit_codes=["05467"]).shares[0].assignment_id
    branch = actor("hlhpn-xa", "05467")
    play.stage.act(DeclineAssignment(assignment_id=old, reason="Thiếu người"), by=branch)

    def give(assignee: str) -> Any:
        fields = {
            "assignment_id": old,
            "assignee_body": assignee,
            "due_on": "2017-12-31",
            "reason": "Từ chối",
        }
        order = ReassignAssignment.model_validate({"assignment_id": old, **fields})
        return play.stage.act(order, by=play.member)

    for assignee, rule in [("ub-mttq-xa/05431", "same-unit"), ("hnd-xa/05467", "own-branch-or-committee")]:
        with pytest.raises(InvalidField) as refused:
            give(assignee)
        assert refused.value.rule == rule
    made = give("ub-mttq-xa/05467")
    assert made.state == "proposed"
    shares = play.stage.ask(AssignmentList(parent_id=whole), by=play.board).items
    assert [each.stage for each in shares] == ["reassigned", "proposed"]


def test_a_body_that_has_its_share_is_not_given_anothers(play: Any) -> None:
    whole = play.agreed()
    old = play.cascade(whole, "hlhpn-xa", unit_codes=["05467"]).shares[0].assignment_id
    play.cascade(whole, "ub-mttq-xa", unit_codes=["05467"])
    branch = actor("hlhpn-xa", "05467")
    play.stage.act(DeclineAssignment(assignment_id=old, reason="Thiếu người"), by=branch)
    order = ReassignAssignment(
        assignment_id=old, assignee_body="ub-mttq-xa/05467", due_on=date(2017, 12, 31), reason="Từ chối"
    )
    with pytest.raises(InvalidField) as refused:
        play.stage.act(order, by=play.member)
    assert refused.value.rule == "one-share-each"


def test_the_tree_is_shown_as_it_stood_on_a_day(play: Any) -> None:
    whole = play.agreed()
    share = play.cascade(whole, "hlhpn-huyen").shares[0].assignment_id
    branch, later = actor("hlhpn-huyen", "164"), SIGNED + timedelta(days=10)
    play.agree(share, by=branch, on=later)
    play.stage.act(
        ReturnAssignment(assignment_id=share, reason="Không đủ lực lượng"),
        by=branch,
        on=later + timedelta(days=1),
    )
    assert counts(play.tree(whole, SIGNED)) == {"agreed": 1, "consulted": 9}
    assert counts(play.tree(whole, later)) == {"agreed": 2, "consulted": 8}
    assert counts(play.tree(whole, date(2018, 1, 1))) == {"overdue_unbegun": 1, "consulted": 8, "returned": 1}
    with pytest.raises(NotFound):
        play.tree(whole, SIGNED - timedelta(days=1))


def test_counts_are_of_a_unit_and_a_day(play: Any) -> None:
    whole = play.agreed()
    play.cascade(whole, "hlhpn-huyen")
    play.cascade(whole, "ub-mttq-xa", unit_codes=["05467"])

    def counted(unit_code: str, on: date, **more: object) -> dict[str, int]:
        asked = {"unit_code": unit_code, "year": 2017, "as_of": on, **more}
        answer = play.stage.ask(AssignmentCounts.model_validate(asked), by=play.board)
        assert answer.total == sum(each.count for each in answer.by_stage)
        return counts(answer)

    assert counted("19", SIGNED) == {"agreed": 1, "consulted": 10}
    assert counted("19", date(2018, 1, 1)) == {"overdue_unbegun": 1, "consulted": 10}
    assert counted("164", SIGNED) == {"consulted": 2}
    assert counted("19", SIGNED, proposing_body="btt-mttq-tinh") == {"agreed": 1}
    assert counted("19", SIGNED, duty_id="II.1a-d") == counted("19", SIGNED - timedelta(days=1)) == {}


@st.composite
def trees(draw: st.DrawFn) -> list[Part]:
    """Draw a tree: each part after the first hangs on one drawn before it."""
    size = draw(st.integers(1, 40))
    parents = [None, *(draw(st.integers(0, each)) for each in range(size - 1))]
    stages = draw(st.lists(st.sampled_from(STAGES), min_size=size, max_size=size))
    return [
        Part(str(index), None if parent is None else str(parent), "hnd-xa", "19", SIGNED, stages[index])
        for index, parent in enumerate(parents)
    ]


@given(trees(), st.randoms())
def test_a_rollup_counts_everything_below_once_in_any_order(parts: list[Part], order: Any) -> None:
    shuffled = list(parts)
    order.shuffle(shuffled)
    branch = grow("0", shuffled)
    assert branch.total == len(parts)
    for stage in STAGES:
        assert branch.by_stage.get(stage, 0) == sum(part.stage == stage for part in parts)


@given(trees())
def test_a_branch_counts_itself_and_the_sum_of_its_branches(parts: list[Part]) -> None:
    parents = {part.id: part.parent_id for part in parts}

    def above(part_id: str) -> set[str]:
        parent = parents[part_id]
        return {part_id} | (above(parent) if parent is not None else set())

    for part in parts:
        branch = grow(part.id, parts)
        assert branch.total == 1 + sum(child.total for child in branch.children)
        assert branch.total == sum(part.id in above(each.id) for each in parts)
