"""Households of the residential areas register contents of the campaign (II.1a-c to g)."""

import random
from collections.abc import Iterable

from chungtay.simulate.figures import Area
from chungtay.simulate.player import Json, Player

CONTENTS = ("ND1", "ND2", "ND3", "ND4", "ND5")


def play(player: Player, campaign_id: str, areas: Iterable[Area], draw: random.Random) -> None:
    """Register the households of every area, by its own Front group. Raises Refused, Away."""
    for area in areas:
        body = {
            "kdc_id": area.code,
            "campaign_id": campaign_id,
            "year": player.year,
            "households": [_household(player, number, draw) for number in range(1, area.households + 1)],
            "occurred_on": f"{player.year}-07-25",
        }
        group = player.agency("ban-ctmt", area.code)
        group.post(f"households.{area.code}", "/v1/campaigns/registrations", body)


def _household(player: Player, number: int, draw: random.Random) -> Json:
    contents = draw.sample(CONTENTS, k=draw.randint(2, 5))
    return {"list_number": player.seed % 1000 * 100_000 + number, "content_codes": sorted(contents)}
