"""The whole year, chapter by chapter."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from chungtay.simulate.chapters import campaign, critique, funds, guidance, households, programme, supervision
from chungtay.simulate.figures import areas
from chungtay.simulate.player import Player, Refused

# What the chapters below are evidence of; the board must show each when everything is applied.
DUTIES = (
    *("0-a", "I.1-b", "I.1-c", "III.2a-a", "III.2a-b", "III.2a-g", "III.2b-a"),
    *("II.1a-a", "II.1a-b", "II.1a-c", "II.1a-d", "II.1a-e", "II.1a-f", "II.1a-g", "II.3a-a"),
    *("II.1b-a", "II.1b-b", "II.1b-c", "II.1b-d", "II.2a-a", "II.2b-a", "II.4a-a", "II.4a-d"),
    *("II.4b-a", "II.4b-b", "III.1.1-a", "III.1.2-b", "III.1.3-d", "III.1.4-b", "III.1.5-b"),
    *("III.1.7-c", "III.1.8-c", "III.1.11-a", "III.1.12-a"),
)


@dataclass(frozen=True)
class Chapter:
    """A part of the year, and how it is played."""

    name: str
    play: Callable[[], None]


def chapters(player: Player, households_wanted: int) -> Iterator[Chapter]:
    """Return the chapters in their order; each draws its own figures, so none disturbs another's."""

    def draw(chapter: str) -> random.Random:
        return random.Random(f"{player.seed}-{player.year}-{chapter}")  # noqa: S311 - synthetic figures

    def registrations() -> None:
        spread = areas(player.year, households_wanted, draw("areas"))
        households.play(player, campaign.launch(player), spread, draw("households"))

    yield Chapter("programme", lambda: programme.play(player))
    yield Chapter("campaign", lambda: campaign.consult(player, campaign.launch(player)))
    yield Chapter("guidance", lambda: guidance.play(player))
    yield Chapter("supervision", lambda: supervision.play(player))
    yield Chapter("critique", lambda: critique.play(player))
    yield Chapter("funds", lambda: funds.play(player, campaign.launch(player), draw("funds")))
    yield Chapter("households", registrations)


def play_chapter(chapter: Chapter) -> str | None:
    """Play a chapter; where an act is refused, the chapter ends there. Return what was said. Raises Away."""
    try:
        chapter.play()
    except Refused as refused:
        return str(refused)
    return None
