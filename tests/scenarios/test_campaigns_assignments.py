"""Assignments from the consultation to the accepted result, and handed down to the area groups."""

from uuid import uuid4

import pytest

from support.callers import Agency, Board, Client, Json

BASE = "/v1/campaigns"
DAY, DUE, LATE = "2017-07-10", "2017-12-31", "2018-01-15"
DISTRICT, COMMUNE, AREA = "164", "05467", "05467-K001"


def number(prefix: str) -> str:
    """Return a number that no earlier run of the suite has used."""
    return f"{prefix}-{uuid4().hex[:12].upper()}"


@pytest.fixture
def chair(agency: Agency) -> Client:
    return agency("btt-mttq-tinh")


@pytest.fixture
def consultation_id(chair: Client) -> str:
    """Launch a synthetic campaign, consult three unions about it, and conclude with minutes."""
    launch = {
        "occurred_on": "2017-06-20",
        "code": number("HT"),
        "name_vi": "Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh (giả lập)",
        "unit_code": "19",
        "start_on": "2017-06-20",
        "end_on": "2022-06-16",
    }
    held = chair.post(
        f"{BASE}/consultations",
        {
            "occurred_on": DAY,
            "campaign_id": chair.post(f"{BASE}/campaigns", launch)["campaign_id"],
            "topics": ["Phân công năm nội dung", "Phân công xây dựng mô hình"],
            "participant_bodies": ["hlhpn-tinh", "hnd-tinh", "hccb-tinh"],
        },
    )
    path = f"{BASE}/consultations/{held['consultation_id']}/conclude"
    chair.post(path, {"occurred_on": DAY, "minutes_ref": number("BB")})
    return str(held["consultation_id"])


def agreed(chair: Client, member: Client, consultation_id: str, **more: object) -> str:
    """Propose an assignment to the women's union, which agrees, and return its id."""
    body = {
        "occurred_on": DAY,
        "consultation_id": consultation_id,
        "assignee_body": "hlhpn-tinh",
        "kind": "content",
        "content_code": "ND1",
        "duty_id": "II.1a-c",
        "unit_code": "19",
        "due_on": DUE,
        **more,
    }
    proposed = chair.post(f"{BASE}/assignments", body)
    assert proposed["state"] == "consulted"
    assignment_id = str(proposed["assignment_id"])
    member.post(step(assignment_id, "agree"), {"occurred_on": DAY})
    return assignment_id


def step(assignment_id: str, name: str) -> str:
    return f"{BASE}/assignments/{assignment_id}/{name}"


def counts(node: Json) -> dict[str, int]:
    return {each["stage"]: each["count"] for each in node["by_stage"]}


@pytest.mark.duty("II.1a-a", "III.2a-b")
def test_what_was_agreed_is_carried_out_and_accepted(
    agency: Agency, board: Board, chair: Client, consultation_id: str
) -> None:
    member = agency("hlhpn-tinh")
    assignment_id = agreed(chair, member, consultation_id)
    early = chair.refused(step(assignment_id, "accept"), {"occurred_on": DAY})
    assert early["rule"] == "assignment:accept"
    told = {"occurred_on": "2017-09-30", "summary": "Đã tuyên truyền 60 xã", "achieved": 60, "planned": 180}
    assert member.post(step(assignment_id, "progress"), told)["state"] == "in_progress"
    done = {"occurred_on": "2017-12-20", "result": "Cả 180 xã", "achieved": 180, "planned": 180}
    member.post(step(assignment_id, "complete"), done)
    back = {"occurred_on": "2017-12-22", "reason": "Thiếu số liệu của huyện Võ Nhai (giả lập)"}
    assert chair.post(step(assignment_id, "return"), back)["state"] == "returned"
    member.post(step(assignment_id, "progress"), {**told, "occurred_on": "2017-12-27"})
    member.post(step(assignment_id, "complete"), {**done, "occurred_on": "2017-12-29"})
    assert member.refused(step(assignment_id, "accept"), {"occurred_on": LATE})["rule"] == "proposer-only"
    assert chair.post(step(assignment_id, "accept"), {"occurred_on": LATE})["state"] == "done"
    states = [each["state"] for each in chair.get(f"{BASE}/history/{assignment_id}")["items"]]
    once = ["in_progress", "completed"]
    assert states == ["proposed", "consulted", "agreed", *once, "returned", *once, "done"]
    reports = chair.get(step(assignment_id, "progress"))["items"]
    assert [each["final"] for each in reports] == [False, True, False, True]
    assert board("II.1a-a", 2017)["evidence"]
    assert board("III.2a-b", 2017)["evidence"]


