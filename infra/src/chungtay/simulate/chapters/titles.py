"""Residential areas strive for the cultural title: assessed, voted on, decided (II.1a-h)."""

from collections.abc import Sequence

from chungtay.simulate.figures import Area, district_of
from chungtay.simulate.player import Player

BASE = "/v1/campaigns"


def play(player: Player, areas: Sequence[Area]) -> None:
    """Let each area go the whole way to its title. Raises Refused, Away."""
    for area in areas:
        name, year = f"title.{area.code}", player.year
        group = player.agency("ban-ctmt", area.code)
        committee = player.agency("ubnd-huyen", district_of(area.commune, year))
        title = {"title": "KDCVH", "area_code": area.code, "year": year}
        made = group.post(f"{name}.register", f"{BASE}/titles", {**title, "occurred_on": f"{year}-07-15"})
        [registered] = made["registrations"]
        path = f"{BASE}/titles/{registered['registration_id']}"
        assessment = {"occurred_on": f"{year}-11-01", "meets": True}
        group.post(f"{name}.assess", f"{path}/self-assess", assessment)
        meeting = {
            **title,
            "occurred_on": f"{year}-11-10",
            "invited": 100,
            "attended": 85,
            "ballot": "show_of_hands",
            "minutes_ref": player.code("07/BB-BX"),
            "votes": [{"registration_id": registered["registration_id"], "yes_votes": 80}],
        }
        held = group.post(f"{name}.meet", f"{BASE}/title-meetings", meeting)
        dossier = {"occurred_on": f"{year}-11-13", "dossier_no": player.code("08/HS")}
        group.post(f"{name}.submit", f"{BASE}/title-meetings/{held['meeting_id']}/submit", dossier)
        decision = {"occurred_on": f"{year}-11-16", "decision_no": player.code(f"09/QĐ-{area.code}")}
        committee.post(f"{name}.recognise", f"{path}/recognise", decision)
