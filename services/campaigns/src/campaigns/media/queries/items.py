"""What the outlets published, open to everyone."""

from campaigns.documents.domain.media import Quota
from campaigns.media.domain.achievement import Achieved, by_outlet, by_theme
from campaigns.media.domain.item import MediaItem
from campaigns.queries.record import record
from campaigns.store.store import CampaignStore
from contracts.campaigns.media.queries import (
    MediaAchievement,
    MediaAchievementAnswer,
    MediaItemById,
    MediaItemList,
    MediaItemPage,
    MediaItemRecord,
    OutletAchievement,
    ThemeAchievement,
)
from shared.authority import anyone
from shared.service import query
from shared.work import Work

NOT_SET = Quota(None, None)


@query(MediaItemById, get="/media-items/{item_id}", may=anyone)
def media_item_by_id(asked: MediaItemById, work: Work[CampaignStore]) -> MediaItemRecord:
    """Show an item. Raises NotFound."""
    return _shown(work.store.media.item(asked.item_id))


@query(MediaItemList, get="/media-items", may=anyone)
def media_item_list(asked: MediaItemList, work: Work[CampaignStore]) -> MediaItemPage:
    """List items by outlet, format, topic, programme, what they tell of, state and year."""
    found, after = work.store.media.page(asked)
    return MediaItemPage(items=[_shown(each) for each in found], next_cursor=after)


@query(MediaAchievement, get="/media-achievements/{guidance_id}", may=anyone)
def media_achievement(asked: MediaAchievement, work: Work[CampaignStore]) -> MediaAchievementAnswer:
    """Set each outlet's quota beside what it published by the day of `as_of` (VD-05). Raises NotFound."""
    programme = work.store.media_programme(asked.guidance_id)
    items = work.store.media.counted(programme.guidance_id, work.today)
    outlets = by_outlet(programme.quotas, items)
    themes = by_theme(programme.themes, items)
    return MediaAchievementAnswer(
        guidance_id=programme.guidance_id,
        year=programme.year,
        on=work.today,
        outlets=[_outlet(code, programme.quotas.get(code, NOT_SET), done) for code, done in outlets.items()],
        themes=[
            ThemeAchievement(theme=theme, items=done.items, minutes=done.minutes)
            for theme, done in themes.items()
        ],
    )


def _outlet(code: str, quota: Quota, done: Achieved) -> OutletAchievement:
    return OutletAchievement(
        outlet_org=code,
        quota_minutes=quota.minutes,
        minutes=done.minutes,
        quota_articles=quota.articles,
        articles=done.articles,
        on_exemplars_and_models=done.good_examples,
    )


def _shown(item: MediaItem) -> MediaItemRecord:
    return record(MediaItemRecord, item, item_id=item.id)
