"""The critique service carries out II.4b and drafts of Part III.1 through the gateway. All is synthetic."""

import threading
import time
from uuid import uuid4

import pytest

from support.callers import Agency, Board, Client, Json

RECEIVED, DECIDED, SESSION, ISSUED = "2017-07-03", "2017-07-04", "2017-07-20", "2017-07-21"
COMMUNE, YEAR = "05467", 2017
LIMIT_SECONDS, PAUSE_SECONDS = 20.0, 0.1


def unique(prefix: str) -> str:
    """Return a number that no earlier run of the suite has used."""
    return f"{prefix}-{uuid4().hex[:12].upper()}"


def conditions(*kinds: str) -> list[Json]:
    """Return conditions of a dossier with what shows them."""
    return [{"kind": kind, "evidence": f"Tờ trình giả lập, mục {kind}"} for kind in kinds]


def draft(**more: object) -> Json:
    """Return the registration of a draft with a complete dossier."""
    return {
        "occurred_on": RECEIVED,
        "kind": "criteria",
        "title": "Tiêu chí đạt chuẩn đô thị văn minh (giả lập)",
        "unit_code": "19",
        "conditions": conditions("documents", "time", "people", "money"),
        **more,
    }


def decision(chair: str, **more: object) -> Json:
    """Return the decision to hold a conference of critique."""
    return {
        "occurred_on": DECIDED,
        "track": "critique",
        "form": "conference",
        "chair_body": chair,
        "reason": "content",
        "note": "Nội dung liên quan trực tiếp đến đời sống nhân dân",
        "session_on": SESSION,
        **more,
    }


def opinion(*heads: str) -> Json:
    """Return an opinion document with an item under each of the heads."""
    item = {
        "remark": "Dự thảo cần thiết",
        "evaluation": "Cơ bản khả thi",
        "position": "agree_with_changes",
        "recommendation": "Bổ sung lộ trình thực hiện",
    }
    items = [{**item, "head": head} for head in heads]
    return {"occurred_on": ISSUED, "doc_number": unique("PB"), "items": items}


def text(**more: object) -> Json:
    """Return the promulgation of a draft's text."""
    return {"occurred_on": "2017-11-01", "doc_number": unique("QD"), "effective_on": "2019-01-01", **more}


def registered(by: Client, **more: object) -> str:
    """Register a draft and return its address."""
    return f"/v1/critique/drafts/{by.post('/v1/critique/drafts', draft(**more))['draft_id']}"


@pytest.mark.duty("II.4b-a", "II.4b-b")
def test_a_draft_is_critiqued_and_every_item_is_answered(
    agency: Agency, public: Client, board: Board
) -> None:
    drafter, front = agency("so-xd"), agency("btt-mttq-tinh")
    path = registered(drafter)
    assert front.post(f"{path}/decide-form", decision("btt-mttq-tinh"))["state"] == "form_decided"
    issued = front.post(f"{path}/issue-opinion", opinion("necessity", "impact"))
    document = f"/v1/critique/opinions/{issued['critique_id']}"
    assert issued["answer_due"]["rule"] == "crit.answer_due"
    answers: list[Json] = [
        {"item_no": 1, "outcome": "accepted"},
        {"item_no": 2, "outcome": "rejected", "explanation": "Vượt thẩm quyền của tỉnh"},
    ]
    body = {"occurred_on": "2017-07-28", "doc_number": unique("CV"), "answers": answers}
    assert drafter.refused(f"{document}/answer", {**body, "answers": answers[:1]})["errors"]
    assert front.refused(f"{document}/answer", body)["rule"] == "side:state"
    answered = drafter.post(f"{document}/answer", body)
    assert drafter.wrong_step(f"{document}/answer", body) == "opinion:answer"
    assert (answered["accepted"], answered["rejected"], answered["on_time"]) == (1, 1, True)
    shown = public.get(document)
    assert [item["outcome"] for item in shown["items"]] == ["accepted", "rejected"]
    assert board("II.4b-a", YEAR)["evidence"]
    assert board("II.4b-b", YEAR)["evidence"]


