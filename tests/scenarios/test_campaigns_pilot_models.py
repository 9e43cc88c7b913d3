"""Models through the gateway: built, supported, carried on, and shown."""

from uuid import uuid4

import pytest

from support.callers import Agency, Board, Client, Json, number

COMMUNE, NEXT_COMMUNE = "05485", "05488"  # rural communes
BASE = "/v1/campaigns"


def some_area(commune: str = COMMUNE) -> str:
    """Return a residential area that hardly any earlier run of the suite has used."""
    return f"{commune}-K{uuid4().int % 900 + 100}"


def proposal(model_type: str, kind: str, unit: str, **more: object) -> Json:
    return {
        "occurred_on": "2017-07-03",
        "type": model_type,
        "subject_kind": kind,
        "unit_code": unit,
        "name_vi": "Giảm nghèo bền vững nhờ chè an toàn (giả lập)",
        "summary": "Các hộ cùng trồng chè theo quy trình an toàn, chung một đầu mối tiêu thụ",
        **more,
    }


EVALUATION: Json = {
    "occurred_on": "2018-06-01",
    "effective": True,
    "result": "Mười hai hộ thoát nghèo",
    "cost_vnd": 350_000_000,
    "households_benefiting": 40,
    "indicators": [{"name_vi": "Hộ nghèo", "measure_unit": "hộ", "before": 20, "after": 8}],
}


def piloting(chair: Client, body: Json, joining: dict[str, Client] | None = None) -> str:
    """Propose a model, let the invited bodies join, begin the trial, and return its id."""
    bodies = joining or {}
    made = chair.post(f"{BASE}/models", {**body, "invited_bodies": list(bodies)})
    model = f"{BASE}/models/{made['model_id']}"
    for each in bodies.values():
        assert each.post(f"{model}/join", {"occurred_on": "2017-07-05"})["state"] == "joined"
    assert chair.post(f"{model}/pilot", {"occurred_on": "2017-07-10"})["state"] == "piloting"
    return str(made["model_id"])


def recognised(agency: Agency, model_id: str, chair: Client) -> Json:
    """Evaluate a model and let the standing board of the province recognise it."""
    assert chair.post(f"{BASE}/models/{model_id}/evaluate", EVALUATION)["state"] == "evaluated"
    decision = {"occurred_on": "2018-07-02", "decision_no": number("QĐ-MTTQ")}
    return agency("btt-mttq-tinh").post(f"{BASE}/models/{model_id}/recognise", decision)


def household(agency: Agency, area: str) -> str:
    """Register a synthetic household of an area in a campaign and return its reference."""
    campaign = agency("btt-mttq-tinh").post(
        f"{BASE}/campaigns",
        {
            "occurred_on": "2017-06-20",
            "code": f"MH-{uuid4().hex[:12].upper()}",
            "name_vi": "Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh (giả lập)",
            "unit_code": "19",
            "start_on": "2017-06-20",
            "end_on": "2022-06-16",
        },
    )
    done = agency("ban-ctmt", area).post(
        f"{BASE}/registrations",
        {
            "occurred_on": "2017-06-25",
            "area_code": area,
            "campaign_id": campaign["campaign_id"],
            "year": 2017,
            "households": [{"list_number": uuid4().int % 900_000_000, "content_codes": ["ND1"]}],
        },
    )
    return str(done["registrations"][0]["household_ref"])


@pytest.mark.duty("II.3a-b")
def test_member_organisations_build_models_of_poverty_reduction_for_each_subject(
    agency: Agency, public: Client, board: Board
) -> None:
    farmers, women, area = agency("hnd-tinh"), agency("hlhpn-tinh"), some_area()
    state = agency("so-ldtbxh").refused(f"{BASE}/models", proposal("GN-BV", "kdc", area))
    assert state["rule"] == "side:front"
    ref = household(agency, area)
    piloting(women, proposal("GN-VK", "household", area, subject_ref=ref))
    for kind, unit in (("kdc", area), ("commune", COMMUNE), ("ward", "05467"), ("township", "05536")):
        model_id = piloting(farmers, proposal("GN-BV", kind, unit))
        path = f"{BASE}/models/{model_id}"
        decision = {"occurred_on": "2018-07-02", "decision_no": number("QĐ-MTTQ")}
        early = agency("btt-mttq-tinh").refused(f"{path}/recognise", decision)
        assert early["rule"] == "pilot_model:recognise"
        done = recognised(agency, model_id, farmers)
        assert done["state"] == "recognised"
        frozen = farmers.get(f"{path}/facts")
        assert (frozen["intact"], frozen["digest"]) == (True, done["facts_digest"])
    steps = farmers.get(f"{BASE}/history/{model_id}")["items"]
    assert [each["step"] for each in steps] == ["propose", "pilot", "evaluate", "recognise"]
    counts = public.get(f"{BASE}/model-counts", unit_code="05536", as_of="2018-07-02")["counts"]
    assert sum(each["models"] for each in counts if each["state"] == "recognised") >= 1
    assert board("II.3a-b", 2017)["evidence"]
    assert board("II.3a-b", 2018)["evidence"]


