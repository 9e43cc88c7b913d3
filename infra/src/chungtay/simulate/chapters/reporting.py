"""At the end of the year the bodies declare what they have done (duty board; III.1-a, IV.1-a)."""

from chungtay.simulate.board import settle
from chungtay.simulate.player import Player, Refused

DECLARED: dict[str, tuple[str, ...]] = {
    "0-a": ("ubnd-tinh", "ub-mttq-tinh"),
    "II.1a-a": ("btt-mttq-tinh",),
    "II.1a-b": ("hlhpn-tinh",),
    "II.1b-a": ("so-nnptnt",),
    "II.1b-b": ("so-vhttdl",),
    "II.1b-c": ("ca-tinh",),
    "II.1b-d": ("so-ldtbxh",),
    "II.2b-a": ("so-ldtbxh", "so-tc"),
    "III.1.1-a": ("so-ldtbxh",),
    "III.1.2-b": ("so-nnptnt",),
    "III.1.4-b": ("so-xd",),
    "III.1.5-b": ("so-vhttdl",),
    "III.1.7-c": ("so-tnmt",),
    "III.1.8-c": ("so-tp",),
    "III.1.11-a": ("so-tc",),
    "III.1.12-a": ("so-tttt",),
    "III.2a-a": ("btt-mttq-tinh",),
    "III.2a-b": ("btt-mttq-tinh",),
    "III.2a-g": ("btt-mttq-tinh",),
    "III.2b-a": ("hnd-tinh",),
}


def play(player: Player) -> None:
    """Declare what the board shows evidence of, once it has heard everything. Raises Refused, Away."""
    shown = settle(player).shown
    for duty, bodies in DECLARED.items():
        for body in bodies if shown[duty] else ():
            _declare(player, duty, body)


def _declare(player: Player, duty: str, body: str) -> None:
    """Declare a duty done; a play with another seed may have done so for the year before."""
    try:
        player.agency(body).post(
            f"duty.done.{duty}.{body}",
            f"/v1/reporting/duties/{duty}/mark-done",
            {"year": player.year, "occurred_on": f"{player.year}-12-20"},
            until_heard="no-evidence",
        )
    except Refused as refused:
        if refused.slug != "wrong-step":
            raise
