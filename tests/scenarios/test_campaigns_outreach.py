"""Outreach through the gateway: each kind by the agencies that the programme names."""

from collections.abc import Callable
from typing import Any, Protocol

import pytest

Json = dict[str, Any]
BASE = "/v1/campaigns"
PLANNED, HELD, YEAR = "2017-07-03", "2017-08-15", 2017


class Client(Protocol):
    def post(self, path: str, body: Json) -> Json: ...
    def get(self, path: str, **params: object) -> Json: ...
    def refused(self, path: str, body: Json) -> Json: ...


Agency = Callable[..., Client]
Board = Callable[..., Json]


def held(agency: Agency, holder: str, plan: Json, joining: tuple[str, ...] = (), **report: object) -> Json:
    """Plan an outreach, let those invited join, hold it, and return it as it is shown."""
    body = {
        "occurred_on": PLANNED,
        "title": "Hội nghị giả lập",
        "unit_code": "19",
        "planned_on": HELD,
        "invited_bodies": list(joining),
        **plan,
    }
    made = agency(holder).post(f"{BASE}/outreach", body)
    address = f"{BASE}/outreach/{made['outreach_id']}"
    for body_code in joining:
        agency(body_code).post(f"{address}/join", {"occurred_on": PLANNED})
    counts = {"participants": 80, "duration_minutes": 150, "result": "Nhân dân đồng tình (giả lập)"}
    agency(holder).post(f"{address}/hold", {"occurred_on": HELD, **counts, **report})
    return agency(holder).get(address, as_of=HELD)


JOINT = [
    pytest.param("so-ldtbxh", "guide_people", "III.1.1-e", marks=pytest.mark.duty("III.1.1-e")),
    pytest.param("so-tnmt", "environment", "III.1.7-a", marks=pytest.mark.duty("III.1.7-a")),
    pytest.param("so-tp", "legal", "III.1.8-a", marks=pytest.mark.duty("III.1.8-a")),
    pytest.param("ca-tinh", "crime_prevention", "III.1.9-a", marks=pytest.mark.duty("III.1.9-a")),
]


@pytest.mark.parametrize(("holder", "kind", "duty"), JOINT)
def test_a_department_and_the_front_go_among_the_people(
    agency: Agency, public: Client, board: Board, holder: str, kind: str, duty: str
) -> None:
    public.refused(f"{BASE}/outreach", {"occurred_on": PLANNED})
    plan = {"kind": kind, "content_codes": ["ND4"] if kind != "environment" else ["ND3"]}
    shown = held(agency, holder, plan, joining=("btt-mttq-tinh", "hlhpn-tinh"))
    assert (shown["state"], shown["participants"]) == ("held", 80)
    assert [each["state"] for each in shown["invitations"]] == ["joined", "joined"]
    assert board(duty, YEAR)["evidence"] >= 1


@pytest.mark.duty("III.1.2-c", "III.1.2-d")
def test_agriculture_brings_extension_and_technology(agency: Agency, board: Board) -> None:
    for kind, duty in (("extension", "III.1.2-c"), ("technology_transfer", "III.1.2-d")):
        shown = held(agency, "so-nnptnt", {"kind": kind, "unit_code": "05485", "content_codes": ["ND1"]})
        assert shown["holder_body"] == "so-nnptnt"
        assert board(duty, YEAR)["evidence"] >= 1


@pytest.mark.duty("III.1.3-g")
def test_the_coordination_office_takes_part_in_promoting_investment(agency: Agency, board: Board) -> None:
    held(agency, "vp-dp-ntm", {"kind": "investment_promotion"}, joining=("so-khdt",))
    assert board("III.1.3-g", YEAR)["evidence"] >= 1


@pytest.mark.duty("III.1.3-h")
def test_the_staff_of_the_new_style_rural_programme_is_trained_by_plan(agency: Agency, board: Board) -> None:
    office = agency("vp-dp-ntm")
    sessions = [{"title": f"Lớp {n} (giả lập)", "unit_code": "19", "planned_on": HELD} for n in (1, 2)]
    plan = {"year": YEAR, "title": "Bồi dưỡng cán bộ NTM (giả lập)", "sessions": sessions}
    made = office.post(f"{BASE}/training-plans", {"occurred_on": PLANNED, **plan})
    for outreach_id, persons in zip(made["outreach_ids"], (45, 38), strict=True):
        report = {"participants": persons, "duration_minutes": 420, "result": "Đạt yêu cầu (giả lập)"}
        office.post(f"{BASE}/outreach/{outreach_id}/hold", {"occurred_on": HELD, **report})
    shown = office.get(f"{BASE}/training-plans/{made['plan_id']}")
    assert (shown["sessions_held"], shown["attendance"]) == (2, 83)
    assert board("III.1.3-h", YEAR)["evidence"] >= 1


HEALTH = [
    pytest.param(programme, duty, marks=pytest.mark.duty(duty))
    for programme, duty in (
        ("LK-BHYT", "III.1.6-b"),
        ("LK-THUOC", "III.1.6-c"),
        ("LK-HIV", "III.1.6-d"),
        ("LK-TL", "III.1.6-e"),
        ("LK-DB", "III.1.6-f"),
        ("LK-VSMT", "III.1.6-g"),
    )
]


@pytest.mark.parametrize(("programme", "duty"), HEALTH)
def test_health_ties_its_programmes_to_the_campaign(
    agency: Agency, public: Client, board: Board, programme: str, duty: str
) -> None:
    plan = {"kind": "health", "linked_programme": programme, "content_codes": ["ND2"]}
    report = {"enrolled": 25} if programme == "LK-BHYT" else {}
    held(agency, "so-yt", plan, joining=("btt-mttq-tinh",), **report)
    assert board(duty, YEAR)["evidence"] >= 1
    counts = public.get(f"{BASE}/outreach-counts", unit_code="19", year=YEAR)["counts"]
    assert any(each["linked_programme"] == programme and each["participants"] >= 80 for each in counts)
