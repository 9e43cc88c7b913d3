"""Outreach through the gateway: each kind by the agencies that the programme names."""

import pytest

from support.callers import Agency, Board, Client, Json

BASE = "/v1/campaigns"
PLANNED, HELD, YEAR = "2017-07-03", "2017-08-15", 2017


REPORT = {
    "occurred_on": HELD,
    "participants": 80,
    "duration_minutes": 150,
    "result": "Nhân dân đồng tình (giả lập)",
}


def planned(plan: Json, joining: tuple[str, ...] = ()) -> Json:
    """Return the plan of an outreach to which bodies are invited."""
    return {
        "occurred_on": PLANNED,
        "title": "Hội nghị giả lập",
        "unit_code": "19",
        "planned_on": HELD,
        "invited_bodies": list(joining),
        **plan,
    }


def held(agency: Agency, holder: str, plan: Json, joining: tuple[str, ...] = (), **report: object) -> Json:
    """Plan an outreach, let those invited join, hold it, and return it as it is shown."""
    made = agency(holder).post(f"{BASE}/outreach", planned(plan, joining))
    address = f"{BASE}/outreach/{made['outreach_id']}"
    for body_code in joining:
        agency(body_code).post(f"{address}/join", {"occurred_on": PLANNED})
    told = {**REPORT, **report}
    early = agency(holder).refused(f"{address}/hold", {**told, "occurred_on": PLANNED})
    assert early["errors"][0]["rule"] == "not-before-planned-day"
    agency(holder).post(f"{address}/hold", told)
    assert agency(holder).wrong_step(f"{address}/hold", told) == "outreach:hold"
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
        plan = {"kind": kind, "unit_code": "05485", "content_codes": ["ND1"]}
        shown = held(agency, "so-nnptnt", plan)
        assert shown["holder_body"] == "so-nnptnt"
        other = agency("so-tnmt")
        assert other.wrong_body(f"{BASE}/outreach", planned(plan)) == f"holder-of-kind:{kind}"
        hold = f"{BASE}/outreach/{shown['outreach_id']}/hold"
        assert other.wrong_body(hold, REPORT) == "holder-only"
        assert agency("so-nnptnt").wrong_step(hold, REPORT) == "outreach:hold"
        assert agency("so-xd").wrong_body(f"{BASE}/outreach", planned(plan)).startswith("function:")
        assert board(duty, YEAR)["evidence"] >= 1


@pytest.mark.duty("III.1.3-g")
def test_the_coordination_office_takes_part_in_promoting_investment(agency: Agency, board: Board) -> None:
    plan = {"kind": "investment_promotion"}
    shown = held(agency, "vp-dp-ntm", plan, joining=("so-khdt",))
    front = agency("btt-mttq-tinh")
    assert front.wrong_body(f"{BASE}/outreach", planned(plan)) == "holder-of-kind:investment_promotion"
    join, day = f"{BASE}/outreach/{shown['outreach_id']}/join", {"occurred_on": HELD}
    assert agency("so-tc").wrong_body(join, day) == "invited-only"
    assert agency("so-khdt").wrong_step(join, day) == "outreach:join"
    assert board("III.1.3-g", YEAR)["evidence"] >= 1


@pytest.mark.duty("III.1.3-h")
def test_the_staff_of_the_new_style_rural_programme_is_trained_by_plan(agency: Agency, board: Board) -> None:
    office = agency("vp-dp-ntm")
    sessions = [{"title": f"Lớp {n} (giả lập)", "unit_code": "19", "planned_on": HELD} for n in (1, 2)]
    plan = {"year": YEAR, "title": "Bồi dưỡng cán bộ NTM (giả lập)", "sessions": sessions}
    training = {"occurred_on": PLANNED, **plan}
    assert agency("so-tc").wrong_body(f"{BASE}/training-plans", training) == "function:ntm-coordination"
    alone = office.refused(f"{BASE}/outreach", planned({"kind": "training"}))
    assert alone["errors"][0]["rule"] == "training-by-plan"
    made = office.post(f"{BASE}/training-plans", training)
    for outreach_id, persons in zip(made["outreach_ids"], (45, 38), strict=True):
        report = {"participants": persons, "duration_minutes": 420, "result": "Đạt yêu cầu (giả lập)"}
        hold, told = f"{BASE}/outreach/{outreach_id}/hold", {"occurred_on": HELD, **report}
        assert agency("so-tnmt").wrong_body(hold, told) == "holder-only"
        office.post(hold, told)
        assert office.wrong_step(hold, told) == "outreach:hold"
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
    assert agency("so-tnmt").wrong_body(f"{BASE}/outreach", planned(plan)) == "holder-of-kind:health"
    assert agency("so-vhttdl").wrong_body(f"{BASE}/outreach", planned(plan)).startswith("function:")
    assert board(duty, YEAR)["evidence"] >= 1
    counts = public.get(f"{BASE}/outreach-counts", unit_code="19", year=YEAR)["counts"]
    assert any(each["linked_programme"] == programme and each["participants"] >= 80 for each in counts)
