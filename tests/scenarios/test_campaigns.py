"""The campaigns service carries out Part II.1 and III.2 of the programme, through the gateway."""

import threading
import time
from collections.abc import Callable
from uuid import uuid4

import pytest

from support.callers import Agency, Board, Client, Json

DAY = "2017-07-10"
COMMUNE, AREA = "05467", "05467-K001"
LIMIT_SECONDS, PAUSE_SECONDS = 20.0, 0.1


def unique(prefix: str) -> str:
    """Return a code that no earlier run of the suite has used."""
    return f"{prefix}-{uuid4().hex[:12].upper()}"


def campaign(unit_code: str = "19") -> Json:
    """Return the launch of a synthetic campaign."""
    return {
        "occurred_on": "2017-06-20",
        "code": unique("TDDK"),
        "name_vi": "Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh (giả lập)",
        "unit_code": unit_code,
        "start_on": "2017-06-20",
        "end_on": "2022-06-16",
        "movement_codes": ["PT-NTM", "PT-VNN"],
    }


def document(kind: str, **more: object) -> Json:
    """Return a synthetic guiding document."""
    return {
        "occurred_on": DAY,
        "kind": kind,
        "doc_number": unique("HD"),
        "title": "Văn bản hướng dẫn (giả lập)",
        "audience_levels": ["H", "X", "K"],
        "effective_on": "2017-07-15",
        **more,
    }


def consultation(campaign_id: str) -> Json:
    """Return a consultation with the women's and the farmers' unions."""
    return {
        "occurred_on": DAY,
        "campaign_id": campaign_id,
        "topics": ["Phân công thực hiện năm nội dung"],
        "participant_bodies": ["hlhpn-tinh", "hnd-tinh"],
    }


def assignment(consultation_id: str, **more: object) -> Json:
    """Return an assignment to the women's union."""
    return {
        "occurred_on": DAY,
        "consultation_id": consultation_id,
        "assignee_body": "hlhpn-tinh",
        "kind": "content",
        "content_code": "ND1",
        "duty_id": "II.1a-c",
        "unit_code": "19",
        "due_on": "2017-12-31",
        **more,
    }


@pytest.fixture
def campaign_id(agency: Agency) -> str:
    """Launch a campaign of the province and return its id."""
    launched = agency("btt-mttq-tinh").post("/v1/campaigns/campaigns", campaign())
    return str(launched["campaign_id"])


@pytest.fixture
def consultation_id(agency: Agency, campaign_id: str) -> str:
    """Consult the women's and the farmers' unions, conclude with minutes, and return the id."""
    chair = agency("btt-mttq-tinh")
    held = chair.post("/v1/campaigns/consultations", consultation(campaign_id))
    path = f"/v1/campaigns/consultations/{held['consultation_id']}/conclude"
    concluded = chair.post(path, {"occurred_on": DAY, "minutes_ref": unique("BB")})
    assert concluded["state"] == "concluded"
    return str(held["consultation_id"])


def propose(chair: Client, consultation_id: str, **more: object) -> str:
    """Propose an assignment to the women's union and return its id."""
    wanted = assignment(consultation_id, **more)
    return str(chair.post("/v1/campaigns/assignments", wanted)["assignment_id"])


@pytest.mark.duty("III.2a-a", "I.1-b")
def test_the_standing_board_launches_the_campaign(
    agency: Agency, public: Client, board: Board, campaign_id: str
) -> None:
    shown = public.get(f"/v1/campaigns/campaigns/{campaign_id}")
    assert shown["content_codes"] == ["ND1", "ND2", "ND3", "ND4", "ND5"]
    assert agency("ubnd-tinh").refused("/v1/campaigns/campaigns", campaign())["rule"] == "side:front"
    assert board("III.2a-a", 2017)["evidence"]
    assert board("I.1-b", 2017)["evidence"]


@pytest.mark.duty("II.1a-a", "III.2a-b")
def test_members_are_consulted_and_agree_to_their_share(
    agency: Agency, board: Board, consultation_id: str
) -> None:
    chair, member = agency("btt-mttq-tinh"), agency("hlhpn-tinh")
    assignment_id = propose(chair, consultation_id)
    path = f"/v1/campaigns/assignments/{assignment_id}/agree"
    assert chair.refused(path, {"occurred_on": DAY})["rule"] == "assignee-only"
    assert member.post(path, {"occurred_on": DAY})["state"] == "agreed"
    found = member.get("/v1/campaigns/assignments", assignee_body="hlhpn-tinh", state="agreed", limit=500)
    assert assignment_id in [each["assignment_id"] for each in found["items"]]
    assert board("II.1a-a", 2017)["evidence"]
    assert board("III.2a-b", 2017)["evidence"]


@pytest.mark.duty("II.3a-a")
def test_a_member_agrees_to_build_a_model(agency: Agency, board: Board, consultation_id: str) -> None:
    chair, member, day = agency("btt-mttq-tinh"), agency("hlhpn-tinh"), {"occurred_on": DAY}
    assignment_id = propose(chair, consultation_id, kind="model", content_code=None, duty_id="II.3a-b")
    path = f"/v1/campaigns/assignments/{assignment_id}/agree"
    assert chair.wrong_body(path, day) == "assignee-only"
    assert agency("so-ldtbxh").wrong_body(path, day) == "side:front"
    member.post(path, day)
    assert member.wrong_step(path, day) == "assignment:agree"
    assert board("II.3a-a", 2017)["evidence"]


