"""The village convention of a residential area."""

from dataclasses import dataclass
from datetime import date


@dataclass
class VillageConvention:
    """A convention (quy ước, hương ước) as a document tells it; `path` is its area and all above it."""

    id: str
    guidance_id: str
    area_code: str
    path: str
    text_ref: str
    approved_on: date
    approving_body: str
