"""Refilling, republishing and accepting, from the command line."""

import json

from typer.testing import CliRunner, Result

from chungtay.cli import app
from support.paper_gateway import PaperGateway

STANDING = {"service": "funds", "complete_to": 7, "proved_at": None, "lacking": None, "taken_back": 0}
WHY = "restored from last night's backup"


def run(*words: str) -> Result:
    return CliRunner(env={"COLUMNS": "200"}).invoke(app, list(words))


def test_refill_begins_with_a_day_in_vietnam(paper: PaperGateway) -> None:
    paper.answers["/v1/funds/journal/refill"] = STANDING
    result = run("events", "refill", "funds", "--reason", WHY, "--since", "2026-11-24")
    assert result.exit_code == 0, result.stderr
    assert "complete to" in result.stdout
    asked = json.loads(paper.asked[0].content)
    assert (asked["since"], asked["reason"]) == ("2026-11-24T00:00:00+07:00", WHY)


def test_accepting_and_republishing_ask_the_owner(paper: PaperGateway) -> None:
    paper.answers = {
        "/v1/funds/journal/accept": STANDING,
        "/v1/funds/outbox/accept": STANDING,
        "/v1/funds/outbox/republish": {"service": "funds", "events": 60, "forgotten": 2},
    }
    for words in (["events", "accept-loss"], ["outbox", "accept"], ["outbox", "republish"]):
        result = run(*words, "funds", "--reason", WHY, "--json")
        assert result.exit_code == 0, result.stderr
    assert paper.paths == list(paper.answers)
    assert json.loads(result.stdout)["events"] == 60


def test_lost_acts_are_listed(paper: PaperGateway) -> None:
    act = {"event_id": "evt_a", "type": "funds.donation_received.v1", "key": "fund_1"}
    page = {"items": [{**act, "told_at": "2026-11-25T01:00:00Z"}], "next_cursor": None}
    paper.answers["/v1/funds/outbox/taken-back"] = page
    found = run("outbox", "lost", "funds").stdout.splitlines()[-1].split()
    assert found == ["2026-11-25", "08:00:00", "evt_a", "funds.donation_received.v1", "fund_1"]