@pytest.mark.duty("II.4b-a")
def test_the_front_drafts_nothing_and_the_drafter_critiques_nothing(agency: Agency) -> None:
    drafter, front = agency("so-xd"), agency("btt-mttq-tinh")
    assert front.refused("/v1/critique/drafts", draft())["rule"] == "side:state"
    path = registered(drafter)
    assert drafter.refused(f"{path}/decide-form", decision("so-xd"))["rule"] == "side:front"
    commune = agency("ub-mttq-xa", COMMUNE)
    refusal = commune.refused(f"{path}/decide-form", decision(f"ub-mttq-xa/{COMMUNE}"))
    assert refusal["rule"] == "same-level"


@pytest.mark.duty("II.4b-a")
def test_a_dossier_is_returned_completed_and_then_critiqued(agency: Agency) -> None:
    drafter, front = agency("so-xd"), agency("btt-mttq-tinh")
    path = registered(drafter, conditions=conditions("documents", "time", "people"))
    refusal = front.refused(f"{path}/decide-form", decision("btt-mttq-tinh"))
    assert refusal["type"].endswith("dossier-incomplete")
    lacking = {"occurred_on": DECIDED, "lacking": ["money"], "reason": "Chưa bố trí kinh phí (giả lập)"}
    assert front.post(f"{path}/return", lacking)["state"] == "returned"
    provided = {"occurred_on": DECIDED, "conditions": conditions("money")}
    assert drafter.post(f"{path}/complete-dossier", provided)["dossier_complete"]
    assert front.post(f"{path}/decide-form", decision("btt-mttq-tinh"))["state"] == "form_decided"


@pytest.mark.duty("II.4b-b")
def test_an_organisation_that_the_front_asks_chairs(agency: Agency) -> None:
    front, organisation = agency("btt-mttq-tinh"), agency("hlhpn-tinh")
    path = registered(agency("so-xd"))
    front.post(f"{path}/decide-form", decision("hlhpn-tinh"))
    assert front.refused(f"{path}/issue-opinion", opinion("impact"))["rule"] == "chair-only"
    assert organisation.post(f"{path}/issue-opinion", opinion("impact"))["critique_id"]


@pytest.mark.duty("II.4b-a", "II.4b-b")
def test_a_commune_meets_its_own_front(agency: Agency, public: Client) -> None:
    drafter, front = agency("ubnd-xa", COMMUNE), agency("ub-mttq-xa", COMMUNE)
    title = unique("Kế hoạch của xã (giả lập)")
    path = registered(drafter, unit_code=COMMUNE, kind="plan", title=title)
    comment = decision(
        f"ub-mttq-xa/{COMMUNE}", track="comment", form="written", reason="scope", session_on=None
    )
    neighbour = agency("ub-mttq-xa", "05431")
    assert neighbour.wrong_body(f"{path}/decide-form", comment) == "same-level"
    front.post(f"{path}/decide-form", comment)
    assert front.wrong_step(f"{path}/decide-form", comment) == "draft:decide_form"
    found = public.get("/v1/critique/drafts", unit=COMMUNE, year=YEAR, limit=500)["items"]
    [row] = [each for each in found if each["title"] == title]
    assert (row["state"], row["track"], row["level"]) == ("form_decided", "comment", "X")


