"""Communes register to reach the new-style rural standard, and the province approves the list (III.1.3-a)."""

from collections.abc import Sequence

from chungtay.simulate.figures import Area, district_of
from chungtay.simulate.player import Player

BASE = "/v1/campaigns"


def play(player: Player, areas: Sequence[Area]) -> None:
    """Register the rural communes, let their districts accept, and decide the list. Raises Refused, Away."""
    candidates = [_accepted(player, area.commune) for area in areas]
    office, year = player.agency("vp-dp-ntm"), player.year
    body = {"year": year, "candidate_ids": candidates, "occurred_on": f"{year}-07-10"}
    made = office.post("ntm.list", f"{BASE}/ntm-lists", body)
    path = f"{BASE}/ntm-lists/{made['list_id']}"
    office.post(
        "ntm.submit",
        f"{path}/submit",
        {"doc_number": player.code("03/TTr"), "occurred_on": f"{year}-07-11"},
    )
    decision = {"decision_no": player.code("04/QĐ-UBND"), "occurred_on": f"{year}-07-20"}
    player.agency("ubnd-tinh").post("ntm.approve", f"{path}/approve", decision)


def _accepted(player: Player, commune: str) -> str:
    body = {
        "standard": "NTM",
        "unit_code": commune,
        "year": player.year,
        "doc_number": player.code("01/TTr-UBND"),
        "occurred_on": f"{player.year}-07-03",
    }
    committee = player.agency("ubnd-xa", commune)
    made = committee.post(f"ntm.{commune}.register", f"{BASE}/standard-candidates", body)
    player.agency("ubnd-huyen", district_of(commune, player.year)).post(
        f"ntm.{commune}.accept",
        f"{BASE}/standard-candidates/{made['candidate_id']}/accept",
        {"doc_number": player.code("02/CV-UBND"), "occurred_on": f"{player.year}-07-05"},
    )
    return str(made["candidate_id"])
