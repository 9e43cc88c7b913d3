"""What the outlets achieved of their quotas, open to everyone."""

from campaigns.guidance.domain.media_programme import Quota
from campaigns.guidance.repository import GuidanceDocuments
from campaigns.media.domain.achievement import Achieved, by_outlet, by_theme
from campaigns.media.messages import (
    MediaAchievement,
    MediaAchievementAnswer,
    OutletAchievement,
    ThemeAchievement,
)
from campaigns.media.repository import MediaItems
from shared.authority import anyone
from shared.service import query
from shared.work import Work

NOT_SET = Quota(None, None)


@query(
    MediaAchievement,
    get="/media-achievements/{guidance_id}",
    may=anyone,
    vi="Kết quả thực hiện chương trình truyền thông",
)
def media_achievement(asked: MediaAchievement, work: Work) -> MediaAchievementAnswer:
    """Set each outlet's quota beside what it published by the day of `as_of` (VD-05). Raises NotFound."""
    programme = GuidanceDocuments(work).media_programme(asked.guidance_id)
    items = MediaItems(work).counted(programme.guidance_id, work.today)
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
        outlet_body=code,
        quota_minutes=quota.minutes,
        minutes=done.minutes,
        quota_articles=quota.articles,
        articles=done.articles,
        on_exemplars_and_models=done.good_examples,
    )
