"""Guiding documents of every kind with what they hold, and plans that integrate the movements."""

from typing import Any
from uuid import uuid4

import pytest

from support.callers import Agency, Board, Client, Json

BASE = "/v1/campaigns"
DAY = "2017-07-10"
COMMUNE, AREA = "05467", "05467-K001"


POINTS = {"kind": "guidance", "points": ["Bố trí kinh phí, địa điểm để Mặt trận vận động (giả lập)"]}
TRAINING = {
    "kind": "training_plan",
    "sessions": [
        {"topic": "Kỹ năng vận động", "unit_code": COMMUNE, "planned_on": "2017-09-15", "participants": 60}
    ],
}
TASKS = {
    "kind": "integration",
    "tasks": [{"task": "Gia đình 5 không, 3 sạch", "content_codes": ["ND1", "ND4"]}],
}
MATERIAL = {"kind": "material", "title": "Sổ tay giảm nghèo", "language": "tyz", "copies": 5000}
SCHEME = {
    "kind": "scheme",
    "unit_code": "171",
    "product": "Chè",
    "area_ha": "120.50",
    "target": "12 tấn búp tươi/ha vào năm 2018 (giả lập)",
    "budget_vnd": 2_500_000_000,
    "state": "planned",
}
BUDGET = {
    "kind": "budget",
    "year": 2018,
    "lines": [
        {"unit_code": "164", "amount_vnd": 350_000_000},
        {"unit_code": "171", "amount_vnd": 520_000_000},
    ],
}
CONVENTION = {
    "kind": "convention",
    "conventions": [
        {
            "area_code": AREA,
            "text_ref": "QU-01/2017",
            "approved_on": "2017-05-10",
            "approving_body": "ubnd-huyen/164",
        }
    ],
}
CRITERIA = {"kind": "criteria", "set_code": "GDVH", "version": "2018", "valid_from": "2018-01-01"}
EMULATION = {**CRITERIA, "set_code": "TDKT-CVD", "version": "2017", "part": "criteria"}
MEDIA = {
    "kind": "media_programme",
    "year": 2018,
    "themes": ["Giảm nghèo", "Nông thôn mới", "Đô thị văn minh"],
    "quotas": [{"outlet_body": "dai-ptth", "minutes": 600}, {"outlet_body": "bao-tn", "articles": 120}],
}


def number(prefix: str) -> str:
    """Return a number that no earlier run of the suite has used."""
    return f"{prefix}-{uuid4().hex[:12].upper()}"


def document(kind: str, **more: object) -> Json:
    """Return a synthetic guiding document."""
    return {
        "occurred_on": DAY,
        "kind": kind,
        "doc_number": number("HD"),
        "title": "Văn bản hướng dẫn (giả lập)",
        "audience_levels": ["H", "X", "K"],
        "effective_on": "2017-07-15",
        **more,
    }


def plan(movement: str, purpose: str = "integration") -> Json:
    """Return a synthetic plan with an activity in one residential area."""
    return {
        "occurred_on": DAY,
        "movement_code": movement,
        "purpose": purpose,
        "title": "Kế hoạch lồng ghép phong trào với cuộc vận động (giả lập)",
        "unit_code": "19",
        "start_on": "2017-08-01",
        "end_on": "2018-07-31",
        "activities": [
            {
                "title": "Ra quân tại khu dân cư (giả lập)",
                "content_codes": ["ND2", "ND4"],
                "unit_code": AREA,
                "lead_body": f"ub-mttq-xa/{COMMUNE}",
                "coordinating_bodies": [f"ubnd-xa/{COMMUNE}"],
                "start_on": "2017-08-01",
                "end_on": "2017-11-18",
            }
        ],
    }


def told(value: Any) -> Any:
    """Return a value of an answer without the fields that nobody filled in."""
    if isinstance(value, dict):
        return {name: told(each) for name, each in value.items() if each is not None}
    return [told(each) for each in value] if isinstance(value, list) else value


def approval() -> Json:
    return {
        "occurred_on": "2017-07-20",
        "doc_number": number("KH"),
        "audience_levels": ["H", "X"],
        "effective_on": "2017-08-01",
    }


@pytest.mark.parametrize(
    ("code", "kind", "content", "coord", "duty"),
    [
        pytest.param(code, kind, content, coord, duty, marks=pytest.mark.duty(duty), id=duty)
        for code, kind, content, coord, duty in [
            ("hlhpn-tinh", "guidance", TRAINING, [], "II.1a-b"),
            ("so-ldtbxh", "material", MATERIAL, ["btt-mttq-tinh", "hlhpn-tinh"], "III.1.1-a"),
            ("so-nnptnt", "scheme", SCHEME, [], "III.1.2-b"),
            ("so-xd", "guidance", POINTS, [], "III.1.4-b"),
            ("so-vhttdl", "criteria", CRITERIA, ["btt-mttq-tinh"], "III.1.5-b"),
            ("so-tnmt", "guidance", POINTS, [], "III.1.7-c"),
            ("so-tp", "convention", CONVENTION, [], "III.1.8-c"),
            ("so-tc", "budget", BUDGET, [], "III.1.11-a"),
            ("so-tttt", "media_programme", MEDIA, ["btt-mttq-tinh"], "III.1.12-a"),
            ("btt-mttq-tinh", "guidance", POINTS, [], "III.2a-a"),
            ("btt-mttq-tinh", "criteria", EMULATION, ["so-nv", "so-xd"], "III.2a-g"),
            ("hlhpn-tinh", "integration", TASKS, [], "III.2b-a"),
        ]
    ],
)
def test_a_document_holds_what_the_programme_asks_of_it(
    agency: Agency,
    public: Client,
    board: Board,
    code: str,
    kind: str,
    content: Json,
    coord: list[str],
    duty: str,
) -> None:
    issuer = agency(code)
    wrong = issuer.refused(f"{BASE}/guidance", document(kind, content={**content, "unknown": 1}))
    assert wrong["type"].endswith("invalid-input")
    issued = issuer.post(f"{BASE}/guidance", document(kind, content=content, coordinating_bodies=coord))
    shown = public.get(f"{BASE}/guidance/{issued['guidance_id']}")
    kept = told(shown["content"])
    assert {name: kept[name] for name in content} == content
    assert shown["content_kind"] == content["kind"]
    assert shown["coordinating_bodies"] == coord
    assert board(duty, 2017)["evidence"]


