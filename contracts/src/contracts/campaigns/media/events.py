"""What the service tells the others: items published."""

from datetime import date

from pydantic import Field

from contracts.campaigns.media.values import MediaFormat, Topic
from contracts.messages import Event


class MediaItemPublished(Event, service="campaigns", subject="item_id"):
    """An outlet published an item under the communication programme."""

    item_id: str
    guidance_id: str = Field(description="The communication programme")
    outlet_org: str
    format: MediaFormat
    minutes: int | None
    words: int | None
    topic: Topic
    exemplar_id: str | None
    model_id: str | None
    published_on: date


class MediaItemWithdrawn(Event, service="campaigns", subject="item_id"):
    """An outlet took an item back."""

    item_id: str
    outlet_org: str
    withdrawn_on: date
