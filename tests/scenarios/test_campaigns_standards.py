"""Units on their way to a standard, through the gateway, by the agencies that the programme names."""

import pytest

from support.callers import Agency, Board, Client, Json

BASE = "/v1/campaigns"
COMMUNE, WARD, YEAR = "05488", "05464", 2018


class Way:
    """The way of one unit: each step by its body, on its day."""

    def __init__(self, agency: Agency, unit: str, standard: str, year: int) -> None:
        self.agency, self.unit, self.standard, self.year = agency, unit, standard, year
        self.committee = agency("ubnd-xa", unit)
        self.district = agency("ubnd-huyen", "164")
        body = {"standard": standard, "unit_code": unit, "year": year, "doc_number": "01/TTr-UBND"}
        made = self.committee.post(f"{BASE}/standard-candidates", {"occurred_on": "2017-07-03", **body})
        self.id, self.due = made["candidate_id"], made["due"]
        self.path = f"{BASE}/standard-candidates/{self.id}"

    def step(self, by: Client, act: str, on: str, **more: object) -> Json:
        return by.post(f"{self.path}/{act}", {"occurred_on": on, **more})

    def assess(self, by: Client, standard: str, number: int | None, on: str) -> Json:
        body = {"standard": standard, "unit_code": self.unit, "year": self.year, "passed": True}
        known = {} if number is None else {"criterion_no": number}
        evidence = {"occurred_on": on, "evidence_ref": "05/BC"}
        return by.post(f"{BASE}/criterion-assessments", {**body, **known, **evidence})

    def survey(self, on: str) -> Json:
        front, women = self.agency("btt-mttq-tinh"), self.agency("hlhpn-tinh")
        opened = self.step(front, "surveys", on, surveying_bodies=["hlhpn-tinh"])
        figures = {"households_total": 1200, "households_asked": 960, "satisfied": 930}
        path = f"{BASE}/satisfaction-surveys/{opened['survey_id']}/complete"
        return women.post(path, {"occurred_on": on, "report_no": "09/BC", **figures})


@pytest.mark.duty("III.1.3-a", "II.3a-c", "III.1.8-b", "III.1.9-b")
def test_a_commune_reaches_the_new_style_rural_standard(agency: Agency, public: Client, board: Board) -> None:
    way = Way(agency, COMMUNE, "NTM", YEAR)
    assert way.due["rule"] == "ntm.registration.answer"
    office, province, front = agency("vp-dp-ntm"), agency("ubnd-tinh"), agency("btt-mttq-tinh")
    way.step(way.district, "accept", "2017-07-05", doc_number="02/CV-UBND")
    compiled = office.post(
        f"{BASE}/ntm-lists", {"occurred_on": "2017-07-10", "year": YEAR, "candidate_ids": [way.id]}
    )
    path = f"{BASE}/ntm-lists/{compiled['list_id']}"
    office.post(f"{path}/submit", {"occurred_on": "2017-07-11", "doc_number": "03/TTr"})
    approval = {"occurred_on": "2017-07-20", "decision_no": "04/QĐ-UBND"}
    assert front.refused(f"{path}/approve", approval)["type"].endswith("not-allowed")
    assert province.post(f"{path}/approve", approval)["commune_codes"] == [COMMUNE]
    assert public.get(path)["state"] == "approved"
    assert board("III.1.3-a", 2017)["evidence"] >= 1

    for number in range(1, 20):
        way.assess(way.committee, "NTM", number, "2018-03-01")
    way.assess(agency("so-tp"), "TCPL", None, "2018-03-02")
    way.assess(agency("ca-tinh"), "NTM", 19, "2018-03-02")
    way.step(way.committee, "self-assess", "2018-03-05", report_no="06/BC")
    posted = way.step(way.committee, "post", "2018-03-06", places=["Trụ sở UBND xã (giả lập)"])
    meeting = {"attended": 120, "yes_votes": 115, "comments_received": 4, "minutes_ref": "07/BB"}
    early = way.committee.refused(f"{way.path}/meeting", {"occurred_on": "2018-03-10", **meeting})
    assert early["type"].endswith("too-early")
    assert posted["due"]["due_on"] == "2018-03-26"
    way.step(way.committee, "meeting", "2018-03-27", **meeting)
    way.step(way.district, "verify", "2018-04-02", report_no="08/BC")
    assert way.survey("2018-05-02")["candidate_state"] == "surveyed"
    panel = {"members": 11, "yes_votes": 11, "minutes_ref": "10/BB"}
    way.step(office, "appraise", "2018-06-01", **panel)
    decided = way.step(province, "recognise", "2018-06-15", decision_no="11/QĐ-UBND")
    assert decided["valid_until"]["due_on"] == "2023-06-15"
    way.step(province, "announce", "2018-07-01", held_at="Nhà văn hóa xã (giả lập)")

    held = public.get(f"{BASE}/recognitions", unit="164", standard="NTM", as_of="2018-12-31")["items"]
    assert COMMUNE in {each["unit_code"] for each in held}
    facts = front.get(f"{way.path}/facts")
    assert facts["intact"]
    for duty in ("II.3a-c", "III.1.8-b", "III.1.9-b"):
        assert board(duty, 2018)["evidence"] >= 1


@pytest.mark.duty("II.3a-d")
def test_a_ward_reaches_the_standard_of_a_civilised_town(
    agency: Agency, public: Client, board: Board
) -> None:
    way = Way(agency, WARD, "DTVM", 2017)
    way.step(way.district, "accept", "2017-07-05", doc_number="02/CV-UBND")
    way.assess(way.committee, "DTVM", None, "2019-07-01")
    done = {"occurred_on": "2018-07-01", "report_no": "06/BC"}
    assert way.committee.refused(f"{way.path}/self-assess", done)["type"].endswith("too-early")
    way.step(way.committee, "self-assess", "2019-07-08", report_no="06/BC")
    way.step(agency("ub-mttq-xa", WARD), "opinion", "2019-07-15", doc_number="07/CV-MTTQ")
    assert way.survey("2019-08-01")["candidate_state"] == "surveyed"
    assert way.step(way.committee, "submit", "2019-08-05", doc_number="08/TTr")["due"]["count"] == 5
    way.assess(agency("so-tp"), "TCPL", None, "2019-08-06")
    assert way.step(way.district, "recognise", "2019-08-09", decision_no="09/QĐ")["state"] == "recognised"
    share = public.get(f"{BASE}/recognition-shares", standard="DTVM", unit_code="164", as_of="2019-12-31")
    assert 1 <= share["numerator"] <= share["denominator"]
    assert board("II.3a-d", 2019)["evidence"] >= 1
