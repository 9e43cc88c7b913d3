"""Households of the residential areas register contents of the campaign (II.1a-c to g)."""

import random
from collections.abc import Sequence

from chungtay.gateway_client import Json
from chungtay.simulate.figures import Area
from chungtay.simulate.player import Player

CONTENTS = ("ND1", "ND2", "ND3", "ND4", "ND5")
LISTS = 999_999  # each play writes lists of its own, so that a household is not registered twice
LIST_LENGTH = 1_000


def play(player: Player, campaign_id: str, areas: Sequence[Area], draw: random.Random) -> None:
    """Register the households of every area, by its own Front group. Raises Refused, Away.

    A play with another number of households is another play: it registers others, with other keys.
    """
    wanted = sum(area.households for area in areas)
    first = draw.randrange(LISTS) * LIST_LENGTH + 1
    for area in areas:
        numbers = range(first, first + area.households)
        body = {
            "area_code": area.code,
            "campaign_id": campaign_id,
            "year": player.year,
            "households": [_household(number, draw) for number in numbers],
            "occurred_on": f"{player.year}-07-25",
        }
        group = player.agency("ban-ctmt", area.code)
        group.post(f"households.{wanted}.{area.code}", "/v1/campaigns/registrations", body)


def _household(number: int, draw: random.Random) -> Json:
    contents = draw.sample(CONTENTS, k=draw.randint(2, 5))
    return {"list_number": number, "content_codes": sorted(contents)}
