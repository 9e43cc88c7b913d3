"""The whole year, chapter by chapter."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from chungtay.simulate.chapters import (
    campaign,
    critique,
    funds,
    guidance,
    households,
    outreach,
    pilot_models,
    poverty,
    programme,
    register,
    reporting,
    standards,
    supervision,
    titles,
)
from chungtay.simulate.figures import areas, sample
from chungtay.simulate.player import Player, Refused


@dataclass(frozen=True)
class Chapter:
    """A part of the year, and how it is played; `acts` says how many it has, where that is known."""

    name: str
    play: Callable[[], None]
    acts: int | None = None


def chapters(player: Player, households_wanted: int) -> Iterator[Chapter]:
    """Return the chapters in their order; each draws its own figures, so none disturbs another's."""

    def draw(chapter: str) -> random.Random:
        return random.Random(f"{player.seed}-{player.year}-{chapter}")  # noqa: S311 - synthetic figures

    @cache
    def campaign_id() -> str:
        return campaign.launch(player)

    spread = list(areas(player.year, households_wanted, draw("areas")))
    yield Chapter("programme", lambda: programme.play(player))
    yield Chapter("campaign", lambda: campaign.consult(player, campaign_id()))
    yield Chapter("guidance", lambda: guidance.play(player, draw("guidance")))
    yield Chapter("supervision", lambda: supervision.play(player))
    yield Chapter("critique", lambda: critique.play(player))
    yield Chapter("funds", lambda: funds.play(player, campaign_id(), draw("funds")))
    yield Chapter(
        "households",
        lambda: households.play(player, campaign_id(), spread, draw(f"households-{households_wanted}")),
        acts=len(spread),
    )
    full = sample(player.year, player.seed)
    yield Chapter("register", lambda: register.play(player, full))
    yield Chapter("standards", lambda: standards.play(player, full))
    yield Chapter("models", lambda: pilot_models.play(player, full))
    yield Chapter("outreach", lambda: outreach.play(player))
    yield Chapter("titles", lambda: titles.play(player, full))
    yield Chapter("poverty", lambda: poverty.play(player, full))
    yield Chapter("reporting", lambda: reporting.play(player))


def play_chapter(chapter: Chapter) -> str | None:
    """Play a chapter; where an act is refused, the chapter ends there. Return what was said. Raises Away."""
    try:
        chapter.play()
    except Refused as refused:
        return str(refused)
    return None
