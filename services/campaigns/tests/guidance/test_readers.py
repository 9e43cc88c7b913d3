from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from campaigns.guidance.messages import AcknowledgeGuidance, GuidanceReaders, GuidanceReceipts, IssueGuidance
from contracts.errors import InvalidField, NotAllowed
from shared.authority import Actor
from shared.next_steps.messages import NextSteps
from shared.tasks.messages import TaskList
from shared.testing import Stage, actor
from shared.tokens import NotAuthenticated

Document = Callable[..., IssueGuidance]
SIGNED, LATER = date(2017, 6, 16), date(2017, 6, 20)


def test_the_public_does_not_see_readers(stage: Stage) -> None:
    with pytest.raises(NotAuthenticated):
        stage.ask(GuidanceReaders(guidance_id="gui_1"))


def test_who_has_not_read_is_shown_as_of_a_day(stage: Stage, document: Document, board: Actor) -> None:
    guidance_id = stage.act(document(), by=board).guidance_id
    stage.act(AcknowledgeGuidance(guidance_id=guidance_id), by=actor("ub-mttq-xa", "05467"), on=LATER)

    def ask(on: date, **filters: object) -> tuple[int, int, list[str]]:
        asked = GuidanceReaders.model_validate({"guidance_id": guidance_id, "as_of": on, **filters})
        page = stage.ask(asked, by=board)
        return page.addressed, page.read, [each.reading_body for each in page.items]

    assert ask(SIGNED, limit=500)[:2] == (189, 0)
    assert ask(LATER, read=True) == (189, 1, ["ub-mttq-xa/05467"])
    total, read, waiting = ask(LATER, read=False, limit=500)
    assert (total, read, len(waiting)) == (189, 1, 188)
    assert ask(LATER, unit="05467") == (1, 1, ["ub-mttq-xa/05467"])


def test_the_list_is_given_by_pages(stage: Stage, document: Document, board: Actor) -> None:
    guidance_id = stage.act(document(), by=board).guidance_id
    seen: list[str] = []
    cursor: str | None = None
    while cursor or not seen:
        asked = GuidanceReaders(guidance_id=guidance_id, limit=50, cursor=cursor)
        page = stage.ask(asked, by=board)
        seen += [each.reading_body for each in page.items]
        cursor = page.next_cursor
    assert len(seen) == len(set(seen)) == 189
    assert seen == sorted(seen)


@pytest.mark.parametrize(
    ("agency", "first"), [("so-xd", "ubnd-huyen/164"), ("btt-mttq-tinh", "ub-mttq-huyen/164")]
)
def test_each_side_writes_to_its_own_committees(
    stage: Stage, document: Document, agency: str, first: str
) -> None:
    guidance_id = stage.act(document(audience_levels=["H"]), by=actor(agency)).guidance_id
    page = stage.ask(GuidanceReaders(guidance_id=guidance_id), by=actor(agency))
    assert (page.addressed, page.items[0].reading_body) == (9, first)


def test_named_addressee_agencies_alone_confirm(stage: Stage, document: Document, board: Actor) -> None:
    guidance_id = stage.act(document(addressee_agencies=["hnd-huyen", "hnd-xa"]), by=board).guidance_id
    reading = AcknowledgeGuidance(guidance_id=guidance_id)
    with pytest.raises(NotAllowed) as refused:
        stage.act(reading, by=actor("hccb-xa", "05467"))
    assert refused.value.rule == "addressee"
    stage.act(reading, by=actor("hnd-xa", "05467"))
    page = stage.ask(GuidanceReaders(guidance_id=guidance_id), by=board)
    assert (page.addressed, page.read) == (189, 1)


def test_a_reader_for_whom_it_was_not_meant_is_shown_as_such(
    stage: Stage, document: Document, board: Actor
) -> None:
    guidance_id = stage.act(document(), by=board).guidance_id
    stage.act(AcknowledgeGuidance(guidance_id=guidance_id), by=actor("hnd-xa", "05467"))
    page = stage.ask(GuidanceReaders(guidance_id=guidance_id, read=True), by=board)
    assert [(each.reading_body, each.addressed) for each in page.items] == [("hnd-xa/05467", False)]
    assert page.read == 0


