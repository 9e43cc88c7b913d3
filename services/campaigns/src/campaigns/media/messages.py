"""What may be asked of the feature «media»: commands, queries, and their answers."""

from typing import Annotated

from pydantic import Field

from campaigns.common.domain.values import Articles, CountedOn
from campaigns.guidance.domain.content import Theme
from campaigns.media.domain.item import MediaItemState
from contracts.campaigns.media import MediaFormat, MediaItemId, MediaTopic, WordCount
from contracts.messages import Answer, Command, Message, Page, Query, TextListQuery
from contracts.names import Named
from contracts.values import (
    COUNT,
    LINE,
    ExemplarId,
    GuidanceId,
    Minutes,
    ModelId,
    OutletBody,
    PublishedOn,
    Reason,
    WithdrawnOn,
    Year,
)

MediaTitle = Annotated[str, LINE, Named("Tên tin, bài", "Title of the item")]
QuotaMinutes = Annotated[int, COUNT, Named("Chỉ tiêu thời lượng (phút)", "Quota of minutes")]
QuotaArticles = Annotated[int, COUNT, Named("Chỉ tiêu tin, bài", "Quota of articles")]
ItemsOnExemplars = Annotated[
    int, COUNT, Named("Số tin, bài về gương điển hình, mô hình", "Items on exemplars and models")
]


class PublishMediaItem(Command):
    """Record an item that the acting outlet published under a communication programme."""

    guidance_id: GuidanceId = Field(description="The year's communication programme")
    theme: Theme = Field(description="One of the programme's themes")
    topic: MediaTopic
    format: MediaFormat
    title_vi: MediaTitle = Field(description="As it was published")
    minutes: Minutes | None = Field(default=None, ge=1, le=1440, description="Minutes on air; tv and radio")
    words: WordCount | None = Field(default=None, ge=1, le=100_000, description="Words; print and web")
    exemplar_id: ExemplarId | None = Field(default=None, description="The commended exemplar it tells of")
    model_id: ModelId | None = Field(default=None, description="The recognised model that it tells of")


class WithdrawMediaItem(Command):
    """Take an item back; it counts no more."""

    item_id: MediaItemId
    reason: Reason


class MediaItemStanding(Answer, vi="Tình trạng tin, bài"):
    """Where an item stands."""

    item_id: MediaItemId
    state: MediaItemState


class MediaItemById(Query):
    """One item."""

    item_id: MediaItemId


class MediaItemList(TextListQuery):
    """Items by outlet, format, topic, what they tell of, state, words, and day of publication."""

    outlet_body: OutletBody | None = None
    format: MediaFormat | None = None
    topic: MediaTopic | None = None
    guidance_id: GuidanceId | None = None
    exemplar_id: ExemplarId | None = None
    model_id: ModelId | None = None
    state: MediaItemState | None = None


class MediaItemRecord(Answer, vi="Tin, bài"):
    """An item."""

    item_id: MediaItemId
    guidance_id: GuidanceId
    outlet_body: OutletBody
    theme: Theme
    topic: MediaTopic
    format: MediaFormat
    title_vi: MediaTitle
    minutes: Minutes | None
    words: WordCount | None
    exemplar_id: ExemplarId | None
    model_id: ModelId | None
    published_on: PublishedOn
    withdrawn_on: WithdrawnOn | None
    reason: Reason | None = Field(description="Why it was withdrawn")
    state: MediaItemState


class MediaItemPage(Page[MediaItemRecord], vi="Danh sách tin, bài"):
    """One page of items."""


class MediaAchievement(Query):
    """What each outlet achieved of its quota under a programme, by the day of `as_of`."""

    guidance_id: GuidanceId


class OutletAchievement(Message, vi="Kết quả của cơ quan báo chí"):
    """One outlet's quota and what it published; a quota that is empty was not set."""

    outlet_body: OutletBody
    quota_minutes: QuotaMinutes | None
    minutes: Minutes
    quota_articles: QuotaArticles | None
    articles: Articles
    on_exemplars_and_models: ItemsOnExemplars


class ThemeAchievement(Message, vi="Kết quả theo chủ đề"):
    """What was published on one theme of the programme."""

    theme: Theme
    items: Articles
    minutes: Minutes


class MediaAchievementAnswer(Answer, vi="Kết quả thực hiện chương trình truyền thông"):
    """Quotas and what was achieved, by outlet and by theme, on a day."""

    guidance_id: GuidanceId
    year: Year
    on: CountedOn
    outlets: Annotated[list[OutletAchievement], Named("Kết quả từng cơ quan báo chí", "Outlets")]
    themes: Annotated[list[ThemeAchievement], Named("Các chủ đề truyền thông", "Themes")]
