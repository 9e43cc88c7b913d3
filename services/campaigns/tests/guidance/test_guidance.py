from datetime import date

import pytest

from campaigns.guidance.domain.guidance import AlreadyAcknowledged, NumberTaken
from campaigns.guidance.messages import (
    AcknowledgeGuidance,
    GuidanceById,
    GuidanceList,
    GuidanceReceipts,
    IssueGuidance,
)
from contracts.errors import InvalidField, NotAllowed, WrongStep
from shared.authority import Actor
from shared.testing import Stage, actor
from shared.tokens import NotAuthenticated


def document(kind: str = "guidance", doc_number: str = "12/HD", **more: object) -> IssueGuidance:
    fields: dict[str, object] = {
        "kind": kind,
        "doc_number": doc_number,
        "title": "Hướng dẫn thực hiện cuộc vận động (giả lập)",
        "audience_levels": ["H", "X", "K"],
        "effective_on": date(2017, 7, 1),
    }
    return IssueGuidance.model_validate(fields | more)


def test_no_anonymous_caller_issues(stage: Stage) -> None:
    with pytest.raises(NotAuthenticated):
        stage.act(document(), by=None)


@pytest.mark.parametrize(
    ("agency", "unit"), [("ub-mttq-xa", "05467"), ("ubnd-xa", "05467"), ("ban-vd-quy-tinh", "19")]
)
def test_a_body_without_a_mandate_is_refused(stage: Stage, agency: str, unit: str) -> None:
    with pytest.raises(NotAllowed):
        stage.act(document(), by=actor(agency, unit))


def test_a_peoples_committee_below_the_province_integrates_nothing(stage: Stage) -> None:
    with pytest.raises(NotAllowed):
        stage.act(document("integration", movement_code="PT-NTM"), by=actor("ubnd-xa", "05467"))


@pytest.mark.parametrize(
    ("agency", "kind", "movement", "duties"),
    [
        ("btt-mttq-tinh", "guidance", None, ("III.2a-a",)),
        ("btt-mttq-tinh", "criteria", None, ("III.2a-g",)),
        ("hlhpn-tinh", "guidance", None, ("II.1a-b",)),
        ("hlhpn-tinh", "integration", None, ("III.2b-a",)),
        ("so-nnptnt", "integration", "PT-NTM", ("II.1b-a",)),
        ("so-vhttdl", "integration", "PT-VH", ("II.1b-b",)),
        ("ca-tinh", "integration", "PT-AN", ("II.1b-c",)),
        ("so-ldtbxh", "integration", "PT-VNN", ("II.1b-d",)),
        ("ubnd-tinh", "integration", "PT-NTM", ("II.1b-a",)),
        ("so-ldtbxh", "material", None, ("III.1.1-a",)),
        ("so-tc", "budget", None, ("III.1.11-a",)),
    ],
)
def test_issuer_and_kind_decide_the_duty(
    stage: Stage, agency: str, kind: str, movement: str | None, duties: tuple[str, ...]
) -> None:
    assert stage.act(document(kind, movement_code=movement), by=actor(agency)).state == "issued"
    [envelope] = stage.envelopes
    assert envelope.type == "campaigns.guidance_issued.v1"
    assert (envelope.duty_ids, envelope.agency) == (duties, agency)


@pytest.mark.parametrize(
    ("agency", "kind", "movement"),
    [
        ("btt-mttq-tinh", "integration", "PT-NTM"),
        ("so-ldtbxh", "guidance", None),
        ("so-vhttdl", "material", None),
        ("hlhpn-tinh", "criteria", None),
    ],
)
def test_another_kind_is_not_theirs_to_issue(
    stage: Stage, agency: str, kind: str, movement: str | None
) -> None:
    with pytest.raises(NotAllowed) as refused:
        stage.act(document(kind, movement_code=movement), by=actor(agency))
    assert refused.value.rule == f"mandate:{kind}"


def test_an_integration_by_the_state_names_its_movement(stage: Stage) -> None:
    with pytest.raises(InvalidField) as refused:
        stage.act(document("integration"), by=actor("so-nnptnt"))
    assert refused.value.rule == "required-for-integration"


def test_no_other_document_names_a_movement(stage: Stage, board: Actor) -> None:
    with pytest.raises(InvalidField) as refused:
        stage.act(document(movement_code="PT-NTM"), by=board)
    assert refused.value.rule == "only-for-state-integration"