@pytest.mark.parametrize(
    ("addressee", "rule"), [("khong-co", "agency-in-force"), ("ban-ctmt", "of-audience-level")]
)
def test_a_wrong_addressee_is_named(
    stage: Stage, document: Document, board: Actor, addressee: str, rule: str
) -> None:
    with pytest.raises(InvalidField) as refused:
        stage.act(document(addressee_agencies=["hnd-xa", addressee]), by=board)
    assert (refused.value.fields[0].field, refused.value.rule) == ("addressee_agencies.1", rule)


def test_those_who_took_part_are_bodies_in_force(stage: Stage, document: Document, board: Actor) -> None:
    with pytest.raises(InvalidField) as refused:
        stage.act(document(coordinating_bodies=["so-nv", "khong-co"]), by=board)
    assert refused.value.fields[0].field == "coordinating_bodies.1"
    stage.act(document(coordinating_bodies=["so-nv"]), by=board)
    assert stage.envelopes[-1].data["coordinating_bodies"] == ["so-nv"]


def test_each_body_meant_has_its_task_until_it_confirms(
    stage: Stage, document: Document, board: Actor
) -> None:
    guidance_id = stage.act(document(), by=board).guidance_id
    commune, other = actor("ub-mttq-xa", "05467"), actor("ub-mttq-xa", "05431")
    [task] = stage.ask(TaskList(), by=commune).items
    assert (task.subject_id, task.step, task.since) == (guidance_id, "acknowledge", SIGNED)
    [step] = stage.ask(NextSteps(subject_id=guidance_id), by=commune).items
    assert step.address == f"/v1/campaigns/guidance/{guidance_id}/acknowledge"
    stage.act(AcknowledgeGuidance(guidance_id=guidance_id), by=commune, on=LATER)
    stage.act(AcknowledgeGuidance(guidance_id=guidance_id), by=actor("ub-mttq-xa", "05434"), on=SIGNED)
    assert stage.ask(TaskList(), by=commune).items == []
    assert len(stage.ask(TaskList(), by=other).items) == 1
    stage.act(document(doc_number="13/HD", replaces_id=guidance_id), by=board, on=LATER)
    assert [each.subject_id == guidance_id for each in stage.ask(TaskList(), by=other).items] == [False]


READ_AT: list[tuple[dict[str, Any], bool]] = [
    ({"unit": "164"}, True),
    ({"unit": "05467"}, True),
    ({"unit": "05431"}, False),
    ({"year": 2017}, True),
    ({"year": 2018}, False),
    ({"from": LATER, "to": LATER}, True),
    ({"to": SIGNED}, False),
    ({"text": "MẶT TRẬN"}, True),
    ({"text": "to quoc mat tran"}, True),
    ({"text": "phụ nữ"}, False),
]


@pytest.mark.parametrize("model", [GuidanceReaders, GuidanceReceipts])
def test_readers_and_receipts_are_found_by_place_day_and_name(
    stage: Stage, document: Document, board: Actor, model: type[GuidanceReaders | GuidanceReceipts]
) -> None:
    guidance_id = stage.act(document(), by=board).guidance_id
    stage.act(AcknowledgeGuidance(guidance_id=guidance_id), by=actor("ub-mttq-xa", "05467"), on=LATER)
    only = {"read": True} if model is GuidanceReaders else {}
    for filters, found in READ_AT:
        asked = model.model_validate({"guidance_id": guidance_id, "as_of": LATER, **only, **filters})
        shown = [each.reading_body for each in stage.ask(asked, by=board).items]
        assert shown == ["ub-mttq-xa/05467"] * found, filters
    with pytest.raises(InvalidField) as refused:
        stage.ask(model(guidance_id=guidance_id, unit="99999"), by=board)
    assert [(each.field, each.rule) for each in refused.value.fields] == [("unit", "known-unit")]
