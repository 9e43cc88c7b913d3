"""The Fund for the Poor as its agencies act in it. All persons and figures are synthetic."""

import threading
import time
from typing import Any
from uuid import uuid4

import pytest

from support.callers import Agency, Board, Json

LIMIT_SECONDS = 20.0
PAUSE_SECONDS = 0.1
YEAR = 2017
PEAK = {"start_on": "2017-10-17", "end_on": "2017-11-18"}


@pytest.fixture
def fund_board(agency: Agency) -> Any:
    return agency("ban-vd-quy-tinh")


def drive(**changes: object) -> Json:
    body = {
        "fund_kind": "for_the_poor",
        "unit_code": "19",
        "name": "Tháng cao điểm vì người nghèo 2017 (giả lập)",
        "target_vnd": 5_000_000_000,
        "occurred_on": "2017-10-17",
        **PEAK,
    }
    return {**body, **changes}


def donation(opened: Json, **changes: object) -> Json:
    body = {
        "drive_id": opened["drive_id"],
        "donor_kind": "enterprise",
        "kind": "bank",
        "amount_vnd": 50_000_000,
        "occurred_on": "2017-10-20",
    }
    return {**body, **changes}


def pledge(opened: Json, **changes: object) -> Json:
    body = {
        "drive_id": opened["drive_id"],
        "donor_kind": "enterprise",
        "donor_name": "Công ty Giả lập A",
        "amount_vnd": 80_000_000,
        "due_on": "2017-12-31",
        "occurred_on": "2017-10-18",
    }
    return {**body, **changes}


def post_when_heard(client: Any, path: str, body: Json) -> Json:
    """Repeat while the campaign's launch is still on its way."""
    end, pause = time.monotonic() + LIMIT_SECONDS, threading.Event()
    while True:
        try:
            return dict(client.post(path, body))
        except AssertionError as refused:
            if "known-campaign" not in str(refused) or time.monotonic() > end:
                raise
        pause.wait(PAUSE_SECONDS)


@pytest.mark.duty("II.2a-a")
def test_a_board_raises_money_and_the_public_sees_every_dong(
    agency: Agency, fund_board: Any, public: Any, board: Board
) -> None:
    opened = fund_board.post("/v1/funds/drives", drive())
    state = agency("so-ldtbxh")
    assert state.wrong_body("/v1/funds/pledges", pledge(opened)) == "function:fund-board"
    commune = agency("ban-vd-quy-xa", "05467")
    assert commune.wrong_body("/v1/funds/pledges", pledge(opened)) == "own-fund"
    promised = fund_board.post("/v1/funds/pledges", pledge(opened))
    paid = fund_board.post(
        "/v1/funds/donations", donation(opened, pledge_id=promised["pledge_id"], amount_vnd=30_000_000)
    )
    fund_board.post(
        "/v1/funds/donations",
        donation(opened, donor_kind="household", donor_name="Hộ Giả lập B", kind="cash", amount_vnd=30_000),
    )
    seen = public.get(f"/v1/funds/drives/{opened['drive_id']}")
    assert (paid["pledge"]["state"], paid["pledge"]["outstanding_vnd"]) == ("partly_received", 50_000_000)
    assert (seen["pledged_vnd"], seen["outstanding_vnd"]) == (80_000_000, 50_000_000)
    assert (seen["received_vnd"], seen["donations"]) == (30_030_000, 2)
    assert "Giả lập B" not in str(seen)
    board("II.2a-a", YEAR)
    fund_board.post(f"/v1/funds/drives/{opened['drive_id']}/close", {"occurred_on": "2017-11-18"})
    late = pledge(opened, occurred_on="2017-11-19")
    assert fund_board.wrong_step("/v1/funds/pledges", late) == "drive:register_pledge"


@pytest.mark.duty("II.2b-a", "III.1.1-c")
def test_agencies_of_the_same_level_coordinate_a_drive(agency: Agency, fund_board: Any, board: Board) -> None:
    wanted = drive(coordinating_bodies=["so-ldtbxh"])
    opened = fund_board.post("/v1/funds/drives", wanted)
    assert opened["state"] == "open"
    again = {"reason": "Còn hộ chưa được hỗ trợ (giả lập)", "occurred_on": "2017-10-20"}
    path = f"/v1/funds/drives/{opened['drive_id']}/reopen"
    assert agency("so-ldtbxh").wrong_body("/v1/funds/drives", wanted) == "function:fund-board"
    assert agency("so-ldtbxh").wrong_body(path, again) == "function:fund-board"
    assert fund_board.wrong_step(path, again) == "drive:reopen"
    board("II.2b-a", YEAR)
    board("III.1.1-c", YEAR)