@pytest.mark.parametrize(
    ("code", "kind", "duty"),
    [
        pytest.param(code, kind, duty, marks=pytest.mark.duty(duty), id=duty)
        for code, kind, duty in [
            ("vp-dp-ntm", "mechanism", "III.1.3-f"),
            ("so-xd", "criteria", "III.1.4-a"),
            ("so-xd", "policy", "III.1.4-c"),
            ("so-xd", "policy", "III.1.4-d"),
            ("so-xd", "policy", "III.1.4-e"),
            ("so-xd", "plan", "III.1.4-f"),
            ("so-vhttdl", "criteria", "III.1.5-b"),
            ("so-tnmt", "plan", "III.1.7-b"),
        ]
    ],
)
def test_each_body_submits_the_drafts_that_the_programme_asks_of_it(
    agency: Agency, public: Client, code: str, kind: str, duty: str
) -> None:
    drafter = agency(code)
    path = registered(drafter, kind=kind, duty_id=duty)
    another = agency("so-tp").refused("/v1/critique/drafts", draft(kind=kind, duty_id=duty))
    assert another["errors"][0]["rule"] == "asked-of-the-drafter"
    assert agency("so-tp").wrong_body(f"{path}/promulgate", text()) == "drafter-only"
    assert drafter.wrong_step(f"{path}/promulgate", text()) == "draft:promulgate"
    wait_until_begun(public, duty, code)


@pytest.mark.duty("III.1.5-c")
def test_culture_drafts_the_criteria_of_towns_together_with_construction(
    agency: Agency, public: Client
) -> None:
    drafter, culture = agency("so-xd"), agency("so-vhttdl")
    towns: Json = {"duty_id": "III.1.4-a", "co_drafting_bodies": ["so-vhttdl"]}
    path = registered(drafter, **towns)
    alone = culture.refused("/v1/critique/drafts", draft(duty_id="III.1.4-a"))
    assert alone["errors"][0]["rule"] == "asked-of-the-drafter"
    assert culture.wrong_body(f"{path}/promulgate", text()) == "drafter-only"
    assert drafter.wrong_step(f"{path}/promulgate", text()) == "draft:promulgate"
    wait_until_begun(public, "III.1.5-c", "so-vhttdl")


@pytest.mark.duty("III.1.4-a")
def test_promulgated_criteria_apply_in_campaigns_from_their_date(agency: Agency, public: Client) -> None:
    drafter, front = agency("so-xd"), agency("btt-mttq-tinh")
    path = registered(drafter, duty_id="III.1.4-a")
    front.post(f"{path}/decide-form", decision("btt-mttq-tinh"))
    number = unique("QD")
    criterion = {"no": 1, "name_vi": "Quy hoạch (giả lập)", "name_en": "Planning (synthetic)"}
    criteria = text(doc_number=number, criteria={"standard": "DTVM", "criteria": [criterion]})
    assert front.refused(f"{path}/promulgate", criteria)["rule"] == "side:state"
    assert drafter.wrong_step(f"{path}/promulgate", criteria) == "draft:promulgate"
    front.post(f"{path}/issue-opinion", opinion("impact"))
    drafter.post(f"{path}/promulgate", criteria)
    sets = "/v1/campaigns/criteria-sets"
    end, pause = time.monotonic() + LIMIT_SECONDS, threading.Event()
    while number not in {each["version"] for each in public.get(sets, standard="DTVM")["versions"]}:
        assert time.monotonic() < end, f"{number} did not reach campaigns"
        pause.wait(PAUSE_SECONDS)
    before = public.get(f"{sets}/in-force", standard="DTVM", as_of="2018-12-31")
    after = public.get(f"{sets}/in-force", standard="DTVM", as_of="2019-01-01")
    assert (before["criteria_known"], after["version"]) == (False, number)


def wait_until_begun(public: Client, duty: str, body: str) -> None:
    """Wait for the first evidence of a duty in which a body had a part. Raises AssertionError."""
    end, pause = time.monotonic() + LIMIT_SECONDS, threading.Event()
    while not public.get(f"/v1/reporting/duties/{duty}", year=YEAR, duty_body=body)["evidence"]:
        assert time.monotonic() < end, f"{body} has not begun {duty} within {LIMIT_SECONDS} s"
        pause.wait(PAUSE_SECONDS)