def test_guiding_nobody_below_is_no_evidence_of_guiding_them(stage: Stage, member: Actor) -> None:
    stage.act(document(audience_levels=["T"]), by=member)
    assert stage.envelopes[0].duty_ids == ()


def test_nobody_guides_a_level_above(stage: Stage) -> None:
    with pytest.raises(InvalidField) as refused:
        stage.act(document(audience_levels=["H"]), by=actor("hnd-xa", "05467"))
    assert refused.value.rule == "own-level-or-below"


def test_a_number_is_unique_to_its_issuer(stage: Stage, board: Actor, member: Actor) -> None:
    stage.act(document(), by=board)
    stage.act(document(), by=member)
    with pytest.raises(NumberTaken):
        stage.act(document(), by=board)


def test_only_its_issuer_replaces_a_document(stage: Stage, board: Actor, member: Actor) -> None:
    first = stage.act(document(), by=board).guidance_id
    with pytest.raises(NotAllowed) as refused:
        stage.act(document(doc_number="13/HD", replaces_id=first), by=member)
    assert refused.value.rule == "issuer-only"
    stage.act(document(doc_number="13/HD", replaces_id=first), by=board)
    assert stage.ask(GuidanceById(guidance_id=first)).state == "replaced"
    with pytest.raises(WrongStep):
        stage.act(document(doc_number="14/HD", replaces_id=first), by=board)


def test_no_anonymous_caller_acknowledges(stage: Stage, board: Actor) -> None:
    guidance_id = stage.act(document(), by=board).guidance_id
    with pytest.raises(NotAuthenticated):
        stage.act(AcknowledgeGuidance(guidance_id=guidance_id), by=None)


def test_only_the_audience_acknowledges(stage: Stage, board: Actor) -> None:
    guidance_id = stage.act(document(audience_levels=["H"]), by=board).guidance_id
    with pytest.raises(NotAllowed) as refused:
        stage.act(AcknowledgeGuidance(guidance_id=guidance_id), by=actor("ub-mttq-xa", "05467"))
    assert refused.value.rule == "audience-level"


def test_another_commune_is_not_the_audience(stage: Stage) -> None:
    order = document(audience_levels=["X", "K"])
    guidance_id = stage.act(order, by=actor("hnd-xa", "05467")).guidance_id
    with pytest.raises(NotAllowed) as refused:
        stage.act(AcknowledgeGuidance(guidance_id=guidance_id), by=actor("ub-mttq-xa", "05431"))
    assert refused.value.rule == "audience-unit"


def test_each_body_acknowledges_once(stage: Stage, board: Actor) -> None:
    guidance_id = stage.act(document(), by=board).guidance_id
    reading = AcknowledgeGuidance(guidance_id=guidance_id)
    commune = actor("ub-mttq-xa", "05467")
    stage.act(reading, by=commune)
    stage.act(reading, by=actor("ub-mttq-xa", "05431"))
    with pytest.raises(AlreadyAcknowledged):
        stage.act(reading, by=commune)
    assert stage.ask(GuidanceById(guidance_id=guidance_id)).receipts == 2
    shown = stage.ask(GuidanceReceipts(guidance_id=guidance_id), by=board)
    assert [each.reading_body for each in shown.items] == ["ub-mttq-xa/05467", "ub-mttq-xa/05431"]


def test_a_replaced_document_is_not_acknowledged(stage: Stage, board: Actor) -> None:
    first = stage.act(document(), by=board).guidance_id
    stage.act(document(doc_number="13/HD", replaces_id=first), by=board)
    with pytest.raises(WrongStep):
        stage.act(AcknowledgeGuidance(guidance_id=first), by=actor("ub-mttq-xa", "05467"))


def test_the_public_lists_documents_but_not_their_readers(stage: Stage, board: Actor) -> None:
    guidance_id = stage.act(document(), by=board).guidance_id
    stage.act(document("material"), by=actor("so-ldtbxh"))
    found = stage.ask(GuidanceList(kind="guidance", issuing_body="btt-mttq-tinh", unit="19", year=2017))
    assert [each.guidance_id for each in found.items] == [guidance_id]
    assert stage.ask(GuidanceList(year=2018)).items == []
    with pytest.raises(NotAuthenticated):
        stage.ask(GuidanceReceipts(guidance_id=guidance_id))