@pytest.mark.duty("II.3a-a")
def test_no_model_is_assigned_without_the_minutes_of_a_consultation(agency: Agency, campaign_id: str) -> None:
    chair = agency("btt-mttq-tinh")
    held = chair.post("/v1/campaigns/consultations", consultation(campaign_id))
    wanted = assignment(held["consultation_id"], kind="model", content_code=None, duty_id="II.3a-b")
    path = "/v1/campaigns/assignments"
    assert chair.wrong_step(path, wanted) == "consultation:propose_assignment"
    assert agency("hlhpn-tinh").wrong_body(path, wanted) == "function:front-standing,front-committee"


@pytest.mark.duty("II.1a-b")
def test_a_member_organisation_guides_and_communes_confirm(
    agency: Agency, public: Client, board: Board
) -> None:
    issued = agency("hlhpn-tinh").post("/v1/campaigns/guidance", document("guidance"))
    path = f"/v1/campaigns/guidance/{issued['guidance_id']}"
    commune = agency("ub-mttq-xa", COMMUNE)
    commune.post(f"{path}/acknowledge", {"occurred_on": DAY})
    again = commune.refused(f"{path}/acknowledge", {"occurred_on": DAY})
    assert again["type"].endswith("already-acknowledged")
    assert public.get(path)["receipts"] == 1
    assert board("II.1a-b", 2017)["evidence"]


@pytest.mark.duty("II.1a-c", "II.1a-d", "II.1a-e", "II.1a-f", "II.1a-g")
def test_households_of_an_area_register(
    agency: Agency, public: Client, board: Board, campaign_id: str
) -> None:
    first = uuid4().int % 999_999_000 + 1
    body = {
        "occurred_on": DAY,
        "campaign_id": campaign_id,
        "area_code": AREA,
        "year": 2017,
        "households": [
            {"list_number": first, "content_codes": ["ND1", "ND2", "ND3"]},
            {"list_number": first + 1, "content_codes": ["ND4", "ND5"]},
        ],
    }
    before = _counted(public)
    agency("ban-ctmt", AREA).post("/v1/campaigns/registrations", body)
    again = agency("ub-mttq-xa", COMMUNE).refused("/v1/campaigns/registrations", body)
    assert again["type"].endswith("household-already-registered")
    assert _counted(public) == before + 2
    for duty in ("II.1a-c", "II.1a-d", "II.1a-e", "II.1a-f", "II.1a-g"):
        assert board(duty, 2017)["evidence"]


@pytest.mark.duty("II.2b-a")
def test_a_campaign_shows_the_drives_that_support_it(
    agency: Agency, public: Client, board: Board, campaign_id: str
) -> None:
    body = {
        "occurred_on": "2017-10-17",
        "fund_kind": "for_the_poor",
        "unit_code": "19",
        "name": "Tháng cao điểm vì người nghèo (giả lập)",
        "campaign_id": campaign_id,
        "start_on": "2017-10-17",
        "end_on": "2017-11-18",
        "coordinating_bodies": ["so-ldtbxh"],
    }
    fund_board, close = agency("ban-vd-quy-tinh"), {"occurred_on": "2017-11-18"}
    drive_id = _when_known(fund_board, body)["drive_id"]
    assert agency("so-ldtbxh").wrong_body("/v1/funds/drives", body) == "function:fund-board"
    path = f"/v1/campaigns/campaigns/{campaign_id}"
    _until(lambda: drive_id in [each["drive_id"] for each in public.get(path)["drives"]])
    assert board("II.2b-a", 2017)["evidence"]
    closing = f"/v1/funds/drives/{drive_id}/close"
    assert agency("so-ldtbxh").wrong_body(closing, close) == "function:fund-board"
    fund_board.post(closing, close)
    assert fund_board.wrong_step(closing, close) == "drive:close"
    assert fund_board.wrong_step(f"/v1/funds/drives/{drive_id}/close", close) == "drive:close"


def _counted(public: Client) -> int:
    """Return how many households of the area are registered for 2017."""
    items = public.get("/v1/campaigns/registrations", unit=AREA, year=2017)["items"]
    return sum(each["households"] for each in items)


def _when_known(board: Client, body: Json) -> Json:
    """Open a drive as soon as the funds service has heard of the campaign."""
    opened: list[Json] = []

    def try_once() -> bool:
        try:
            opened.append(board.post("/v1/funds/drives", body))
        except AssertionError as refused:
            if "campaign" not in str(refused):
                raise
        return bool(opened)

    _until(try_once)
    return opened[0]


def _until(reached: Callable[[], bool]) -> None:
    """Wait for something that an event brings about. Raises AssertionError when it does not come."""
    end, pause = time.monotonic() + LIMIT_SECONDS, threading.Event()
    while not reached():
        assert time.monotonic() < end, f"it did not come about within {LIMIT_SECONDS} s"
        pause.wait(PAUSE_SECONDS)
