"""Exemplars through the gateway: nominated by an area, and commended at its festival."""

from uuid import uuid4

import pytest

from support.callers import Agency, Board, Client, Json, number

COMMUNE = "05485"  # a rural commune
BASE = "/v1/campaigns"


def some_area() -> str:
    """Return a residential area that hardly any earlier run of the suite has used."""
    return f"{COMMUNE}-K{uuid4().int % 900 + 100}"


@pytest.mark.duty("II.5b-e", "III.2a-g")
def test_an_area_commends_an_exemplar_at_the_festival_under_the_criteria_issued(
    agency: Agency, public: Client, board: Board
) -> None:
    area = some_area()
    standing, group, commune = (
        agency("btt-mttq-tinh"),
        agency("ban-ctmt", area),
        agency("ub-mttq-xa", COMMUNE),
    )
    version = criteria_in_force(standing, public)
    name = f"Nguyễn Văn Giả Lập {uuid4().hex[:8]}"
    nomination = nomination_of(area, name, version)
    lacking = {**nomination, "criteria_met": nomination["criteria_met"][:1]}
    assert group.refused(f"{BASE}/exemplars", lacking)["errors"][0]["field"] == "criteria_met"
    made = group.post(f"{BASE}/exemplars", nomination)
    assert made["criteria_version"] == version["version"]
    path = f"{BASE}/exemplars/{made['exemplar_id']}"

    review = {"occurred_on": "2021-10-15", "level": "X", "minutes_ref": number("BB-BX")}
    assert commune.refused(f"{path}/review", review)["type"].endswith("nomination-incomplete")
    for body in ("truong-xom", "chi-hoi"):
        agency(body, area).post(f"{path}/second", {"occurred_on": "2021-10-05"})
    assert commune.post(f"{path}/review", review)["state"] == "reviewed"
    decision = {"occurred_on": "2021-11-01", "decision_no": number("QĐ-MTTQ"), "form": "praise"}
    assert standing.refused(f"{path}/decide", decision)["rule"] == "front-standing-of-level"
    assert commune.post(f"{path}/decide", decision)["state"] == "decided"
    festival = {"occasion": "festival_18_11", "occasion_ref": number("BB-NH")}
    assert group.refused(f"{path}/award", {"occurred_on": "2021-12-01", **festival})["errors"]
    assert group.post(f"{path}/award", {"occurred_on": "2021-11-18", **festival})["state"] == "awarded"

    day = "2021-11-18"
    shown, facts = group.get(path, as_of=day), group.get(f"{path}/facts", as_of=day)
    assert name not in f"{shown}{facts}"
    assert group.get(f"{path}/subject", as_of=day)["name"] == name
    counts = public.get(f"{BASE}/exemplar-counts", unit_code=area, year=2021, as_of="2021-11-18")["counts"]
    assert ("ND1", "awarded") in {(each["content_code"], each["state"]) for each in counts}
    assert board("II.5b-e", 2021)["evidence"]
    assert board("III.2a-g", 2021)["evidence"]


def nomination_of(area: str, name: str, version: Json) -> Json:
    """Nominate a synthetic person who meets every criterion of a version, with two co-nominators."""
    criteria = [each for each in version["criteria"] if each["content_code"] in {None, "ND1"}]
    return {
        "occurred_on": "2021-10-04",
        "area_code": area,
        "subject_kind": "person",
        "name": name,
        "content_code": "ND1",
        "achievement": "Giúp ba hộ trong xóm thoát nghèo",
        "criteria_met": [{"criterion_no": each["no"], "evidence_ref": number("BB")} for each in criteria],
        "co_nominating_bodies": [f"truong-xom/{area}", f"chi-hoi/{area}"],
    }


def criteria_in_force(standing: Client, public: Client) -> Json:
    """Let the standing board issue criteria from 2018 on, unless an earlier run of the suite did."""
    path = f"{BASE}/commendation-criteria"
    if not public.get(path)["items"]:
        document = standing.post(
            f"{BASE}/guidance",
            {
                "occurred_on": "2018-01-05",
                "kind": "criteria",
                "doc_number": number("HD-MTTQ-BTT"),
                "title": "Hướng dẫn tiêu chí bình xét thi đua, khen thưởng (giả lập)",
                "audience_levels": ["H", "X", "K"],
                "effective_on": "2018-01-10",
            },
        )
        criteria = [
            {"no": 1, "text_vi": "Gương mẫu chấp hành pháp luật"},
            {"no": 2, "content_code": "ND1", "text_vi": "Giúp hộ khác thoát nghèo"},
            {"no": 3, "content_code": "ND3", "text_vi": "Giữ gìn môi trường"},
        ]
        body = {"occurred_on": "2018-01-10", "guidance_id": document["guidance_id"], "criteria": criteria}
        standing.post(path, body)
    return public.get(f"{path}/in-force", as_of="2021-10-04")
