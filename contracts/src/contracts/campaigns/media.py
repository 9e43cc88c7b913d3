"""What the feature «media» tells the others, and the values that its events carry."""

from typing import Annotated, Literal

from pydantic import Field

from contracts.messages import Event
from contracts.names import Named
from contracts.values import (
    COUNT,
    ID,
    ExemplarId,
    GuidanceId,
    Minutes,
    ModelId,
    OutletBody,
    PublishedOn,
    WithdrawnOn,
)

MediaItemId = Annotated[str, ID, Named("Mã tin, bài", "Item id")]
MediaFormat = Annotated[
    Literal["tv", "radio", "print", "web"],
    Named(
        "Loại hình báo chí",
        "Medium",
        codes={"tv": "Truyền hình", "radio": "Phát thanh", "print": "Báo in", "web": "Báo điện tử"},
    ),
]
MediaTopic = Annotated[
    Literal["GN", "NTM", "DTVM"],
    Named(
        "Lĩnh vực",
        "Topic",
        codes={
            "GN": ("Giảm nghèo bền vững", "poverty reduction"),
            "NTM": ("Xây dựng nông thôn mới", "new-style rural areas"),
            "DTVM": ("Xây dựng đô thị văn minh", "civilised urban areas"),
        },
    ),
]
WordCount = Annotated[int, COUNT, Named("Số chữ", "Words")]


class MediaItemPublished(Event, service="campaigns", subject="item_id", vi="Đã đăng, phát tin, bài"):
    """An outlet published an item under the communication programme."""

    item_id: MediaItemId
    guidance_id: GuidanceId = Field(description="The communication programme")
    outlet_body: OutletBody
    format: MediaFormat
    minutes: Minutes | None
    words: WordCount | None
    topic: MediaTopic
    exemplar_id: ExemplarId | None
    model_id: ModelId | None
    published_on: PublishedOn


class MediaItemWithdrawn(Event, service="campaigns", subject="item_id", vi="Đã gỡ tin, bài"):
    """An outlet took an item back."""

    item_id: MediaItemId
    outlet_body: OutletBody
    withdrawn_on: WithdrawnOn