@pytest.mark.parametrize(
    ("code", "movement", "duty"),
    [
        pytest.param(code, movement, duty, marks=pytest.mark.duty(duty), id=f"{duty}-{code}")
        for code, movement, duty in [
            ("vp-dp-ntm", "PT-NTM", "II.1b-a"),
            ("so-nnptnt", "PT-NTM", "II.1b-a"),
            ("so-vhttdl", "PT-VH", "II.1b-b"),
            ("ca-tinh", "PT-AN", "II.1b-c"),
            ("so-ldtbxh", "PT-VNN", "II.1b-d"),
            ("so-nv", "PT-VNN", "II.1b-d"),
        ]
    ],
)
def test_agencies_advise_a_movements_plan_and_the_committee_directs_it(
    agency: Agency, public: Client, board: Board, code: str, movement: str, duty: str
) -> None:
    adviser, committee = agency(code), agency("ubnd-tinh")
    plan_id = adviser.post(f"{BASE}/integration-plans", plan(movement))["plan_id"]
    path = f"{BASE}/integration-plans/{plan_id}"
    back = {"occurred_on": DAY, "reason": "Bổ sung nội dung 1 (giả lập)"}
    assert committee.post(f"{path}/return", back)["state"] == "returned"
    revised = plan(movement)["activities"]
    revised[0]["content_codes"] = ["ND1", "ND2", "ND4"]
    adviser.post(f"{path}/revise", {"occurred_on": DAY, "activities": revised})
    assert agency("btt-mttq-tinh").refused(f"{path}/approve", approval())["rule"].startswith("decided-by")
    approved = committee.post(f"{path}/approve", approval())
    shown = public.get(f"{BASE}/guidance/{approved['guidance_id']}")
    assert (shown["kind"], shown["movement_code"], shown["issuing_body"]) == (
        "integration",
        movement,
        "ubnd-tinh",
    )
    found = public.get(
        f"{BASE}/integration-activities", unit=AREA, year=2017, movement_code=movement, limit=500
    )
    [own] = [each for each in found["items"] if each["plan_id"] == plan_id]
    assert own["content_codes"] == ["ND1", "ND2", "ND4"]
    assert board(duty, 2017)["evidence"]


@pytest.mark.duty("III.1.5-a")
def test_culture_and_the_front_raise_the_quality_of_the_cultural_movement(
    agency: Agency, board: Board
) -> None:
    order = plan("PT-VH", "quality")
    refused = agency("ca-tinh").refused(f"{BASE}/integration-plans", order)
    assert refused["errors"][0]["rule"] == "quality-of-culture"
    plan_id = agency("so-vhttdl").post(f"{BASE}/integration-plans", order)["plan_id"]
    path = f"{BASE}/integration-plans/{plan_id}/approve"
    assert agency("ubnd-tinh").refused(path, approval())["rule"] == "decided-by:front-standing"
    agreed = agency("btt-mttq-tinh").post(path, approval())
    shown = agency("so-vhttdl").get(f"{BASE}/guidance/{agreed['guidance_id']}")
    assert (shown["issuing_body"], shown["coordinating_bodies"]) == ("so-vhttdl", ["btt-mttq-tinh"])
    assert board("III.1.5-a", 2017)["evidence"]


@pytest.mark.duty("III.2a-a")
def test_who_has_not_read_is_known_until_the_document_is_replaced(
    agency: Agency, public: Client, board: Board
) -> None:
    issuer, commune = agency("btt-mttq-tinh"), agency("ub-mttq-xa", COMMUNE)
    first = document("guidance", content=POINTS, audience_levels=["H", "X"])
    old = issuer.post(f"{BASE}/guidance", first)["guidance_id"]
    commune.post(f"{BASE}/guidance/{old}/acknowledge", {"occurred_on": "2017-07-20"})
    path = f"{BASE}/guidance/{old}/readers"
    assert issuer.get(path, as_of=DAY)["read"] == 0
    waiting = issuer.get(path, as_of="2017-07-31", read="false", limit=500)
    assert (waiting["addressed"], waiting["read"], len(waiting["items"])) == (189, 1, 188)
    new = issuer.post(f"{BASE}/guidance", document("guidance", replaces_id=old))["guidance_id"]
    shown = public.get(f"{BASE}/guidance/{old}")
    assert (shown["state"], shown["replaced_by_id"]) == ("replaced", new)
    late = agency("ub-mttq-xa", "05431").refused(f"{BASE}/guidance/{old}/acknowledge", {"occurred_on": DAY})
    assert late["rule"] == "guidance:acknowledge"
    body = {"occurred_on": DAY, "decision_no": number("QĐ"), "reason": "Hết phù hợp (giả lập)"}
    assert agency("hlhpn-tinh").refused(f"{BASE}/guidance/{new}/withdraw", body)["rule"] == "issuer-only"
    assert issuer.post(f"{BASE}/guidance/{new}/withdraw", body)["state"] == "withdrawn"
    assert board("III.2a-a", 2017)["evidence"]
