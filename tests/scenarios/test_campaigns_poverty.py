"""A commune's poverty review, from the list to the approval, by the bodies that carry it out."""

from support.callers import Agency, Client, Json

BASE = "/v1/campaigns"
COMMUNE, AREA, YEAR = "05494", "05494-K001", 2018


def test_a_review_changes_the_status_of_households(agency: Agency, public: Client) -> None:
    committee, front = agency("ubnd-xa", COMMUNE), agency("ban-ctmt", AREA)
    district, province = agency("ubnd-huyen", "164"), agency("ubnd-tinh")
    areas = [{"area_code": AREA, "area_type": "rural", "households": 120}]
    body = {"occurred_on": "2018-09-03", "unit_code": COMMUNE, "year": YEAR, "areas": areas}
    assert front.refused(f"{BASE}/poverty-reviews", body)["type"].endswith("not-allowed")
    path = f"{BASE}/poverty-reviews/{committee.post(f'{BASE}/poverty-reviews', body)['review_id']}"

    def step(by: Client, act: str, on: str, **more: object) -> Json:
        return by.post(f"{path}/{act}", {"occurred_on": on, **more})

    screened = step(committee, "screen", "2018-09-10", area_code=AREA, list_numbers=[4, 7, 9])["households"]
    step(committee, "close-screening", "2018-09-15")
    points = (90, 140, 300)
    scores = [
        {"household_ref": each["household_ref"], "b1_points": b1, "deprivations": ["water_source"]}
        for each, b1 in zip(screened, points, strict=True)
    ]
    step(committee, "score", "2018-10-01", scores=scores)
    step(committee, "close-scoring", "2018-10-02")
    meeting = {"area_code": AREA, "attended": 60, "agreed": 55, "minutes_ref": "02/BB"}
    step(committee, "meetings", "2018-10-10", **meeting)
    step(front, f"meetings/{AREA}/witness", "2018-10-11")
    due = step(committee, "post", "2018-10-12")["due"]
    assert (due["rule"], due["due_on"]) == ("poor.public_posting", "2018-10-23")
    step(committee, "close-complaints", "2018-10-23", received=1, upheld=0)
    step(district, "check", "2018-11-05", doc_number="30/UBND")
    step(committee, "decide", "2018-11-12", decision_no="31/QĐ-UBND")
    approved = step(province, "approve", "2018-12-20", decision_no="165/QĐ-UBND")
    assert (approved["households"], approved["poor"], approved["near_poor"]) == (120, 1, 1)

    rates = public.get(f"{BASE}/poverty-rates", unit_code=COMMUNE, as_of="2018-12-31")
    assert rates["poor_share"] == {"numerator": 1, "denominator": 120}
    shown = front.get(f"{BASE}/poverty-statuses", area_code=AREA, as_of="2018-12-31")["items"]
    assert {each["status"] for each in shown} == {"poor", "near_poor"}
