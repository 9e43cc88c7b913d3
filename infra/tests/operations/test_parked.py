import json
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from chungtay.cli import app
from support.paper_gateway import PaperGateway, refusal

BEGAN = "2017-10-17T01:00:00Z"
TYPE = "campaigns.campaign_launched.v1"
CAUSE = "ValidationError: code missing"
Json = dict[str, Any]


def run(*words: str) -> Result:
    return CliRunner(env={"COLUMNS": "200"}).invoke(app, ["parked", *words])


def group(count: int, first: int, held: int = 0) -> Json:
    return {
        "type": TYPE,
        "cause": CAUSE,
        "count": count,
        "first_seq": first,
        "oldest_received_at": BEGAN,
        "held": held,
    }


def event(seq: int, cause: str = CAUSE) -> Json:
    return {
        "seq": seq,
        "event_id": f"evt_{seq}",
        "source": "/campaigns",
        "type": TYPE,
        "key": "/campaigns/cmp_1",
        "state": "parked",
        "attempts": 1,
        "cause": cause,
        "received_at": BEGAN,
        "applied_at": None,
        "next_attempt_at": None,
    }


def details(seq: int) -> Json:
    act = {"at": BEGAN, "by": "usr_synthetic", "outcome": "retried", "reason": "it was mended"}
    return {**event(seq), "envelope": {"data": {"code": "CĐ-GL"}}, "bytes": 388, "acts": [act]}


def state(seq: int, now: str, outcome: str) -> Json:
    return {"seq": seq, "event_id": f"evt_{seq}", "state": now, "outcome": outcome, "by": "u", "reason": "r"}


@pytest.fixture(autouse=True)
def parked(paper: PaperGateway) -> None:
    paper.answers = {
        "/v1/funds/parked": {"items": [group(2, 12, held=3)], "next_cursor": None},
        "/v1/reporting/parked": {"items": [], "next_cursor": None},
        "/v1/funds/parked/12": details(12),
        "/v1/funds/parked/12/retry": state(12, "received", "retried"),
        "/v1/funds/parked/14/retry": state(14, "received", "retried"),
        "/v1/funds/parked/12/discard": state(12, "discarded", "discarded"),
    }


def test_the_list_asks_every_owner_and_groups_by_cause(paper: PaperGateway) -> None:
    result = run("list")
    assert result.exit_code == 0, result.output
    assert paper.paths == ["/v1/funds/parked", "/v1/reporting/parked"]
    row = next(line for line in result.stdout.splitlines() if line.startswith("funds"))
    assert row.split()[-3:] == ["12", "2", "3"]
    assert CAUSE in row
    assert "2017-10-17 08:00:00" in row, "as clocks in Vietnam show it"


def test_the_list_of_one_service_as_json(paper: PaperGateway) -> None:
    [found] = json.loads(run("list", "funds", "--json").stdout)
    assert (found["service"], found["agency"], found["cause"]["count"]) == ("funds", "ban-vd-quy-tinh", 2)
    assert paper.paths == ["/v1/funds/parked"]


def test_nothing_parked(paper: PaperGateway) -> None:
    assert run("list", "reporting").stdout == "nothing is parked\n"
    assert json.loads(run("list", "reporting", "--json").stdout) == []
    assert paper.paths == ["/v1/reporting/parked"] * 2


def test_a_service_that_is_down_does_not_hide_the_others(paper: PaperGateway) -> None:
    paper.answers["/v1/reporting/parked"] = refusal(503, "The service does not answer")
    result = run("list", "--json")
    assert result.exit_code == 1
    assert [each["service"] for each in json.loads(result.stdout)] == ["funds"]
    assert result.stderr == "chungtay: reporting: The service does not answer\n"


def test_an_unknown_service_is_named_with_the_known_ones() -> None:
    result = run("list", "finance")
    assert result.exit_code == 1
    assert "no service finance; the gateway knows funds, reporting" in result.stderr


def test_show_tells_the_state_the_cause_the_content_and_past_acts() -> None:
    text = run("show", "funds", "12").stdout
    for part in ("funds of ban-vd-quy-tinh", "parked", CAUSE, "CĐ-GL", "by usr_synthetic: it was mended"):
        assert part in text
    assert json.loads(run("show", "funds", "12", "--json").stdout)["acts"][0]["reason"] == "it was mended"


@pytest.mark.parametrize("verb", ["retry", "discard"])
def test_an_act_without_a_reason_is_not_done(paper: PaperGateway, verb: str) -> None:
    assert run(verb, "funds", "12").exit_code == 2
    assert paper.asked == []


def test_an_act_is_sent_to_the_owner_with_its_reason_and_a_key(paper: PaperGateway) -> None:
    result = run("discard", "funds", "12", "--reason", "không phải sự kiện")
    assert result.exit_code == 0, result.output
    [request] = paper.asked
    assert (request.method, request.url.path) == ("POST", "/v1/funds/parked/12/discard")
    assert json.loads(request.content) == {"reason": "không phải sự kiện"}
    assert request.headers["Idempotency-Key"].startswith("key_")
    assert "discarded" in result.stdout


def test_alike_takes_every_event_with_that_cause_from_all_pages(paper: PaperGateway) -> None:
    paper.answers["/v1/funds/inbox"] = [
        {"items": [event(12), event(13, cause="OperationalError: ")], "next_cursor": "13"},
        {"items": [event(14)], "next_cursor": None},
    ]
    done = json.loads(run("retry", "funds", "12", "--alike", "--reason", "mended", "--json").stdout)
    assert [each["seq"] for each in done] == [12, 14]
    acts = [each.url.path for each in paper.asked if each.method == "POST"]
    assert acts == ["/v1/funds/parked/12/retry", "/v1/funds/parked/14/retry"]
    cursors = [each.url.params.get("cursor") for each in paper.asked if each.url.path == "/v1/funds/inbox"]
    assert cursors == [None, "13"]


def test_a_refused_event_does_not_stop_the_others(paper: PaperGateway) -> None:
    paper.answers["/v1/funds/parked/13/retry"] = refusal(409, "event 13 is in state done")
    result = run("retry", "funds", "12", "13", "14", "--reason", "mended", "--json")
    assert result.exit_code == 1
    assert [each["seq"] for each in json.loads(result.stdout)] == [12, 14]
    assert result.stderr == "chungtay: funds: event 13 is in state done\n"


def test_a_refusal_names_the_fields(paper: PaperGateway) -> None:
    errors = [{"field": "reason", "rule": "string_too_short", "message": "at least 5 characters"}]
    paper.answers["/v1/funds/parked/12/retry"] = refusal(422, "The input is not valid.", errors=errors)
    assert "not valid. reason: at least 5 characters" in run("retry", "funds", "12", "--reason", "no").stderr


def test_a_token_of_ones_own_is_used_instead_of_demo_accounts(
    paper: PaperGateway, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHUNGTAY_TOKEN", "ban-vd-quy-tinh")
    result = run("list", "--json")
    assert [each["service"] for each in json.loads(result.stdout)] == ["funds"]
    assert "reporting: Only the agency that owns the service" in result.stderr
    assert {request.headers["Authorization"] for request in paper.asked} == {"Bearer ban-vd-quy-tinh"}


def test_who_lacks_the_role_is_told_where_to_give_a_token(paper: PaperGateway) -> None:
    paper.answers["/v1/funds/parked"] = refusal(403, "Only an operator", rule="role:operator")
    assert "give a token with that role in CHUNGTAY_TOKEN" in run("list", "funds").stderr
