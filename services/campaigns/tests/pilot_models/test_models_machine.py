import unicodedata
from collections.abc import Collection
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from campaigns.pilot_models.domain.graph import closes_circle, descendants
from campaigns.pilot_models.domain.member import Member
from campaigns.pilot_models.domain.model import LIFECYCLE, Model
from campaigns.pilot_models.domain.replication import Replication
from contracts.errors import WrongStep
from shared.domain.lifecycle import steps_taken
from shared.domain.text import folded, words_of

DAY = date(2017, 7, 1)
NOW = datetime(2017, 7, 1, tzinfo=UTC)
NAMES = ("pilot", "evaluate", "find_ineffective", "recognise", "replicate", "retire")
NODES = st.integers(0, 9).map(str)


def proposed() -> Model:
    return Model(
        id="mdl_1",
        type="GN-BV",
        subject_kind="kdc",
        subject_ref=None,
        unit_code="05467-K001",
        path="/19/164/05467/05467-K001/",
        name_vi="Mô hình",
        summary="Tóm tắt",
        chair_body="hnd-tinh",
        chair_level="T",
        invited_bodies=[],
        proposed_on=DAY,
        recorded_at=NOW,
    )


def take(model: Model, step: str) -> None:
    acts = {
        "pilot": lambda: model.pilot(DAY),
        "evaluate": lambda: model.evaluate({"effective": True}, DAY, effective=True),
        "find_ineffective": lambda: model.evaluate({"effective": False}, DAY, effective=False),
        "recognise": lambda: model.recognise("btt-mttq-tinh", "1/QĐ", DAY),
        "replicate": lambda: model.replicate(DAY),
        "retire": lambda: model.retire("Lý do", DAY),
    }
    acts[step]()


@given(st.lists(st.sampled_from(NAMES), max_size=20))
def test_only_the_table_moves_a_model_and_a_refusal_changes_nothing(steps: list[str]) -> None:
    model = proposed()
    for step in steps:
        steps_taken(model)
        before, kept = model.state, dict(vars(model))
        try:
            take(model, step)
        except WrongStep:
            assert before not in LIFECYCLE.steps[step].sources
            assert dict(vars(model)) == kept
        else:
            assert before in LIFECYCLE.steps[step].sources
            assert model.state == LIFECYCLE.steps[step].to


@given(st.lists(st.sampled_from(NAMES), max_size=20))
def test_whatever_is_recognised_was_tried_and_found_to_work(steps: list[str]) -> None:
    model = proposed()
    for step in steps:
        try:
            take(model, step)
        except WrongStep:
            continue
    if model.decision_no:
        assert model.started_on == DAY
        assert model.evaluation == {"effective": True}
    if model.replicated_on:
        assert model.recognised_on == DAY
    if model.state == "retired":
        assert model.reason == "Lý do"


@given(st.lists(st.booleans(), min_size=1, max_size=5))
def test_a_replication_ends_once(answers: list[bool]) -> None:
    edge = Replication("rep_1", "mdl_1", None, "05467", "hnd-tinh", "hnd-tinh", "Đổi giống", DAY, NOW)
    for index, succeeded in enumerate(answers):
        try:
            edge.close(DAY, "Lý do", succeeded=succeeded)
        except WrongStep:
            assert index > 0
    assert edge.state == ("succeeded" if answers[0] else "failed")


@given(st.lists(st.sampled_from(["join", "decline"]), min_size=1, max_size=5))
def test_an_invitation_is_answered_once(answers: list[str]) -> None:
    member = Member("mem_1", "mdl_1", "so-nv", "state", [], DAY)
    for index, step in enumerate(answers):
        try:
            member.answer(step, DAY)
        except WrongStep:
            assert index > 0
    assert member.state == {"join": "joined", "decline": "declined"}[answers[0]]


def by_matrix(edges: set[tuple[str, str]], start: str) -> dict[str, int]:
    """Return the shortest distances from a node by Floyd and Warshall: an oracle that shares no code."""
    nodes = sorted({node for edge in edges for node in edge} | {start})
    far = len(nodes) + 1
    way = {(a, b): 0 if a == b else 1 if (a, b) in edges else far for a in nodes for b in nodes}
    for via in nodes:
        for a in nodes:
            for b in nodes:
                way[a, b] = min(way[a, b], way[a, via] + way[via, b])
    return {node: way[start, node] for node in nodes if node != start and way[start, node] < far}


@given(st.sets(st.tuples(NODES, NODES), max_size=25), NODES, st.none() | st.integers(1, 4))
def test_descendants_are_those_of_an_oracle(
    edges: set[tuple[str, str]], start: str, limit: int | None
) -> None:
    def children(nodes: Collection[str]) -> list[str]:
        return [target for source, target in edges if source in nodes]

    expected = {
        node: depth for node, depth in by_matrix(edges, start).items() if limit is None or depth <= limit
    }
    assert descendants(start, children, limit) == expected


@given(st.lists(st.tuples(NODES, NODES), max_size=40))
def test_a_graph_that_refuses_circles_never_has_one(wanted: list[tuple[str, str]]) -> None:
    edges: set[tuple[str, str]] = set()

    def children(nodes: Collection[str]) -> list[str]:
        return [target for source, target in edges if source in nodes]

    for source, target in wanted:
        circle = source == target or source in by_matrix(edges, target)
        assert closes_circle(source, target, children) == circle
        if not circle:
            edges.add((source, target))
    distances = {node: by_matrix(edges, node) for node, _ in edges}
    assert not any(a in distances.get(b, {}) for a in distances for b in distances[a])


@given(st.text(max_size=40))
def test_folding_is_stable_and_blind_to_marks_and_case(text: str) -> None:
    plain = folded(text)
    assert folded(plain) == plain
    assert folded(unicodedata.normalize("NFD", text)) == folded(unicodedata.normalize("NFC", text)) == plain
    assert len(words_of(text)) == len(set(plain.split())) == len({*words_of(text), *plain.split()})


def test_vietnamese_folds_as_people_type_it() -> None:
    assert folded("Giảm nghèo bền vững – Đô thị VĂN MINH, hộ ưu tú") == (
        "giam ngheo ben vung do thi van minh ho uu tu"
    )
