"""The year's communication programme, as the outlets' quotas are kept by it."""

from collections.abc import Mapping
from dataclasses import dataclass

from campaigns.guidance.domain.content import MediaProgrammeContent
from campaigns.guidance.domain.guidance import GuidanceState


@dataclass(frozen=True)
class Quota:
    """What one outlet is to bring in the year; None where nothing is asked of that form."""

    minutes: int | None
    articles: int | None


@dataclass(frozen=True)
class MediaProgramme:
    """The themes of a year and the quota of each outlet by its code; `state` is its document's."""

    guidance_id: str
    year: int
    themes: tuple[str, ...]
    quotas: Mapping[str, Quota]
    state: GuidanceState


def programme_of(guidance_id: str, state: GuidanceState, content: MediaProgrammeContent) -> MediaProgramme:
    """Return the programme that a document's content sets out."""
    quotas = {each.outlet_body: Quota(each.minutes, each.articles) for each in content.quotas}
    return MediaProgramme(guidance_id, content.year, tuple(content.themes), quotas, state)
