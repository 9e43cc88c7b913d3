"""What may be asked: items, and what the outlets achieved of their quotas."""

from datetime import date

from pydantic import Field

from contracts.campaigns.media.values import ItemState, MediaFormat, Topic
from contracts.campaigns.values import BodyCode
from contracts.messages import Answer, ListQuery, Message, Page, Query


class MediaItemById(Query):
    """One item."""

    item_id: str


class MediaItemList(ListQuery):
    """Items by outlet, format, topic, what they tell of, state and year."""

    outlet_org: BodyCode | None = None
    format: MediaFormat | None = None
    topic: Topic | None = None
    guidance_id: str | None = None
    exemplar_id: str | None = None
    model_id: str | None = None
    state: ItemState | None = None
    year: int | None = Field(default=None, ge=2016, le=2100, description="Year of publication")


class MediaItemRecord(Answer):
    """An item."""

    item_id: str
    guidance_id: str
    outlet_org: str
    theme: str
    topic: Topic
    format: MediaFormat
    title_vi: str
    minutes: int | None
    words: int | None
    exemplar_id: str | None
    model_id: str | None
    published_on: date
    withdrawn_on: date | None
    reason: str | None = Field(description="Why it was withdrawn")
    state: ItemState


class MediaItemPage(Page[MediaItemRecord]):
    """One page of items."""


class MediaAchievement(Query):
    """What each outlet achieved of its quota under a programme, by the day of `as_of`."""

    guidance_id: str


class OutletAchievement(Message):
    """One outlet's quota and what it published; a quota that is empty was not set."""

    outlet_org: str
    quota_minutes: int | None
    minutes: int
    quota_articles: int | None
    articles: int
    on_exemplars_and_models: int = Field(description="Items that tell of an exemplar or a model")


class ThemeAchievement(Message):
    """What was published on one theme of the programme."""

    theme: str
    items: int
    minutes: int


class MediaAchievementAnswer(Answer):
    """Quotas and what was achieved, by outlet and by theme, on a day."""

    guidance_id: str
    year: int
    on: date
    outlets: list[OutletAchievement]
    themes: list[ThemeAchievement]
