"""The peak month for the poor: a drive, pledges and donations of every kind of donor (II.2a-a, II.2b-a)."""

import random

from chungtay.gateway_client import Json
from chungtay.simulate.player import Player

DONATIONS = 40
KINDS = ("enterprise", "individual", "organisation")


def play(player: Player, campaign_id: str, draw: random.Random) -> None:
    """Open the province's drive and one of a commune, and take donations. Raises Refused, Away."""
    drive_id = _open(player, "ban-vd-quy-tinh", "19", 5_000_000_000, campaign_id)
    _pledge_and_pay(player, drive_id, draw)
    for number in range(DONATIONS):
        _give(player, "ban-vd-quy-tinh", "19", drive_id, number, draw)
    _give_by_mistake(player, drive_id)
    local = _open(player, "ban-vd-quy-xa", "05467", 60_000_000, None)
    for number in range(DONATIONS // 4):
        _give(player, "ban-vd-quy-xa", "05467", local, number, draw)


def _open(player: Player, board: str, unit: str, target_vnd: int, campaign_id: str | None) -> str:
    body: Json = {
        "fund_kind": "for_the_poor",
        "unit_code": unit,
        "name": f"Tháng cao điểm vì người nghèo {player.year} (giả lập)",
        "start_on": f"{player.year}-10-17",
        "end_on": f"{player.year}-11-18",
        "target_vnd": target_vnd,
        "campaign_id": campaign_id,
        "coordinating_bodies": ["so-ldtbxh", "so-tc"] if unit == "19" else [],
        "occurred_on": f"{player.year}-10-17",
    }
    opened = player.agency(board, unit).post(
        f"drive.open.{unit}", "/v1/funds/drives", body, until_heard="known-campaign"
    )
    return str(opened["drive_id"])


def _pledge_and_pay(player: Player, drive_id: str, draw: random.Random) -> None:
    board, amount = player.agency("ban-vd-quy-tinh"), draw.randrange(50, 200) * 1_000_000
    donor = {"donor_kind": "enterprise", "donor_name": "Công ty Giả lập A"}
    pledge = {
        "drive_id": drive_id,
        **donor,
        "amount_vnd": amount,
        "due_on": f"{player.year}-12-31",
        "occurred_on": f"{player.year}-10-18",
    }
    promised = board.post("pledge.register", "/v1/funds/pledges", pledge)
    donation = {
        "drive_id": drive_id,
        "pledge_id": promised["pledge_id"],
        "donor_kind": "enterprise",
        "kind": "bank",
        "amount_vnd": amount // 2,
        "occurred_on": f"{player.year}-10-20",
    }
    board.post("pledge.pay", "/v1/funds/donations", donation)


def _give_by_mistake(player: Player, drive_id: str) -> None:
    """A transfer that came back: its receipt is reversed by a counter-entry, never deleted."""
    donation = {
        "drive_id": drive_id,
        "donor_kind": "individual",
        "donor_name": "Nhà tài trợ giả lập 0",
        "kind": "bank",
        "amount_vnd": 500_000,
        "occurred_on": f"{player.year}-10-21",
    }
    board = player.agency("ban-vd-quy-tinh")
    given = board.post("donation.mistaken", "/v1/funds/donations", donation)
    board.post(
        "donation.reverse",
        f"/v1/funds/donations/{given['donation_id']}/reverse",
        {
            "reason": "failed_transfer",
            "note": "Ngân hàng báo chuyển khoản không thành công (giả lập)",
            "occurred_on": f"{player.year}-10-23",
        },
    )


def _give(player: Player, board: str, unit: str, drive_id: str, number: int, draw: random.Random) -> None:
    donation = {
        "drive_id": drive_id,
        "donor_kind": draw.choice(KINDS),
        "donor_name": f"Nhà tài trợ giả lập {number + 1}",
        "kind": draw.choice(("cash", "bank")),
        "amount_vnd": draw.randrange(1, 500) * 100_000,
        "occurred_on": f"{player.year}-10-{draw.randrange(18, 31)}",
    }
    player.agency(board, unit).post(f"donation.{unit}.{number}", "/v1/funds/donations", donation)
