from collections.abc import Callable
from datetime import date

import pytest

from campaigns.store.store import CampaignStore
from contracts.campaigns.commands import AcknowledgeGuidance, IssueGuidance
from contracts.campaigns.documents.queries import GuidanceReaders
from contracts.errors import InvalidField, NotAllowed
from shared.authority import Actor
from shared.testing import Stage, actor

CampaignStage = Stage[CampaignStore]
Document = Callable[..., IssueGuidance]
SIGNED, LATER = date(2017, 6, 16), date(2017, 6, 20)


def test_the_public_does_not_see_readers(stage: CampaignStage) -> None:
    with pytest.raises(NotAllowed):
        stage.ask(GuidanceReaders(guidance_id="gui_1"))


def test_who_has_not_read_is_shown_as_of_a_day(
    stage: CampaignStage, document: Document, board: Actor
) -> None:
    guidance_id = stage.act(document(), by=board).guidance_id
    stage.act(AcknowledgeGuidance(guidance_id=guidance_id), by=actor("ub-mttq-xa", "05467"), on=LATER)

    def ask(on: date, **filters: object) -> tuple[int, int, list[str]]:
        asked = GuidanceReaders.model_validate({"guidance_id": guidance_id, "as_of": on, **filters})
        page = stage.ask(asked, by=board)
        return page.addressed, page.read, [each.body for each in page.items]

    assert ask(SIGNED, limit=500)[:2] == (189, 0)
    assert ask(LATER, read=True) == (189, 1, ["ub-mttq-xa/05467"])
    total, read, waiting = ask(LATER, read=False, limit=500)
    assert (total, read, len(waiting)) == (189, 1, 188)
    assert ask(LATER, unit_code="05467") == (1, 1, ["ub-mttq-xa/05467"])


def test_the_list_is_given_by_pages(stage: CampaignStage, document: Document, board: Actor) -> None:
    guidance_id = stage.act(document(), by=board).guidance_id
    seen: list[str] = []
    cursor: str | None = None
    while cursor or not seen:
        asked = GuidanceReaders(guidance_id=guidance_id, limit=50, cursor=cursor)
        page = stage.ask(asked, by=board)
        seen += [each.body for each in page.items]
        cursor = page.next_cursor
    assert len(seen) == len(set(seen)) == 189
    assert seen == sorted(seen)


@pytest.mark.parametrize(
    ("agency", "first"), [("so-xd", "ubnd-huyen/164"), ("btt-mttq-tinh", "ub-mttq-huyen/164")]
)
def test_each_side_writes_to_its_own_committees(
    stage: CampaignStage, document: Document, agency: str, first: str
) -> None:
    guidance_id = stage.act(document(audience_levels=["H"]), by=actor(agency)).guidance_id
    page = stage.ask(GuidanceReaders(guidance_id=guidance_id), by=actor(agency))
    assert (page.addressed, page.items[0].body) == (9, first)


def test_named_addressees_alone_confirm(stage: CampaignStage, document: Document, board: Actor) -> None:
    guidance_id = stage.act(document(addressees=["hnd-huyen", "hnd-xa"]), by=board).guidance_id
    reading = AcknowledgeGuidance(guidance_id=guidance_id)
    with pytest.raises(NotAllowed) as refused:
        stage.act(reading, by=actor("hccb-xa", "05467"))
    assert refused.value.rule == "addressee"
    stage.act(reading, by=actor("hnd-xa", "05467"))
    page = stage.ask(GuidanceReaders(guidance_id=guidance_id), by=board)
    assert (page.addressed, page.read) == (189, 1)


def test_a_reader_for_whom_it_was_not_meant_is_shown_as_such(
    stage: CampaignStage, document: Document, board: Actor
) -> None:
    guidance_id = stage.act(document(), by=board).guidance_id
    stage.act(AcknowledgeGuidance(guidance_id=guidance_id), by=actor("hnd-xa", "05467"))
    page = stage.ask(GuidanceReaders(guidance_id=guidance_id, read=True), by=board)
    assert [(each.body, each.addressed) for each in page.items] == [("hnd-xa/05467", False)]
    assert page.read == 0


@pytest.mark.parametrize(("addressee", "rule"), [("khong-co", "in-force"), ("ban-ctmt", "of-audience-level")])
def test_a_wrong_addressee_is_named(
    stage: CampaignStage, document: Document, board: Actor, addressee: str, rule: str
) -> None:
    with pytest.raises(InvalidField) as refused:
        stage.act(document(addressees=["hnd-xa", addressee]), by=board)
    assert (refused.value.fields[0].field, refused.value.rule) == ("addressees.1", rule)


def test_those_who_took_part_are_bodies_in_force(
    stage: CampaignStage, document: Document, board: Actor
) -> None:
    with pytest.raises(InvalidField) as refused:
        stage.act(document(coord_orgs=["so-nv", "khong-co"]), by=board)
    assert refused.value.fields[0].field == "coord_orgs.1"
    stage.act(document(coord_orgs=["so-nv"]), by=board)
    assert stage.envelopes[-1].data["coord_orgs"] == ["so-nv"]