@pytest.mark.duty("II.3a-a")
def test_a_model_that_is_late_goes_to_another_union_which_agrees_again(
    agency: Agency, board: Board, chair: Client, consultation_id: str
) -> None:
    old = agreed(
        chair, agency("hlhpn-tinh"), consultation_id, kind="model", content_code=None, duty_id="II.3a-b"
    )
    shown = chair.get(f"{BASE}/assignments/{old}", as_of=LATE)
    assert (shown["stage"], shown["days_late"], shown["step"]) == ("overdue_unbegun", 15, "agreed")
    found = chair.get(f"{BASE}/assignments", overdue_as_of=LATE, assignee_body="hlhpn-tinh", limit=500)
    assert old in [each["assignment_id"] for each in found["items"]]
    body = {"occurred_on": LATE, "assignee_body": "hnd-tinh", "due_on": "2018-06-30", "reason": "Quá hạn"}
    new = chair.post(step(old, "reassign"), body)
    assert (new["state"], new["replaces_id"]) == ("consulted", old)
    agree = step(new["assignment_id"], "agree")
    assert agency("hlhpn-tinh").refused(agree, {"occurred_on": LATE})["rule"] == "assignee-only"
    assert agency("hnd-tinh").post(agree, {"occurred_on": LATE})["state"] == "agreed"
    assert agency("hnd-tinh").wrong_step(agree, {"occurred_on": LATE}) == "assignment:agree"
    assert chair.get(f"{BASE}/assignments/{old}")["replaced_by_id"] == new["assignment_id"]
    assert board("II.3a-a", 2018)["evidence"]


@pytest.mark.duty("III.2b-a")
def test_a_union_hands_its_share_down_and_every_branch_agrees_for_itself(
    agency: Agency, board: Board, chair: Client, consultation_id: str
) -> None:
    union, district = agency("hlhpn-tinh"), agency("hlhpn-huyen", DISTRICT)
    whole = agreed(chair, union, consultation_id)
    order = {"occurred_on": DAY, "assignee_agency": "hlhpn-huyen", "minutes_ref": number("BB-HN")}
    assert chair.refused(step(whole, "cascade"), order)["rule"] == "assignee-only"
    shares = {
        each["assignee_body"]: each["assignment_id"]
        for each in union.post(step(whole, "cascade"), order)["shares"]
    }
    assert len(shares) == 9
    share = shares[f"hlhpn-huyen/{DISTRICT}"]
    assert union.refused(step(share, "agree"), {"occurred_on": DAY})["rule"] == "assignee-only"
    district.post(step(share, "agree"), {"occurred_on": DAY})
    below = district.post(step(share, "cascade"), {**order, "assignee_agency": "hlhpn-xa"})["shares"]
    [own] = [each["assignment_id"] for each in below if each["assignee_body"] == f"hlhpn-xa/{COMMUNE}"]
    commune = agency("hlhpn-xa", COMMUNE)
    commune.post(step(own, "agree"), {"occurred_on": DAY})
    areas = {**order, "assignee_agency": "ban-ctmt", "unit_codes": [AREA]}
    [group] = commune.post(step(own, "cascade"), areas)["shares"]
    agency("ban-ctmt", AREA).post(step(group["assignment_id"], "agree"), {"occurred_on": DAY})
    tree = chair.get(step(whole, "tree"), as_of=DAY, depth=2)["root"]
    total = 1 + 9 + len(below) + 1
    assert (tree["total"], counts(tree)) == (total, {"agreed": 4, "consulted": total - 4})
    assert counts(chair.get(step(whole, "tree"), as_of=LATE)["root"])["overdue_unbegun"] == 4
    assert board("III.2b-a", 2017)["evidence"]


@pytest.mark.duty("III.2b-a")
def test_one_act_proposes_to_all_communes_of_the_province(
    agency: Agency, board: Board, chair: Client, consultation_id: str
) -> None:
    union = agency("hnd-tinh")
    whole = agreed(chair, union, consultation_id, assignee_body="hnd-tinh")
    order = {"occurred_on": DAY, "assignee_agency": "hnd-xa", "due_on": "2017-11-30"}
    made = union.post(step(whole, "cascade"), order)
    assert (made["state"], len(made["shares"])) == ("proposed", 180)
    [share] = [
        each["assignment_id"] for each in made["shares"] if each["assignee_body"] == f"hnd-xa/{COMMUNE}"
    ]
    commune = agency("hnd-xa", COMMUNE)
    waiting = commune.refused(step(share, "agree"), {"occurred_on": DAY})
    assert waiting["rule"] == "assignment:agree"
    union.post(step(share, "consult"), {"occurred_on": DAY, "minutes_ref": number("BB")})
    commune.post(step(share, "agree"), {"occurred_on": DAY})
    tree = chair.get(step(whole, "tree"), as_of=DAY, depth=0)["root"]
    assert counts(tree) == {"agreed": 2, "proposed": 179}
    assert board("III.2b-a", 2017)["evidence"]