@pytest.mark.duty("II.3b-a", "III.1.1-b")
def test_departments_support_models_against_poverty_and_carry_them_on(agency: Agency, board: Board) -> None:
    farmers, department, area = agency("hnd-tinh"), agency("so-ldtbxh"), some_area()
    other = some_area(NEXT_COMMUNE)
    model_id = piloting(farmers, proposal("GN-BV", "kdc", area), {"so-ldtbxh": department})
    path = f"{BASE}/models/{model_id}"
    money = {"occurred_on": "2017-08-01", "kind": "money", "amount_vnd": 80_000_000}
    department.post(f"{path}/supports", money)
    assert board("III.1.1-b", 2017)["evidence"]
    goods = {"kind": "goods", "item": "Phân bón hữu cơ", "quantity": "1250.5", "measure_unit": "kg"}
    department.post(f"{path}/supports", {"occurred_on": "2017-08-02", **goods})
    recognised(agency, model_id, farmers)

    new_model = piloting(farmers, proposal("GN-BV", "kdc", other))
    edge: Json = {
        "occurred_on": "2018-09-03",
        "to_unit": other,
        "to_model_id": new_model,
        "lead_body": "hnd-tinh",
        "adaptation": "Thay giống chè trung du bằng chè lai",
    }
    carried = agency("so-nnptnt").post(f"{path}/replications", edge)
    commune = {**edge, "lead_body": f"ub-mttq-xa/{NEXT_COMMUNE}"}
    del commune["to_model_id"]
    agency("ubnd-xa", NEXT_COMMUNE).post(f"{path}/replications", commune)
    replication_id = carried["replication_id"]
    department.post(
        f"{path}/supports", {**money, "occurred_on": "2018-09-10", "replication_id": replication_id}
    )
    farmers.post(
        f"{BASE}/model-replications/{replication_id}/close",
        {"occurred_on": "2019-03-01", "succeeded": True},
    )
    recognised(agency, new_model, farmers)
    back = {**edge, "to_unit": area, "to_model_id": model_id}
    circle = farmers.refused(f"{BASE}/models/{new_model}/replications", back)
    assert circle["type"].endswith("replication-cycle")

    graph = farmers.get(f"{path}/descendants", as_of="2019-03-01")
    assert {(each["model_id"], each["depth"]) for each in graph["descendants"]} == {(new_model, 1), (None, 1)}
    [first] = [each for each in graph["replications"] if each["replication_id"] == replication_id]
    assert (first["result"], first["support_vnd"]) == ("succeeded", 80_000_000)
    assert farmers.get(path)["support_vnd"] == 160_000_000
    assert board("II.3b-a", 2018)["evidence"]


@pytest.mark.duty("III.1.2-a")
def test_rural_development_builds_models_of_the_new_countryside_with_the_front(
    agency: Agency, board: Board
) -> None:
    chair, department, area = agency("hnd-tinh"), agency("so-nnptnt"), some_area()
    subjects = {
        "household": (area, household(agency, area)),
        "cooperative_group": (COMMUNE, number("THT").replace("/", "-")),
        "cooperative": (COMMUNE, number("HTX").replace("/", "-")),
        "kdc": (area, None),
        "commune": (COMMUNE, None),
    }
    for kind, (unit, ref) in subjects.items():
        body = proposal("NTM", kind, unit, subject_ref=ref)
        model_id = piloting(chair, body, {"so-nnptnt": department})
        shown = department.get(f"{BASE}/models/{model_id}", as_of="2017-07-10")
        assert (shown["subject_kind"], shown["members"][0]["state"]) == (kind, "joined")
    path, day = f"{BASE}/models/{model_id}", {"occurred_on": "2017-07-10"}
    assert agency("so-xd").wrong_body(f"{path}/join", day) == "invited-only"
    assert department.wrong_step(f"{path}/join", day) == "model_member:join"
    carried = {"occurred_on": "2017-07-20", "to_unit": NEXT_COMMUNE, "lead_body": "hnd-tinh"}
    unproven = {**carried, "adaptation": "Chưa được công nhận (giả lập)"}
    assert department.wrong_step(f"{path}/replications", unproven) == "pilot_model:replicate"
    assert board("III.1.2-a", 2017)["evidence"]


@pytest.mark.duty("II.3b-b")
def test_departments_and_units_show_good_practice_to_the_province(
    agency: Agency, public: Client, board: Board
) -> None:
    mark = uuid4().hex[:10]
    sheet: Json = {
        "occurred_on": "2017-09-04",
        "unit_code": COMMUNE,
        "name_vi": f"Ngân hàng bò luân chuyển {mark}",
        "problem": "Hộ nghèo thiếu vốn sản xuất",
        "method": "Giao bò sinh sản, chuyển bê cái cho hộ kế tiếp",
        "cost_vnd": 15_000_000,
        "result": "Ba mươi hộ có bò",
        "contact_body": f"hnd-xa/{COMMUNE}",
    }
    made = agency("so-nnptnt").post(f"{BASE}/practices", sheet)
    agency("ubnd-xa", COMMUNE).post(f"{BASE}/practices", sheet)
    refused = agency("ubnd-xa", NEXT_COMMUNE).refused(f"{BASE}/practices", sheet)
    assert refused["rule"] == "own-unit-or-below:unit_code"
    person = agency("so-nnptnt").refused(f"{BASE}/practices", {**sheet, "contact_body": "ong-nam"})
    assert person["errors"][0]["field"] == "contact_body"
    found = public.get(f"{BASE}/practices", text=f"ngan hang bo {mark}", unit="19")["items"]
    assert len(found) == 2
    hits = agency("ub-mttq-xa", NEXT_COMMUNE).get(f"{BASE}/model-search", text=f"NGÂN HÀNG BÒ {mark}")
    assert made["practice_id"] in {each["id"] for each in hits["items"]}
    assert board("II.3b-b", 2017)["evidence"]
