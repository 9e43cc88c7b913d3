"""Supervision as its agencies act in it. All persons and figures are synthetic."""

from collections.abc import Callable
from itertools import count
from typing import Any
from uuid import uuid4

import pytest

Json = dict[str, Any]
Agency = Callable[..., Any]
Board = Callable[[str, int], Json]
YEARS = count(2017)
CONSULTED = ["ubnd-tinh", "hlhpn-tinh", "vp-dp-ntm"]


def number(kind: str) -> str:
    return f"{uuid4().hex[:8]}/{kind}-MTTQ-BTT"


def propose(front: Any, year: int, topics: list[Json], consulted: list[str] = CONSULTED) -> Json:
    body = {"year": year, "unit_code": "19", "topics": topics, "consulted": consulted}
    return dict(front.post("/v1/supervision/plans", {**body, "occurred_on": "2017-07-03"}))


def agree_with_all(agency: Agency, plan_id: str, consulted: list[str] = CONSULTED) -> Json:
    for body in consulted:
        agency(body).post(
            f"/v1/supervision/plans/{plan_id}/state-view", {"view": "agreed", "occurred_on": "2017-07-05"}
        )
    agreement = {"doc_number": number("KH"), "occurred_on": "2017-07-10"}
    return dict(agency("btt-mttq-tinh").post(f"/v1/supervision/plans/{plan_id}/agree", agreement))


@pytest.mark.duty("II.4a-a")
@pytest.mark.duty("II.4a-d")
@pytest.mark.duty("I.1-c")
def test_the_front_agrees_the_years_plan_and_its_recommendation_is_answered(
    agency: Agency, public: Any, board: Board
) -> None:
    front, labour = agency("btt-mttq-tinh"), agency("so-ldtbxh")
    plan = propose(
        front,
        next(YEARS),
        [
            {"topic": "GS-GN", "form": "delegation", "target_orgs": ["so-ldtbxh"]},
            {"topic": "GS-NTM", "form": "joined", "target_orgs": ["so-nnptnt"]},
        ],
    )
    assert agree_with_all(agency, plan["plan_id"])["state"] == "agreed"
    sent = front.post(
        "/v1/supervision/recommendations",
        {
            "plan_id": plan["plan_id"],
            "topic": "GS-GN",
            "addressee": "so-ldtbxh",
            "doc_number": number("KN"),
            "text": "Niêm yết danh sách hộ nghèo tại nhà văn hóa xóm (giả lập)",
            "legal_basis": ["QĐ 1722/QĐ-TTg"],
            "occurred_on": "2017-09-01",
        },
    )
    assert sent["answer_due"]["due_on"] == "2017-09-21"
    address = f"/v1/supervision/recommendations/{sent['recommendation_id']}"
    labour.post(f"{address}/acknowledge", {"occurred_on": "2017-09-02"})
    answer = {"outcome": "accepted", "doc_number": number("CV"), "occurred_on": "2017-09-15"}
    assert labour.post(f"{address}/answer", answer)["state"] == "answered"
    listed = public.get("/v1/supervision/recommendations", unit_code="19", addressee="so-ldtbxh")["items"]
    [row] = [each for each in listed if each["recommendation_id"] == sent["recommendation_id"]]
    assert row["on_time"] is True
    assert "text" not in row
    for duty in ("II.4a-a", "II.4a-d", "I.1-c"):
        assert board(duty, 2017)["evidence"] > 0


@pytest.mark.duty("III.1.3-d")
def test_the_coordination_offices_plan_is_merged_so_that_nothing_is_inspected_twice(
    agency: Agency, board: Board
) -> None:
    front, office = agency("btt-mttq-tinh"), agency("vp-dp-ntm")
    topic = {"topic": "GS-NTM-1", "form": "joined", "target_orgs": ["so-nnptnt"], "proposed_by": "vp-dp-ntm"}
    plan_id = propose(front, next(YEARS), [topic])["plan_id"]
    overlap = {
        "view": "overlap",
        "overlapping": ["GS-NTM-1"],
        "remark": "Văn phòng điều phối đã có kế hoạch kiểm tra quý III",
        "occurred_on": "2017-07-04",
    }
    standing = office.post(f"/v1/supervision/plans/{plan_id}/state-view", overlap)
    assert standing["open_overlaps"] == ["vp-dp-ntm"]
    resolution = {"body": "vp-dp-ntm", "note": "Lập một đoàn chung", "occurred_on": "2017-07-04"}
    front.post(f"/v1/supervision/plans/{plan_id}/resolve-overlap", resolution)
    others = [body for body in CONSULTED if body != "vp-dp-ntm"]
    assert agree_with_all(agency, plan_id, others)["state"] == "agreed"
    assert board("III.1.3-d", 2017)["evidence"] > 0


def test_a_supervised_body_neither_plans_nor_recommends(agency: Agency) -> None:
    body = {
        "year": 2030,
        "unit_code": "19",
        "topics": [{"topic": "GS-GN", "form": "joined", "target_orgs": ["so-tc"]}],
        "consulted": ["ubnd-tinh"],
        "occurred_on": "2017-07-03",
    }
    assert agency("so-ldtbxh").refused("/v1/supervision/plans", body)["status"] == 403
