"""Communication through the gateway: a programme with quotas, and what the outlets bring under it."""

from uuid import uuid4

import pytest

from support.callers import Agency, Board, Client, Json

BASE = "/v1/campaigns"
YEAR = 2018
THEMES = ["Giảm nghèo bền vững", "Nông thôn mới"]


@pytest.fixture
def programme(agency: Agency) -> str:
    """Let the department of information issue a communication programme with the Front, and return its id."""
    quotas = [{"outlet_body": "dai-ptth", "minutes": 600}, {"outlet_body": "bao-tn", "articles": 120}]
    body = {
        "occurred_on": "2018-01-10",
        "kind": "media_programme",
        "doc_number": f"{uuid4().hex[:8]}/CTr-STTTT",
        "title": "Chương trình truyền thông (giả lập)",
        "audience_levels": ["T"],
        "effective_on": "2018-01-10",
        "coordinating_bodies": ["btt-mttq-tinh"],
        "content": {"kind": "media_programme", "year": YEAR, "themes": THEMES, "quotas": quotas},
    }
    return str(agency("so-tttt").post(f"{BASE}/guidance", body)["guidance_id"])


def item(programme: str, **more: object) -> Json:
    """Return an item of ten minutes on air, with other fields where they are named."""
    return {
        "occurred_on": "2018-08-01",
        "guidance_id": programme,
        "theme": THEMES[0],
        "topic": "GN",
        "format": "radio",
        "title_vi": "Chuyên mục (giả lập)",
        **more,
    }


@pytest.mark.duty("III.1.13-a")
def test_outlets_give_time_and_columns_and_their_quota_shows_it(
    agency: Agency, public: Client, board: Board, programme: str
) -> None:
    assert public.refused(f"{BASE}/media-items", item(programme))["status"] == 401
    for minutes in (10, 20):
        agency("dai-ptth").post(f"{BASE}/media-items", item(programme, minutes=minutes))
    agency("bao-tn").post(f"{BASE}/media-items", item(programme, format="print", words=800))
    shown = public.get(f"{BASE}/media-achievements/{programme}", as_of="2018-12-31")
    by_outlet = {each["outlet_body"]: each for each in shown["outlets"]}
    assert (by_outlet["dai-ptth"]["quota_minutes"], by_outlet["dai-ptth"]["minutes"]) == (600, 30)
    assert (by_outlet["bao-tn"]["quota_articles"], by_outlet["bao-tn"]["articles"]) == (120, 1)
    assert board("III.1.13-a", YEAR, 3)["evidence"] >= 3


@pytest.mark.duty("III.1.13-b")
def test_outlets_report_on_those_who_do_well(agency: Agency, board: Board, programme: str) -> None:
    farmers, standing = agency("hnd-tinh"), agency("btt-mttq-tinh")
    proposal = {
        "occurred_on": "2017-07-03",
        "type": "GN-BV",
        "subject_kind": "commune",
        "unit_code": "05485",
        "name_vi": "Xã giảm nghèo bền vững (giả lập)",
        "summary": "Các hộ cùng trồng chè theo quy trình an toàn",
    }
    model = farmers.post(f"{BASE}/models", proposal)["model_id"]
    path, paper = f"{BASE}/models/{model}", agency("bao-tn")
    article = item(programme, format="print", words=1200, model_id=model)
    refused = paper.refused(f"{BASE}/media-items", article)
    assert refused["errors"][0]["rule"] == "recognised-model"
    farmers.post(f"{path}/pilot", {"occurred_on": "2017-07-10"})
    evaluation = {
        "occurred_on": "2018-06-01",
        "effective": True,
        "result": "Mười hai hộ thoát nghèo (giả lập)",
        "cost_vnd": 350_000_000,
        "households_benefiting": 40,
        "indicators": [{"name_vi": "Hộ nghèo", "measure_unit": "hộ", "before": 20, "after": 8}],
    }
    farmers.post(f"{path}/evaluate", evaluation)
    decision = {"occurred_on": "2018-07-02", "decision_no": f"{uuid4().hex[:8]}/QĐ-MTTQ"}
    standing.post(f"{path}/recognise", decision)
    paper.post(f"{BASE}/media-items", article)
    agency("dai-ptth").post(f"{BASE}/media-items", item(programme, minutes=15, model_id=model))
    assert board("III.1.13-b", YEAR, 2)["evidence"] >= 2
