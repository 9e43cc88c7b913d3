"""Due days are put off and what was closed is re-opened, through the gateway. All is synthetic."""

from uuid import uuid4

import pytest

from support.callers import Agency, Client, Json, number

COMMUNE, DAY = "05485", "2017-10-20"  # a commune that was merged since
WHY = "Chờ số liệu của xã (giả lập)"


def extend_in_time(giver: Client, others: list[Client], path: str, on: str, due: str, later: str) -> Json:
    """Put a due day off: nobody but its giver does, and never to an earlier day."""
    wanted = {"due_on": later, "reason": WHY, "occurred_on": on}
    for other in others:
        other.wrong_body(path, wanted)
    back = giver.refused(path, {**wanted, "due_on": due})
    assert [(each["field"], each["rule"]) for each in back["errors"]] == [("due_on", "later-than-before")]
    return giver.post(path, wanted)


def last_step(client: Client, service: str, subject: str) -> tuple[str, str | None]:
    """Return the last step of an object and its reason."""
    last = client.get(f"/v1/{service}/history/{subject}", as_of=DAY)["items"][-1]
    return last["step"], last.get("reason")


@pytest.fixture
def recommendation(agency: Agency) -> str:
    """Let the Front of a commune recommend something to its committee, and return the id."""
    front, committee = agency("ub-mttq-xa", COMMUNE), agency("ubnd-xa", COMMUNE)
    body = f"ubnd-xa/{COMMUNE}"
    plan = {
        "year": 2017,
        "unit_code": COMMUNE,
        "topics": [{"topic": "GS-GN-1", "form": "people_boards", "target_bodies": [body]}],
        "consulted_bodies": [body],
        "occurred_on": "2017-07-03",
    }
    plan_id = front.post("/v1/supervision/plans", plan)["plan_id"]
    path = f"/v1/supervision/plans/{plan_id}"
    committee.post(f"{path}/state-view", {"view": "agreed", "occurred_on": "2017-07-04"})
    front.post(f"{path}/agree", {"doc_number": number("KH"), "occurred_on": "2017-07-10"})
    sent = {
        "plan_id": plan_id,
        "topic": "GS-GN-1",
        "addressee_body": body,
        "doc_number": number("KN"),
        "text": "Họp xóm trước khi lập danh sách hộ nghèo (giả lập)",
        "legal_basis": ["QĐ 59/2015/QĐ-TTg"],
        "occurred_on": "2017-09-01",
    }
    return str(front.post("/v1/supervision/recommendations", sent)["recommendation_id"])


def test_the_answer_to_a_recommendation_is_put_off_and_asked_for_again(
    agency: Agency, recommendation: str
) -> None:
    front, committee = agency("ub-mttq-xa", COMMUNE), agency("ubnd-xa", COMMUNE)
    path = f"/v1/supervision/recommendations/{recommendation}"
    others = [committee, agency("ub-mttq-xa", "05467")]
    later = extend_in_time(front, others, f"{path}/extend", "2017-09-04", "2017-09-21", "2017-10-15")
    assert later["answer_due"]["due_on"] == "2017-10-15"
    assert last_step(front, "supervision", recommendation) == ("extend", WHY)
    again = {"reason": WHY, "occurred_on": DAY}
    assert front.wrong_step(f"{path}/reopen", again) == "recommendation:reopen"
    committee.post(f"{path}/acknowledge", {"occurred_on": "2017-09-05"})
    answer = {"outcome": "accepted", "doc_number": number("CV"), "occurred_on": "2017-10-15"}
    committee.post(f"{path}/answer", answer)
    shown = front.get(path, as_of=DAY)
    assert (shown["on_time"], shown["first_due_on"]) == (True, "2017-09-21")
    assert committee.wrong_body(f"{path}/reopen", again) == "side:front"
    assert front.post(f"{path}/reopen", again)["state"] == "acknowledged"
    mine = committee.get("/v1/supervision/tasks", as_of=DAY, limit=500)["items"]
    assert "answer" in [each["step"] for each in mine if each["subject_id"] == recommendation]
    assert committee.post(f"{path}/answer", {**answer, "occurred_on": "2017-10-25"})["state"] == "answered"


