"""What outlets publish: who may, what it cites, and how it stands beside the quota. All is synthetic."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.guidance.domain.media_programme import Quota
from campaigns.media.domain.achievement import by_outlet, by_theme
from campaigns.media.domain.item import MediaItem
from campaigns.media.messages import (
    MediaAchievement,
    MediaItemById,
    MediaItemList,
    WithdrawMediaItem,
)
from contracts.errors import InvalidField, NotAllowed, NotFound, WrongStep
from shared.history.messages import HistoryOf
from shared.next_steps.messages import NextSteps
from shared.testing import Stage, actor
from shared.tokens import NotAuthenticated

PUBLISHED = date(2018, 8, 1)


def test_nobody_without_a_name_publishes_or_withdraws(stage: Stage, play: Any) -> None:
    wanted = play.broadcast(play.programme())
    for each in (wanted, WithdrawMediaItem(item_id="med_1", reason="Giả lập")):
        with pytest.raises(NotAuthenticated):
            stage.act(each, by=None)


@pytest.mark.parametrize("body", ["btt-mttq-tinh", "so-tttt", "ubnd-tinh"])
def test_only_outlets_publish(stage: Stage, play: Any, body: str) -> None:
    with pytest.raises(NotAllowed):
        stage.act(play.broadcast(play.programme()), by=actor(body), on=PUBLISHED)


def test_a_newspaper_is_not_on_air_and_radio_is_not_in_print(stage: Stage, play: Any) -> None:
    programme = play.programme()
    for wanted, by in ((play.broadcast(programme), play.paper), (play.article(programme), play.radio)):
        with pytest.raises(NotAllowed) as refused:
            stage.act(wanted, by=by, on=PUBLISHED)
        assert refused.value.rule == "format-of-outlet"


@pytest.mark.parametrize(
    ("media_format", "minutes", "words", "field"),
    [("tv", None, None, "minutes"), ("radio", 5, 5, "minutes"), ("web", None, None, "words")],
)
def test_each_format_has_its_measure(
    stage: Stage, play: Any, media_format: str, minutes: int | None, words: int | None, field: str
) -> None:
    wanted = play.broadcast(play.programme(), format=media_format, minutes=minutes, words=words)
    with pytest.raises(InvalidField) as refused:
        stage.act(wanted, by=play.radio, on=PUBLISHED)
    assert [each.field for each in refused.value.fields] == [field]


def test_an_item_is_of_a_programme_of_its_year_that_asks_its_outlet(stage: Stage, play: Any) -> None:
    without_radio = play.programme("13/CTr", quotas=[{"outlet_body": "bao-tn", "articles": 1}])
    for programme, on in ((play.programme(), date(2019, 1, 1)), (without_radio, PUBLISHED)):
        with pytest.raises(InvalidField) as refused:
            stage.act(play.broadcast(programme), by=play.radio, on=on)
        assert refused.value.rule == "programme-of-outlet-and-year"


def test_a_theme_is_one_of_the_programme(stage: Stage, play: Any) -> None:
    with pytest.raises(InvalidField) as refused:
        stage.act(play.broadcast(play.programme(), theme="Thể thao"), by=play.radio, on=PUBLISHED)
    assert refused.value.rule == "theme-of-programme"


def test_time_on_air_is_one_duty_and_a_good_example_another(stage: Stage, play: Any) -> None:
    programme = play.programme()
    play.published(play.broadcast(programme), play.radio)
    assert stage.envelopes[-1].duties == "III.1.13-a"
    play.published(play.article(programme, model_id=play.model()), play.paper)
    assert stage.envelopes[-1].duties == "III.1.13-a,III.1.13-b"


def test_only_what_was_recognised_is_told_of(stage: Stage, play: Any) -> None:
    programme = play.programme()
    with pytest.raises(InvalidField) as refused:
        stage.act(
            play.broadcast(programme, model_id=play.model(recognised=False)), by=play.radio, on=PUBLISHED
        )
    assert [each.field for each in refused.value.fields] == ["model_id"]
    early = play.broadcast(programme, model_id=play.model())
    with pytest.raises(InvalidField):
        stage.act(early, by=play.radio, on=date(2018, 6, 30))
    with pytest.raises(NotFound):
        stage.act(play.broadcast(programme, exemplar_id="exm_unknown"), by=play.radio, on=PUBLISHED)


def test_what_is_withdrawn_counts_until_its_day_alone(stage: Stage, play: Any) -> None:
    programme = play.programme()
    item = play.published(play.broadcast(programme), play.radio)
    later = PUBLISHED + timedelta(days=10)
    withdrawal = WithdrawMediaItem(item_id=item, reason="Trùng tin (giả lập)")
    with pytest.raises(NotAllowed):
        stage.act(withdrawal, by=play.paper, on=later)
    stage.act(withdrawal, by=play.radio, on=later)
    with pytest.raises(WrongStep):
        stage.act(withdrawal, by=play.radio, on=later)
    for day, minutes in ((PUBLISHED, 15), (later, 0)):
        shown = stage.ask(MediaAchievement(guidance_id=programme, as_of=day))
        [radio] = [each for each in shown.outlets if each.outlet_body == "dai-ptth"]
        assert (radio.quota_minutes, radio.minutes) == (600, minutes)
    assert stage.ask(MediaItemById(item_id=item)).state == "withdrawn"


def test_lists_are_narrowed(stage: Stage, play: Any) -> None:
    programme = play.programme()
    play.published(play.broadcast(programme), play.radio)
    wanted = play.published(play.article(programme, model_id=play.model()), play.paper)
    asked = MediaItemList(outlet_body="bao-tn", format="print", year=2018, guidance_id=programme)
    assert [each.item_id for each in stage.ask(asked).items] == [wanted]
    assert [each.item_id for each in stage.ask(MediaItemList(text="vi nguoi ngheo", limit=1)).items]
    assert stage.ask(MediaItemList(year=2017)).items == stage.ask(MediaItemList(text="the thao")).items == []
    with pytest.raises(InvalidField) as refused:
        stage.ask(MediaItemList(unit="19"))
    assert refused.value.rule == "filter-offered"


def test_its_outlet_alone_may_take_an_item_back_and_the_reason_stays(stage: Stage, play: Any) -> None:
    item = play.published(play.broadcast(play.programme()), play.radio)

    def possible(by: Any) -> list[str]:
        items = stage.ask(NextSteps(subject_id=item), by=by, on=PUBLISHED).items
        return [each.command for each in items]

    assert (possible(play.radio), possible(play.paper)) == (["withdraw_media_item"], [])
    stage.act(WithdrawMediaItem(item_id=item, reason="Trùng tin"), by=play.radio, on=PUBLISHED)
    assert possible(play.radio) == []
    steps = stage.ask(HistoryOf(subject_id=item), by=play.radio).items
    assert [(each.step, each.reason) for each in steps] == [("publish", None), ("withdraw", "Trùng tin")]


outlets, themes = st.sampled_from(["dai-ptth", "bao-tn", "other"]), st.sampled_from(["a", "b"])
items = st.builds(
    MediaItem,
    id=st.just("med_1"),
    guidance_id=st.just("gdn_1"),
    outlet_body=outlets,
    theme=themes,
    topic=st.just("GN"),
    format=st.sampled_from(["tv", "radio", "print", "web"]),
    title_vi=st.just("Giả lập"),
    minutes=st.none() | st.integers(1, 100),
    words=st.none(),
    exemplar_id=st.none() | st.just("exm_1"),
    model_id=st.none(),
    published_on=st.just(PUBLISHED),
    recorded_at=st.just(datetime(2018, 8, 1, tzinfo=UTC)),
)


@given(st.lists(items))
def test_sums_by_outlet_and_by_theme_are_those_of_all_items(some: list[MediaItem]) -> None:
    outlets_sum = by_outlet({"dai-ptth": Quota(600, None)}, some)
    assert "dai-ptth" in outlets_sum
    for sums in (outlets_sum, by_theme(["a"], some)):
        assert sum(each.items for each in sums.values()) == len(some)
        assert sum(each.minutes for each in sums.values()) == sum(each.minutes or 0 for each in some)
        told = sum(each.exemplar_id is not None for each in some)
        assert sum(each.good_examples for each in sums.values()) == told