@pytest.mark.duty("I.1-a")
def test_coordination_stays_on_one_level(fund_board: Any) -> None:
    problem = fund_board.refused("/v1/funds/drives", drive(coordinating_bodies=["ubnd-xa"]))
    assert [(error["field"], error["rule"]) for error in problem["errors"]] == [
        ("coordinating_bodies", "same-level")
    ]


@pytest.mark.duty("II.2a-a", "I.2-a")
@pytest.mark.parametrize("code", ["ubnd-tinh", "so-ldtbxh", "btt-mttq-tinh"])
def test_nobody_but_the_board_opens_a_drive(agency: Agency, public: Any, code: str) -> None:
    assert agency(code).refused("/v1/funds/drives", drive())["rule"] == "function:fund-board"
    public.refused("/v1/funds/drives", drive())


@pytest.mark.duty("II.2a-a")
def test_each_level_has_its_own_fund(agency: Agency, fund_board: Any, public: Any) -> None:
    commune = agency("ban-vd-quy-xa", "05467")
    own = commune.post("/v1/funds/drives", drive(unit_code="05467"))
    province = fund_board.post("/v1/funds/drives", drive())
    assert own["fund_id"] != province["fund_id"]
    assert (
        fund_board.refused("/v1/funds/donations", donation(own, donor_name="Giả lập"))["rule"] == "own-fund"
    )
    listed = public.get("/v1/funds/drives", unit="05467", year=YEAR, limit=500)["items"]
    assert own["drive_id"] in [each["drive_id"] for each in listed]
    assert province["drive_id"] not in [each["drive_id"] for each in listed]


@pytest.mark.duty("II.2a-a")
def test_a_drive_serves_a_campaign_that_was_launched(agency: Agency, fund_board: Any, public: Any) -> None:
    launched = agency("btt-mttq-tinh").post(
        "/v1/campaigns/campaigns",
        {
            "code": f"TDDK-{uuid4().hex[:8].upper()}",
            "name_vi": "Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh",
            "unit_code": "19",
            "start_on": "2017-06-16",
            "end_on": "2022-06-16",
            "movement_codes": ["PT-VNN"],
            "occurred_on": "2017-06-16",
        },
    )
    campaign_id = launched["campaign_id"]
    opened = post_when_heard(fund_board, "/v1/funds/drives", drive(campaign_id=campaign_id))
    unknown = fund_board.refused("/v1/funds/drives", drive(campaign_id="cmp_0190f3c2"))
    assert unknown["errors"][0]["rule"] == "known-campaign"
    listed = public.get("/v1/funds/drives", campaign_id=campaign_id)["items"]
    assert [each["drive_id"] for each in listed] == [opened["drive_id"]]


@pytest.mark.duty("II.2a-a")
def test_a_wrong_receipt_is_taken_back_and_never_deleted(fund_board: Any, public: Any) -> None:
    opened = fund_board.post("/v1/funds/drives", drive(name="Đợt kiểm tra hủy phiếu (giả lập)"))
    wrong = fund_board.post("/v1/funds/donations", donation(opened, donor_name="Công ty Giả lập C"))
    address = f"/v1/funds/donations/{wrong['donation_id']}"
    reversal = {"reason": "wrong_amount", "note": "Ghi nhầm", "occurred_on": "2017-10-21"}
    taken = fund_board.post(f"{address}/reverse", reversal)
    sheet = fund_board.get(f"/v1/funds/funds/{opened['fund_id']}/trial-balance")
    assert (taken["state"], taken["receipt_no"]) == ("reversed", wrong["receipt_no"])
    assert fund_board.get(address)["receipt_no"] == wrong["receipt_no"]
    assert public.get(f"/v1/funds/drives/{opened['drive_id']}")["received_vnd"] == 0
    assert sheet["debit_vnd"] == sheet["credit_vnd"] > 0
    assert fund_board.refused(f"{address}/reverse", reversal)["type"].endswith("/wrong-step")