def test_the_answer_to_an_opinion_is_put_off_by_its_issuer(agency: Agency, public: Client) -> None:
    drafter, front = agency("so-xd"), agency("btt-mttq-tinh")
    conditions = [
        {"kind": kind, "evidence": "Tờ trình giả lập"} for kind in ("documents", "time", "people", "money")
    ]
    draft = {
        "kind": "plan",
        "title": "Kế hoạch phát triển nhà ở (giả lập)",
        "unit_code": "19",
        "conditions": conditions,
        "occurred_on": "2017-07-03",
    }
    draft_id = drafter.post("/v1/critique/drafts", draft)["draft_id"]
    form = {
        "track": "critique",
        "form": "written",
        "chair_body": "btt-mttq-tinh",
        "reason": "content",
        "note": "Liên quan đời sống nhân dân",
        "occurred_on": "2017-07-04",
    }
    front.post(f"/v1/critique/drafts/{draft_id}/decide-form", form)
    item = {
        "head": "impact",
        "remark": "Cần thiết",
        "evaluation": "Khả thi",
        "position": "agree",
        "recommendation": "Bổ sung lộ trình",
    }
    opinion = {"occurred_on": "2017-07-21", "doc_number": number("PB"), "items": [item]}
    issued = front.post(f"/v1/critique/drafts/{draft_id}/issue-opinion", opinion)
    path, due = f"/v1/critique/opinions/{issued['critique_id']}", issued["answer_due"]["due_on"]
    others = [drafter, agency("hlhpn-tinh")]
    later = extend_in_time(front, others, f"{path}/extend", "2017-08-01", due, "2017-10-15")
    assert later["answer_due"]["due_on"] == "2017-10-15"
    assert last_step(front, "critique", issued["critique_id"]) == ("extend", WHY)
    answered = {
        "doc_number": number("CV"),
        "answers": [{"item_no": 1, "outcome": "accepted"}],
        "occurred_on": "2017-10-15",
    }
    assert drafter.post(f"{path}/answer", answered)["on_time"] is True
    assert public.get(path)["first_due_on"] == due
    late = {"due_on": "2017-12-31", "reason": WHY, "occurred_on": "2017-10-16"}
    assert front.wrong_step(f"{path}/extend", late) == "opinion:extend"


def test_a_donor_is_given_more_time_by_the_board(agency: Agency) -> None:
    board = agency("ban-vd-quy-tinh")
    drive = {
        "fund_kind": "for_the_poor",
        "unit_code": "19",
        "name": "Đợt kiểm tra gia hạn cam kết (giả lập)",
        "start_on": "2017-10-17",
        "end_on": "2017-11-18",
        "occurred_on": "2017-10-17",
    }
    drive_id = board.post("/v1/funds/drives", drive)["drive_id"]
    pledge = {
        "drive_id": drive_id,
        "donor_kind": "enterprise",
        "donor_name": "Công ty Giả lập D",
        "amount_vnd": 5_000_000,
        "due_on": "2017-11-10",
        "occurred_on": "2017-10-18",
    }
    pledge_id = board.post("/v1/funds/pledges", pledge)["pledge_id"]
    path, others = f"/v1/funds/pledges/{pledge_id}/extend", [agency("so-ldtbxh")]
    later = extend_in_time(board, others, path, "2017-11-01", "2017-11-10", "2017-12-20")
    assert later["due_on"] == "2017-12-20"
    assert last_step(board, "funds", pledge_id) == ("extend", WHY)
    [row] = board.get("/v1/funds/pledges", drive_id=drive_id)["items"]
    assert (row["due_on"], row["first_due_on"]) == ("2017-12-20", "2017-11-10")
    gift = {
        "drive_id": drive_id,
        "donor_kind": "enterprise",
        "pledge_id": pledge_id,
        "kind": "bank",
        "amount_vnd": 5_000_000,
        "occurred_on": "2017-11-18",
    }
    board.post("/v1/funds/donations", gift)
    again = {"due_on": "2018-01-31", "reason": WHY, "occurred_on": "2017-11-20"}
    assert board.wrong_step(path, again) == "pledge:extend"


def test_a_consultation_is_reopened_by_its_chair(agency: Agency) -> None:
    chair = agency("btt-mttq-tinh")
    campaign = {
        "code": f"ML-{uuid4().hex[:12].upper()}",
        "name_vi": "Toàn dân đoàn kết (giả lập)",
        "unit_code": "19",
        "start_on": "2017-06-20",
        "end_on": "2022-06-16",
        "occurred_on": "2017-06-20",
    }
    held = {
        "campaign_id": chair.post("/v1/campaigns/campaigns", campaign)["campaign_id"],
        "topics": ["Phân công năm nội dung"],
        "participant_bodies": ["hlhpn-tinh"],
        "occurred_on": "2017-07-10",
    }
    consultation = chair.post("/v1/campaigns/consultations", held)["consultation_id"]
    path = f"/v1/campaigns/consultations/{consultation}"
    again = {"reason": WHY, "occurred_on": "2017-07-12"}
    assert chair.wrong_step(f"{path}/reopen", again) == "consultation:reopen"
    chair.post(f"{path}/conclude", {"minutes_ref": number("BB"), "occurred_on": "2017-07-11"})
    assert agency("ub-mttq-tinh").wrong_body(f"{path}/reopen", again) == "chair-only"
    assert agency("so-ldtbxh").wrong_body(f"{path}/reopen", again) == "side:front"
    assert chair.post(f"{path}/reopen", again)["state"] == "held"
    assert last_step(chair, "campaigns", consultation) == ("reopen", WHY)
    concluded = {"minutes_ref": number("BB"), "occurred_on": "2017-07-13"}
    assert chair.post(f"{path}/conclude", concluded)["state"] == "concluded"
