from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.guidance.domain.guidance import Guidance
from campaigns.guidance.messages import AcknowledgeGuidance, GuidanceById, IssueGuidance, WithdrawGuidance
from contracts.errors import DayBeforeLastStep, NotAllowed, WrongStep
from shared.authority import Actor
from shared.history.messages import HistoryOf
from shared.testing import Stage, actor
from shared.tokens import NotAuthenticated

Document = Callable[..., IssueGuidance]
SIGNED = date(2017, 6, 16)


def withdrawal(guidance_id: str) -> WithdrawGuidance:
    return WithdrawGuidance(guidance_id=guidance_id, decision_no="05/QĐ", reason="Trái thẩm quyền (giả lập)")


def test_neither_the_public_nor_one_without_mandate_withdraws(stage: Stage) -> None:
    with pytest.raises(NotAuthenticated):
        stage.act(withdrawal("gui_1"), by=None)
    with pytest.raises(NotAllowed):
        stage.act(withdrawal("gui_1"), by=actor("ban-vd-quy-tinh"))


def test_both_documents_name_each_other(stage: Stage, document: Document, board: Actor) -> None:
    old = stage.act(document(), by=board).guidance_id
    new = stage.act(document(doc_number="13/HD", replaces_id=old), by=board).guidance_id
    older, newer = (stage.ask(GuidanceById(guidance_id=each)) for each in (old, new))
    assert (older.state, older.replaced_by_id, newer.replaces_id) == ("replaced", new, old)
    steps = stage.ask(HistoryOf(subject_id=old), by=board).items
    assert [each.step for each in steps] == ["issue", "replace"]


def test_a_withdrawn_document_takes_no_more_steps(
    stage: Stage, document: Document, board: Actor, member: Actor
) -> None:
    guidance_id = stage.act(document(), by=board).guidance_id
    with pytest.raises(NotAllowed) as refused:
        stage.act(withdrawal(guidance_id), by=member)
    assert refused.value.rule == "issuer-only"
    stage.act(withdrawal(guidance_id), by=board)
    assert stage.envelopes[-1].type == "campaigns.guidance_withdrawn.v1"
    assert stage.ask(GuidanceById(guidance_id=guidance_id)).state == "withdrawn"
    for order, by in [
        (withdrawal(guidance_id), board),
        (document(doc_number="13/HD", replaces_id=guidance_id), board),
        (AcknowledgeGuidance(guidance_id=guidance_id), actor("ub-mttq-xa", "05467")),
    ]:
        with pytest.raises(WrongStep) as wrong:
            stage.act(order, by=by)
        assert wrong.value.rule in {"guidance:withdraw", "guidance:replace", "guidance:acknowledge"}


def test_nothing_is_withdrawn_before_it_was_issued(stage: Stage, document: Document, board: Actor) -> None:
    guidance_id = stage.act(document(), by=board).guidance_id
    with pytest.raises(DayBeforeLastStep) as refused:
        stage.act(withdrawal(guidance_id), by=board, on=date(2017, 6, 15))
    assert refused.value.rule == "guidance:withdraw"


def test_the_agency_that_took_over_replaces_what_its_predecessor_issued(
    stage: Stage, document: Document
) -> None:
    day = date(2025, 8, 1)
    old = stage.act(document("scheme"), by=actor("so-nnptnt")).guidance_id
    order = document("scheme", "20/ĐA", replaces_id=old, audience_levels=["X"], effective_on=day)
    with pytest.raises(NotAllowed):
        stage.act(document("budget", replaces_id=old), by=actor("so-tc"))
    stage.act(order, by=actor("so-nnmt", on=day), on=day)
    assert stage.ask(GuidanceById(guidance_id=old)).state == "replaced"


def made(number: int, replaces_id: str | None) -> Guidance:
    return Guidance(
        id=str(number),
        kind="guidance",
        doc_number=str(number),
        title="Hướng dẫn (giả lập)",
        issuing_body="btt-mttq-tinh",
        unit_code="19",
        path="/19/",
        audience_levels=["X"],
        movement_code=None,
        copies=None,
        issued_on=SIGNED,
        effective_on=SIGNED,
        replaces_id=replaces_id,
        recorded_at=datetime(2017, 6, 16, tzinfo=UTC),
    )


STEPS = st.lists(
    st.tuples(st.sampled_from(["issue", "replace", "withdraw"]), st.integers(0, 12)), max_size=25
)


def take(known: dict[str, Guidance], step: str, which: str) -> None:
    """Issue a document, put one in another's place, or withdraw one."""
    target = known.get(which) if step != "issue" else None
    new = made(len(known), target.id if target and step == "replace" else None)
    if target and step == "replace":
        target.replace(new.id, SIGNED)
    elif target:
        target.withdraw("Lý do", SIGNED)
        return
    known[new.id] = new


def successors(known: dict[str, Guidance], at: Guidance) -> list[str]:
    """Follow a document to the one in force; as many steps at most as there are documents."""
    found: list[str] = []
    while at.replaced_by_id and len(found) <= len(known):
        at = known[at.replaced_by_id]
        found.append(at.id)
    return found


@given(STEPS)
def test_documents_that_replace_each_other_form_chains_and_never_a_circle(
    steps: list[tuple[str, int]],
) -> None:
    known: dict[str, Guidance] = {}
    for step, which in steps:
        before = known[str(which)].state if step != "issue" and str(which) in known else "issued"
        try:
            take(known, step, str(which))
        except WrongStep:
            assert before != "issued"
        else:
            assert before == "issued"
    for each in known.values():
        assert (each.state == "replaced") == (each.replaced_by_id is not None)
        assert each.replaced_by_id is None or known[each.replaced_by_id].replaces_id == each.id
        after = successors(known, each)
        assert each.id not in after
        assert len(after) == len(set(after))
