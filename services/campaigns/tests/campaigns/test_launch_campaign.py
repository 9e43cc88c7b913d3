from collections.abc import Callable
from datetime import date

import pytest
from pydantic import ValidationError

from campaigns.campaigns.domain.campaign import CodeTaken
from campaigns.campaigns.messages import LaunchCampaign
from contracts.errors import InvalidField, NotAllowed
from shared.authority import Actor
from shared.testing import Stage, actor
from shared.tokens import NotAuthenticated

Order = Callable[..., LaunchCampaign]


def test_no_anonymous_caller_launches(stage: Stage, order: Order) -> None:
    with pytest.raises(NotAuthenticated):
        stage.act(order(), by=None)


def test_no_state_body_launches(stage: Stage, order: Order) -> None:
    with pytest.raises(NotAllowed) as refused:
        stage.act(order(), by=actor("ubnd-tinh"))
    assert refused.value.rule == "side:front"


def test_no_member_organisation_launches(stage: Stage, order: Order) -> None:
    with pytest.raises(NotAllowed) as refused:
        stage.act(order(), by=actor("hlhpn-tinh"))
    assert refused.value.rule == "function:front-standing,front-committee"


def test_nobody_launches_in_another_unit(stage: Stage, order: Order) -> None:
    with pytest.raises(NotAllowed) as refused:
        stage.act(order("19"), by=actor("ub-mttq-xa", "05467"))
    assert refused.value.rule == "own-unit:unit_code"


def test_the_province_launches_and_guides_the_whole_province(stage: Stage, order: Order) -> None:
    answer = stage.act(order(), by=actor("btt-mttq-tinh"))
    [envelope] = stage.envelopes
    assert answer.state == "launched"
    assert envelope.type == "campaigns.campaign_launched.v1"
    assert envelope.duty_ids == ("III.2a-a", "I.1-b")
    assert (envelope.subject, envelope.unit) == (answer.campaign_id, "19")


def test_a_commune_launches_without_guiding_the_province(stage: Stage, order: Order) -> None:
    stage.act(order("05467"), by=actor("ub-mttq-xa", "05467"))
    assert stage.envelopes[0].duty_ids == ("I.1-b",)


def test_a_campaign_that_answers_no_movement_is_no_evidence_of_it(stage: Stage, order: Order) -> None:
    stage.act(order("05467", movement_codes=[]), by=actor("ub-mttq-xa", "05467"))
    assert stage.envelopes[0].duty_ids == ()


def test_a_code_is_unique_in_its_unit(stage: Stage, order: Order, board: Actor) -> None:
    stage.act(order(), by=board)
    with pytest.raises(CodeTaken):
        stage.act(order(), by=board)
    stage.act(order("05467"), by=actor("ub-mttq-xa", "05467"))
    assert len(stage.events) == 2


def test_a_campaign_does_not_end_before_it_begins(stage: Stage, order: Order, board: Actor) -> None:
    with pytest.raises(InvalidField) as refused:
        stage.act(order(end_on=date(2017, 6, 15)), by=board)
    assert refused.value.fields[0].field == "end_on"
    assert stage.events == []


def test_no_content_is_named_twice(stage: Stage, order: Order, board: Actor) -> None:
    with pytest.raises(InvalidField) as refused:
        stage.act(order(content_codes=["ND1", "ND1"]), by=board)
    assert refused.value.fields[0].field == "content_codes"


def test_a_campaign_has_the_five_contents_unless_it_says_less(order: Order) -> None:
    assert order().content_codes == ["ND1", "ND2", "ND3", "ND4", "ND5"]
    assert order(content_codes=["ND3"]).content_codes == ["ND3"]


@pytest.mark.parametrize(
    ("field", "codes"), [("content_codes", ["ND6"]), ("content_codes", []), ("movement_codes", ["PT-XX"])]
)
def test_there_are_no_other_contents_or_movements(order: Order, field: str, codes: list[str]) -> None:
    with pytest.raises(ValidationError):
        order(**{field: codes})
