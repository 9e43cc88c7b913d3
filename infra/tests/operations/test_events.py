import json
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from pika.exceptions import AMQPConnectionError
from typer.testing import CliRunner, Result

from chungtay.cli import app
from chungtay.operations import journal
from contracts.envelope import Envelope
from shared.bus.journal import Entry, Place
from shared.clock import system_clock
from shared.ids import new_id
from support.paper_gateway import PaperGateway

BEGAN = datetime(2017, 10, 17, 1, tzinfo=UTC)
LAUNCHED, STATUS = "campaigns.campaign_launched.v1", "reporting.duty_status_changed.v1"
Json = dict[str, Any]
Lay = Callable[..., None]


def run(*words: str) -> Result:
    return CliRunner(env={"COLUMNS": "200"}).invoke(app, ["events", *words])


def event(name: str, correlation: str = "cor_1", cause: str | None = None, kind: str = LAUNCHED) -> Envelope:
    return Envelope(
        id=name,
        source=f"/{kind.split('.', maxsplit=1)[0]}",
        type=kind,
        subject="cmp_1",
        time=BEGAN,
        dataschema="https://chungtay.invalid/x",
        data={"name_vi": "Chiến dịch giả lập"},
        partitionkey="cmp_1",
        correlationid=correlation,
        causationid=cause,
        agency="btt-mttq-tinh",
        unit="19",
        occurredon=date(2017, 10, 17),
    )


def in_inbox(seq: int, name: str, state: str = "done", cause: str | None = None) -> Json:
    return {
        "seq": seq,
        "event_id": name,
        "source": "/campaigns",
        "type": LAUNCHED,
        "key": "/campaigns/cmp_1",
        "state": state,
        "attempts": 1,
        "cause": cause,
        "received_at": BEGAN.isoformat(),
        "applied_at": (BEGAN + timedelta(milliseconds=40)).isoformat() if state == "done" else None,
        "next_attempt_at": None,
    }


@pytest.fixture
def lay(monkeypatch: pytest.MonkeyPatch) -> Lay:
    """Give the way to lay events into the journal; None stands for what is no event."""

    def lay_down(*envelopes: Envelope | None) -> None:
        def read(_url: str, *, start: Place, last: int | None, follow: bool) -> Iterator[Entry]:
            assert not follow, "a test follows nothing"
            for offset, envelope in enumerate(envelopes):
                early = isinstance(start, int) and offset < start
                if envelope and not early and (last is None or offset <= last):
                    yield Entry(offset, envelope)

        monkeypatch.setattr("shared.bus.journal.read", read)
        monkeypatch.setattr("shared.bus.journal.end", lambda _url: len(envelopes))

    return lay_down


@pytest.fixture(autouse=True)
def inboxes(paper: PaperGateway) -> None:
    paper.answers = {
        "/v1/funds/inbox": {"items": [in_inbox(7, "evt_a", "parked", "ValidationError: ")]},
        "/v1/reporting/inbox": {"items": [in_inbox(1, "evt_a")]},
    }


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["-n", "2"], ["evt_c", "evt_d"]),
        (["-n", "1", "--type", "campaigns.*"], ["evt_c"]),
        (["--type", "reporting.*"], ["evt_b", "evt_d"]),
        (["--type", "critique.*"], []),
    ],
)
def test_tail_shows_the_newest_in_order(lay: Lay, words: list[str], found: list[str]) -> None:
    lay(event("evt_a"), event("evt_b", kind=STATUS), event("evt_c"), event("evt_d", kind=STATUS), None)
    lines = run("tail", "--json", *words).stdout.splitlines()
    assert [json.loads(line)["envelope"]["id"] for line in lines] == found
    assert [
        name for name in ("evt_a", "evt_b", "evt_c", "evt_d") if name in run("tail", *words).stdout
    ] == found


def test_tail_of_an_empty_journal(lay: Lay) -> None:
    lay()
    result = run("tail")
    assert (result.exit_code, result.output) == (0, "")


