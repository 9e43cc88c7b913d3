"""Meetings, talks and training among the people, each by its department with the Front (III.1)."""

from typing import NamedTuple

from chungtay.simulate.player import Player

BASE = "/v1/campaigns/outreach"


class Meeting(NamedTuple):
    """Who holds it, of which kind, who takes part, and the programme of health that it is linked to."""

    holder: str
    kind: str
    partners: tuple[str, ...] = ()
    programme: str | None = None


FRONT = ("btt-mttq-tinh", "hlhpn-tinh")
MEETINGS = (
    Meeting("so-ldtbxh", "guide_people", FRONT),
    Meeting("so-nnptnt", "extension"),
    Meeting("so-nnptnt", "technology_transfer"),
    Meeting("vp-dp-ntm", "investment_promotion", ("so-khdt",)),
    Meeting("so-tnmt", "environment", FRONT),
    Meeting("so-tp", "legal", FRONT),
    Meeting("ca-tinh", "crime_prevention", FRONT),
    *(
        Meeting("so-yt", "health", ("btt-mttq-tinh",), programme)
        for programme in ("LK-BHYT", "LK-THUOC", "LK-HIV", "LK-TL", "LK-DB", "LK-VSMT")
    ),
)


def play(player: Player) -> None:
    """Plan each meeting, let the partners join, and hold it. Raises Refused, Away."""
    for meeting in MEETINGS:
        name = f"outreach.{meeting.holder}.{meeting.programme or meeting.kind}"
        holder, planned = player.agency(meeting.holder), f"{player.year}-08-01"
        plan = {
            "kind": meeting.kind,
            "title": "Hội nghị (giả lập)",
            "unit_code": "19",
            "planned_on": f"{player.year}-08-20",
            "invited_bodies": list(meeting.partners),
            "content_codes": ["ND2"],
            "occurred_on": planned,
        }
        linked = {"linked_programme": meeting.programme} if meeting.programme else {}
        made = holder.post(f"{name}.plan", BASE, {**plan, **linked})
        path = f"{BASE}/{made['outreach_id']}"
        for partner in meeting.partners:
            player.agency(partner).post(f"{name}.join.{partner}", f"{path}/join", {"occurred_on": planned})
        report = {
            "occurred_on": f"{player.year}-08-20",
            "participants": 80,
            "duration_minutes": 150,
            "result": "Nhân dân đồng tình (giả lập)",
        }
        enrolled = {"enrolled": 25} if meeting.programme == "LK-BHYT" else {}
        holder.post(f"{name}.hold", f"{path}/hold", {**report, **enrolled})
