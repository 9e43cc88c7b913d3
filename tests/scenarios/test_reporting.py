"""The programme and its duty board as the agencies use them. All persons and figures are synthetic."""

import threading
import time
from typing import Any
from uuid import uuid4

import pytest

from support.callers import Agency, Board, Json

LIMIT_SECONDS = 20.0
PAUSE_SECONDS = 0.1
YEAR = 2017
SIGNED = "2017-06-16"
PARTIES = {"ubnd-tinh", "ub-mttq-tinh"}


@pytest.fixture
def state(agency: Agency) -> Any:
    return agency("ubnd-tinh")


@pytest.fixture
def front(agency: Agency) -> Any:
    return agency("ub-mttq-tinh")


def proposal(**changes: object) -> Json:
    body = {
        "number": f"75/CTrPH/UBND-UBMTTQ-{uuid4().hex[:8].upper()}",
        "title": "Thực hiện giảm nghèo bền vững, xây dựng nông thôn mới, đô thị văn minh",
        "basis": "Nghị quyết liên tịch số 88/NQLT/CP-ĐCTUBTWMTTQVN ngày 07/10/2016",
        "signatory_bodies": sorted(PARTIES),
        "occurred_on": SIGNED,
    }
    return {**body, **changes}


def propose(by: Any) -> str:
    """Propose a programme and return its address."""
    return f"/v1/reporting/programmes/{by.post('/v1/reporting/programmes', proposal())['programme_id']}"


def refused(client: Any, path: str, body: Json) -> str:
    """Return the slug of the refusal."""
    return str(client.refused(path, body)["type"]).rpartition("/")[2]


def wait_until_begun(public: Any, duty: str, body: str) -> None:
    """Wait for the first evidence of a duty in which a body had a part."""
    end, pause = time.monotonic() + LIMIT_SECONDS, threading.Event()
    while not public.get(f"/v1/reporting/duties/{duty}", year=YEAR, duty_body=body)["evidence"]:
        assert time.monotonic() < end, f"{body} has not begun {duty} within {LIMIT_SECONDS} s"
        pause.wait(PAUSE_SECONDS)


@pytest.mark.duty("0-a")
def test_the_programme_is_in_force_when_both_parties_have_signed(
    state: Any, front: Any, public: Any, board: Board
) -> None:
    address, signing = propose(front), {"occurred_on": SIGNED}
    assert front.post(f"{address}/sign", signing)["state"] == "proposed"
    assert public.get(address)["in_force_from"] is None
    assert refused(front, f"{address}/sign", signing) == "signed-already"
    assert state.post(f"{address}/sign", signing)["state"] == "in_force"
    seen = public.get(address)
    assert (seen["state"], seen["in_force_from"]) == ("in_force", SIGNED)
    assert {each["signing_body"] for each in seen["signatures"]} == PARTIES
    row = board("0-a", YEAR)
    assert {each["agency"] for each in row["responsible"]} >= PARTIES
    assert "reporting.programme_in_force.v1" in {
        each["type"] for each in public.get("/v1/reporting/duties/0-a", year=YEAR)["evidence_list"]
    }


@pytest.mark.duty("0-a")
def test_each_party_declares_its_own_part(state: Any, front: Any, public: Any, board: Board) -> None:
    address, done = propose(state), {"year": YEAR, "occurred_on": "2017-12-20"}
    for party in (state, front):
        party.post(f"{address}/sign", {"occurred_on": SIGNED})
    board("0-a", YEAR)
    for party in (state, front):
        assert party.post("/v1/reporting/duties/0-a/mark-done", done)["state"] == "done"
        assert refused(party, "/v1/reporting/duties/0-a/mark-done", done) == "wrong-step"
    [row] = public.get("/v1/reporting/duties", duty_id="0-a", year=YEAR)["items"]
    assert (row["status"], row["years"][0]["done"]) == ("done", 2)


@pytest.mark.duty("0-a")
def test_either_party_may_refuse_and_says_why_to_the_other_alone(state: Any, front: Any, public: Any) -> None:
    address, reason = propose(front), "Chưa thống nhất về kinh phí"
    state.post(f"{address}/refuse", {"reason": reason, "occurred_on": "2017-06-17"})
    assert refused(front, f"{address}/sign", {"occurred_on": "2017-06-18"}) == "wrong-step"
    assert front.get(f"{address}/refusal")["reason"] == reason
    seen = public.get(address)
    assert seen["state"] == "refused"
    assert reason not in str(seen)


@pytest.mark.duty("0-a", "I.2-a")
@pytest.mark.parametrize("code", ["btt-mttq-tinh", "so-ldtbxh", "ban-vd-quy-tinh"])
def test_nobody_else_proposes_or_signs(agency: Agency, front: Any, public: Any, code: str) -> None:
    address = propose(front)
    for client, status in ((agency(code), 403), (public, 401)):
        for path, body in (
            ("/v1/reporting/programmes", proposal()),
            (f"{address}/sign", {"occurred_on": SIGNED}),
        ):
            assert client.refused(path, body)["status"] == status


@pytest.mark.duty("I.1-a")
def test_the_parties_are_of_one_level(front: Any) -> None:
    wrong = proposal(signatory_bodies=["ub-mttq-tinh", "ubnd-xa"])
    problem = front.refused("/v1/reporting/programmes", wrong)
    assert [(each["field"], each["rule"]) for each in problem["errors"]] == [
        ("signatory_bodies", "one-of-each-side")
    ]


@pytest.mark.duty("II.2a-a", "II.2b-a")
def test_evidence_of_another_service_begins_a_duty_and_its_body_declares_it(
    agency: Agency, front: Any, public: Any
) -> None:
    opened = {
        "fund_kind": "for_the_poor",
        "unit_code": "19",
        "name": "Tháng cao điểm vì người nghèo 2017 (giả lập, bảng nhiệm vụ)",
        "start_on": "2017-10-17",
        "end_on": "2017-11-18",
        "target_vnd": 1_000_000_000,
        "coordinating_bodies": ["so-ldtbxh"],
        "occurred_on": "2017-10-17",
    }
    address, done = "/v1/reporting/duties/II.2b-a/mark-done", {"year": YEAR, "occurred_on": "2017-12-20"}
    agency("ban-vd-quy-tinh").post("/v1/funds/drives", opened)
    wait_until_begun(public, "II.2a-a", "ub-mttq-tinh")
    wait_until_begun(public, "II.2b-a", "so-ldtbxh")
    mine = public.get("/v1/reporting/duties", duty_body="ub-mttq-tinh", duty_id="II.2a-a", year=YEAR)["items"]
    assert [row["status"] for row in mine] == ["in_progress"]
    assert refused(front, address, done) == "not-allowed"
    assert refused(agency("so-ldtbxh"), address, {"year": 2016, "occurred_on": "2017-12-20"}) == "no-evidence"
    public.refused(address, done)
    assert agency("so-ldtbxh").post(address, done)["state"] == "done"
    standings = public.get("/v1/reporting/duties/II.2b-a/standings", year=YEAR, status="done", limit=500)
    assert "so-ldtbxh" in {each["duty_body"] for each in standings["items"]}


def test_anyone_sees_all_items_of_the_programme(public: Any) -> None:
    rows = public.get("/v1/reporting/duties", year=YEAR)["items"]
    assert len({row["id"] for row in rows}) == 115
    assert all(row["text_vi"] and row["text_en"] for row in rows)