def test_a_broker_that_is_away_is_told_plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*_: object) -> None:
        raise AMQPConnectionError

    monkeypatch.setattr("shared.bus.journal.end", away)
    result = run("tail")
    assert result.exit_code == 1
    assert result.stderr == "chungtay: the journal cannot be read from the broker (AMQPConnectionError)\n"


def test_trace_shows_what_caused_what_and_its_effects(lay: Lay) -> None:
    lay(event("evt_a"), event("evt_x", "cor_2"), event("evt_b", cause="evt_a", kind=STATUS))
    text = run("trace", "cor_1").stdout
    lines = text.splitlines()
    assert lines[0] == "cor_1: 2 events"
    assert "evt_x" not in text
    parent = next(line for line in lines if "evt_a" in line)
    child = next(line for line in lines if "evt_b" in line)
    assert child.index("2  2017") > parent.index("0  2017"), "it hangs below its cause"
    assert "funds: parked, number 7: ValidationError" in text
    assert "reporting: done after 40 ms, number 1" in text
    assert "reporting: not arrived" in text


def test_trace_asks_a_service_only_for_what_it_hears(lay: Lay, paper: PaperGateway) -> None:
    lay(event("evt_a"), event("evt_b", kind=STATUS))
    [first, second] = json.loads(run("trace", "cor_1", "--json").stdout)
    assert [each["service"] for each in first["effects"]] == ["funds", "reporting"]
    assert [(each["service"], each["event"]) for each in second["effects"]] == [("reporting", None)]
    asked = {each.url.path: each.url.params.get_list("event_id") for each in paper.asked}
    assert asked == {"/v1/funds/inbox": ["evt_a"], "/v1/reporting/inbox": ["evt_a", "evt_b"]}


def test_more_events_than_one_question_may_name_take_several(lay: Lay, paper: PaperGateway) -> None:
    lay(*(event(f"evt_{number}") for number in range(250)))
    assert run("trace", "cor_1", "--json").exit_code == 0
    named = [len(each.url.params.get_list("event_id")) for each in paper.asked if "funds" in each.url.path]
    assert named == [100, 100, 50]


def test_show_finds_one_event(lay: Lay) -> None:
    lay(event("evt_z"), event("evt_a"))
    text = run("show", "evt_a").stdout
    assert "Chiến dịch giả lập" in text
    assert "funds: parked" in text
    assert json.loads(run("show", "evt_a", "--json").stdout)["entry"]["offset"] == 1


def test_an_event_that_never_was(lay: Lay) -> None:
    lay(event("evt_a"))
    result = run("show", "evt_none")
    assert (result.exit_code, result.stderr) == (1, "chungtay: there is no event evt_none in the journal\n")


def test_replay_finds_the_number_and_sends_the_reason(paper: PaperGateway) -> None:
    answer = {
        "seq": 7,
        "event_id": "evt_a",
        "state": "done",
        "outcome": "already done",
        "by": "u",
        "reason": "r",
    }
    paper.answers["/v1/funds/events/7/replay"] = answer
    result = run("replay", "funds", "evt_a", "--reason", "rebuild the view", "--json")
    assert json.loads(result.stdout)[0]["outcome"] == "already done"
    assert json.loads(paper.asked[-1].content) == {"reason": "rebuild the view"}
    assert paper.paths == ["/v1/funds/inbox", "/v1/funds/events/7/replay"]


def test_what_a_service_never_received_cannot_be_replayed_there(paper: PaperGateway) -> None:
    paper.answers["/v1/funds/inbox"] = {"items": []}
    result = run("replay", "funds", "evt_q", "--reason", "rebuild the view")
    assert result.exit_code == 1
    assert "funds has not received evt_q" in result.stderr


def test_an_id_of_ours_tells_where_to_begin() -> None:
    made = journal.place_of(new_id("req"))
    assert isinstance(made, datetime)
    assert timedelta(minutes=5) <= system_clock() - made < timedelta(minutes=6)


@pytest.mark.parametrize("foreign", ["abc", "req_xyz", "req_" + "0" * 32, "1f3b"])
def test_another_id_tells_nothing(foreign: str) -> None:
    assert journal.place_of(foreign) == "first"
