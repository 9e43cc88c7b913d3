"""The duty board: what it must show of the play, once everything that was done has reached it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from tenacity import Retrying, retry_if_result, wait_fixed

from chungtay.gateway_client import Json
from chungtay.simulate.player import Player

# What the chapters are evidence of; the board must show each when everything is applied.
DUTIES = (
    *("0-a", "I.1-b", "I.1-c", "III.2a-a", "III.2a-b", "III.2a-g", "III.2b-a"),
    *("II.1a-a", "II.1a-b", "II.1a-c", "II.1a-d", "II.1a-e", "II.1a-f", "II.1a-g", "II.3a-a"),
    *("II.1b-a", "II.1b-b", "II.1b-c", "II.1b-d", "II.2a-a", "II.2b-a", "II.4a-a", "II.4a-d"),
    *("II.4b-a", "II.4b-b", "III.1.1-a", "III.1.2-b", "III.1.3-d", "III.1.3-f", "III.1.4-a"),
    *("III.1.4-b", "III.1.4-e", "III.1.5-b", "III.1.5-c", "III.1.7-b", "III.1.7-c", "III.1.8-c"),
    *("III.1.11-a", "III.1.12-a"),
    *("II.1a-h", "II.3a-b", "III.1.3-a", "III.1.1-e", "III.1.2-c", "III.1.2-d", "III.1.3-g"),
    *("III.1.6-b", "III.1.6-c", "III.1.6-d", "III.1.6-e", "III.1.6-f", "III.1.6-g"),
    *("III.1.7-a", "III.1.8-a", "III.1.9-a"),
)
CONTENT_DUTIES = {
    "ND1": "II.1a-c",
    "ND2": "II.1a-d",
    "ND3": "II.1a-e",
    "ND4": "II.1a-f",
    "ND5": "II.1a-g",
}
PAUSE_SECONDS = 0.5
# A board that shows nothing new for so long has heard everything, or somebody must look after it.
STILL_SECONDS = 30
AREAS_A_PAGE = 100


def evidence(player: Player) -> dict[str, int]:
    """Return how much evidence the board shows for each duty of the play. Raises Refused, Away."""
    rows = player.ask("/v1/reporting/duties", year=player.year)["items"]
    found = {row["id"]: int(row["evidence"]) for row in rows}
    return {duty: found[duty] for duty in DUTIES}


def expected(player: Player) -> dict[str, int]:
    """Return how much evidence the board must show at least. Raises Refused, Away.

    Of the contents it is what the campaigns service itself counts, household by household; of every
    other duty it is one event.
    """
    counted: Counter[str] = Counter(dict.fromkeys(DUTIES, 1))
    for area in _areas(player):
        counted.update({CONTENT_DUTIES[code]: count for code, count in area["by_content"].items()})
    counted.subtract(CONTENT_DUTIES.values())
    return dict(counted)


@dataclass(frozen=True)
class Board:
    """How many events the board shows, and must show at least, as evidence of each duty of the play."""

    shown: dict[str, int]
    wanted: dict[str, int]

    @property
    def lacking(self) -> list[str]:
        """The duties of which the board shows too little."""
        return [duty for duty, count in self.wanted.items() if self.shown[duty] < count]


def settle(player: Player, still_seconds: float = STILL_SECONDS) -> Board:
    """Wait until the board shows what it must, or nothing new. Raises Refused, Away."""
    watch = _Watch(player, expected(player))
    retrying = Retrying(
        retry=retry_if_result(lambda board: bool(board.lacking)),
        wait=wait_fixed(PAUSE_SECONDS),
        stop=lambda _: watch.still * PAUSE_SECONDS >= still_seconds,
        retry_error_callback=lambda _: watch.board,
    )
    return retrying(watch.look)


@dataclass
class _Watch:
    """Looks at the board again and again; `still` counts the looks that showed nothing new."""

    player: Player
    wanted: dict[str, int]
    still: int = 0
    board: Board | None = None

    def look(self) -> Board:
        """Look once."""
        seen = Board(evidence(self.player), self.wanted)
        self.still = self.still + 1 if seen == self.board else 0
        self.board = seen
        return seen


def _areas(player: Player) -> Iterator[Json]:
    """Go through the areas of the province in which households registered, page by page."""
    address, as_of = "/v1/campaigns/registrations", f"{player.year}-12-31"
    asked: Json = {"unit": "19", "year": player.year, "as_of": as_of, "limit": AREAS_A_PAGE}
    page = player.ask(address, **asked)
    yield from page["items"]
    while cursor := page["next_cursor"]:
        page = player.ask(address, cursor=cursor, **asked)
        yield from page["items"]
