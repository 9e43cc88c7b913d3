"""What may be asked to be done: items published and withdrawn."""

from pydantic import Field

from contracts.campaigns.media.values import ItemState, MediaFormat, Reason, Title, Topic
from contracts.messages import Answer, Command


class PublishMediaItem(Command):
    """Record an item that the acting outlet published under a communication programme."""

    guidance_id: str = Field(description="The year's communication programme")
    theme: str = Field(min_length=1, max_length=1000, description="One of the programme's themes")
    topic: Topic = Field(description="Poverty reduction, new-style rural areas, civilised towns")
    format: MediaFormat
    title_vi: Title
    minutes: int | None = Field(default=None, ge=1, le=1440, description="Minutes on air; tv and radio")
    words: int | None = Field(default=None, ge=1, le=100_000, description="Words; print and web")
    exemplar_id: str | None = Field(default=None, description="The commended exemplar that it tells of")
    model_id: str | None = Field(default=None, description="The recognised model that it tells of")


class WithdrawMediaItem(Command):
    """Take an item back; it counts no more."""

    item_id: str
    reason: Reason


class MediaItemStanding(Answer):
    """Where an item stands."""

    item_id: str
    state: ItemState
