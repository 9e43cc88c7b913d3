"""Supervision as its agencies act in it. All persons and figures are synthetic."""

import threading
import time
from itertools import count
from typing import Any
from uuid import uuid4

import pytest

from support.callers import Agency, Board, Json

YEARS = count(2017)
CONSULTED = ["ubnd-tinh", "hlhpn-tinh", "vp-dp-ntm"]


def number(kind: str) -> str:
    return f"{uuid4().hex[:8]}/{kind}-MTTQ-BTT"


def propose(front: Any, year: int, topics: list[Json], consulted: list[str] = CONSULTED) -> Json:
    body = {"year": year, "unit_code": "19", "topics": topics, "consulted_bodies": consulted}
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
            {"topic": "GS-GN", "form": "delegation", "target_bodies": ["so-ldtbxh"]},
            {"topic": "GS-NTM", "form": "joined", "target_bodies": ["so-nnptnt"]},
        ],
    )
    recommended = {
        "plan_id": plan["plan_id"],
        "topic": "GS-GN",
        "addressee_body": "so-ldtbxh",
        "doc_number": number("KN"),
        "text": "Niêm yết danh sách hộ nghèo tại nhà văn hóa xóm (giả lập)",
        "legal_basis": ["QĐ 1722/QĐ-TTg"],
        "occurred_on": "2017-09-01",
    }
    agreement = {"doc_number": number("KH"), "occurred_on": "2017-09-01"}
    agree = f"/v1/supervision/plans/{plan['plan_id']}/agree"
    assert front.wrong_step("/v1/supervision/recommendations", recommended) == "plan:send_recommendation"
    assert agency("ubnd-tinh").wrong_body(agree, agreement) == "side:front"
    assert agree_with_all(agency, plan["plan_id"])["state"] == "agreed"
    assert front.wrong_step(agree, agreement) == "plan:agree"
    assert labour.wrong_body("/v1/supervision/recommendations", recommended) == "side:front"
    sent = front.post("/v1/supervision/recommendations", recommended)
    assert sent["answer_due"]["due_on"] == "2017-09-21"
    address = f"/v1/supervision/recommendations/{sent['recommendation_id']}"
    answer = {"outcome": "accepted", "doc_number": number("CV"), "occurred_on": "2017-09-15"}
    assert labour.wrong_step(f"{address}/answer", answer) == "recommendation:answer"
    labour.post(f"{address}/acknowledge", {"occurred_on": "2017-09-02"})
    assert agency("so-nnptnt").wrong_body(f"{address}/answer", answer) == "addressee-only"
    assert labour.post(f"{address}/answer", answer)["state"] == "answered"
    assert labour.wrong_step(f"{address}/answer", answer) == "recommendation:answer"
    listed = public.get("/v1/supervision/recommendations", unit="19", addressee_body="so-ldtbxh")["items"]
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
    topic = {
        "topic": "GS-NTM-1",
        "form": "joined",
        "target_bodies": ["so-nnptnt"],
        "proposing_body": "vp-dp-ntm",
    }
    plan_id = propose(front, next(YEARS), [topic])["plan_id"]
    overlap = {
        "view": "overlap",
        "overlapping": ["GS-NTM-1"],
        "remark": "Văn phòng điều phối đã có kế hoạch kiểm tra quý III",
        "occurred_on": "2017-07-04",
    }
    address = f"/v1/supervision/plans/{plan_id}"
    assert agency("so-nnptnt").wrong_body(f"{address}/state-view", overlap) == "consulted-only"
    standing = office.post(f"{address}/state-view", overlap)
    assert standing["overlapping_bodies"] == ["vp-dp-ntm"]
    resolution = {"consulted_body": "vp-dp-ntm", "note": "Lập một đoàn chung", "occurred_on": "2017-07-04"}
    agreement = {"doc_number": number("KH"), "occurred_on": "2017-07-10"}
    assert office.wrong_body(f"{address}/resolve-overlap", resolution) == "side:front"
    assert front.wrong_step(f"{address}/agree", agreement) == "plan:agree"
    front.post(f"{address}/resolve-overlap", resolution)
    others = [body for body in CONSULTED if body != "vp-dp-ntm"]
    assert agree_with_all(agency, plan_id, others)["state"] == "agreed"
    assert office.wrong_step(f"{address}/state-view", overlap) == "plan:state_view"
    assert board("III.1.3-d", 2017)["evidence"] > 0


def test_a_plan_is_not_agreed_over_the_head_of_one_who_was_asked(agency: Agency) -> None:
    front = agency("btt-mttq-tinh")
    topics = [{"topic": "GS-DT-1", "form": "joined", "target_bodies": ["so-xd"]}]
    address = f"/v1/supervision/plans/{propose(front, next(YEARS), topics)['plan_id']}"
    agreement = {"doc_number": number("KH"), "occurred_on": "2017-07-10"}
    problem = front.refused(f"{address}/agree", agreement)
    assert problem["status"] == 409
    assert "Coordination Office for New-style Rural Areas" in problem["detail"]
    assert front.get(address)["state"] == "proposed"


def test_a_commune_supervises_its_own_committee_and_hears_late_why_not(agency: Agency, public: Any) -> None:
    front, committee = agency("ub-mttq-xa", "05431"), agency("ubnd-xa", "05431")
    topics = [{"topic": "GS-GN-1", "form": "people_boards", "target_bodies": ["ubnd-xa/05431"]}]
    plan = {"year": 2017, "unit_code": "05431", "topics": topics, "consulted_bodies": ["ubnd-xa/05431"]}
    plan_id = front.post("/v1/supervision/plans", {**plan, "occurred_on": "2017-07-03"})["plan_id"]
    view = {"view": "agreed", "occurred_on": "2017-07-04"}
    committee.post(f"/v1/supervision/plans/{plan_id}/state-view", view)
    agreement = {"doc_number": number("KH"), "occurred_on": "2017-07-10"}
    front.post(f"/v1/supervision/plans/{plan_id}/agree", agreement)
    wanted = {
        "plan_id": plan_id,
        "topic": "GS-GN-1",
        "doc_number": number("KN"),
        "text": "Họp xóm trước khi lập danh sách hộ nghèo (giả lập)",
        "legal_basis": ["QĐ 59/2015/QĐ-TTg"],
        "occurred_on": "2017-09-01",
    }
    of_the_province = {**wanted, "addressee_body": "so-ldtbxh"}
    assert front.refused("/v1/supervision/recommendations", of_the_province)["status"] == 422
    own = {**wanted, "addressee_body": "ubnd-xa/05431"}
    neighbour = agency("ub-mttq-xa", "05467")
    assert neighbour.refused("/v1/supervision/recommendations", own)["status"] == 403
    sent = front.post("/v1/supervision/recommendations", own)
    address = f"/v1/supervision/recommendations/{sent['recommendation_id']}"
    late = {"outcome": "rejected", "doc_number": number("CV"), "occurred_on": "2017-09-25"}
    assert committee.refused(f"{address}/answer", {**late, "reason": "Đã họp"})["status"] == 409
    committee.post(f"{address}/acknowledge", {"occurred_on": "2017-09-02"})
    assert committee.refused(f"{address}/answer", late)["errors"][0]["field"] == "reason"
    overdue = {"unit": "19", "overdue_as_of": "2017-09-23"}
    listed = public.get("/v1/supervision/recommendations", **overdue)["items"]
    assert sent["recommendation_id"] in {each["recommendation_id"] for each in listed}
    committee.post(f"{address}/answer", {**late, "reason": "Xóm đã họp ngày 20/8"})
    whole = front.get(address, as_of="2017-09-30")
    assert (whole["on_time"], whole["reason"]) == (False, "Xóm đã họp ngày 20/8")


def test_an_issued_guidance_becomes_a_document_to_supervise(agency: Agency, public: Any) -> None:
    issued = agency("btt-mttq-tinh").post(
        "/v1/campaigns/guidance",
        {
            "kind": "guidance",
            "doc_number": number("HD"),
            "title": "Hướng dẫn giám sát (giả lập)",
            "audience_levels": ["H", "X"],
            "effective_on": "2017-07-01",
            "occurred_on": "2017-06-26",
        },
    )
    end, pause = time.monotonic() + 20, threading.Event()
    while issued["guidance_id"] not in documents(public):
        assert time.monotonic() < end, "the register has not heard of the guidance within 20 s"
        pause.wait(0.1)


def documents(public: Any) -> set[str]:
    listed = public.get("/v1/supervision/documents", unit="19", year=2017, limit=500)["items"]
    return {each["guidance_id"] for each in listed}


def test_a_supervised_body_neither_plans_nor_recommends(agency: Agency) -> None:
    body = {
        "year": 2030,
        "unit_code": "19",
        "topics": [{"topic": "GS-GN", "form": "joined", "target_bodies": ["so-tc"]}],
        "consulted_bodies": ["ubnd-tinh"],
        "occurred_on": "2017-07-03",
    }
    assert agency("so-ldtbxh").refused("/v1/supervision/plans", body)["status"] == 403
