"""The simulation against a gateway of paper; that its bodies are good is shown against the contracts."""

import json
import random
from collections import Counter
from collections.abc import Callable
from datetime import date
from importlib import import_module
from typing import Any

import httpx
import pytest
from typer.testing import CliRunner

from chungtay.gateway_client import REPLAYED, Away, GatewayClient
from chungtay.simulate import board as watching
from chungtay.simulate import player as playing
from chungtay.simulate.board import CONTENT_DUTIES, DUTIES, settle
from chungtay.simulate.chapters import (
    campaign,
    critique,
    funds,
    guidance,
    households,
    programme,
    reporting,
    supervision,
)
from chungtay.simulate.cli import app
from chungtay.simulate.figures import Area
from chungtay.simulate.play import Chapter, chapters, play_chapter
from chungtay.simulate.player import Player, Refused
from contracts import catalogue
from contracts.reference import duties
from support.addresses import fit

FIELDS = ("programme", "campaign", "consultation", "assignment", "guidance", "plan", "recommendation")
MORE = ("draft", "critique", "drive", "pledge", "donation", "import", "candidate", "list")
STILL_MORE = ("model", "outreach", "meeting", "review")
IDS: dict[str, Any] = {f"{each}_id": f"{each}-1" for each in (*FIELDS, *MORE, *STILL_MORE)} | {
    "state": "imported",
    "registrations": [{"registration_id": "registration-1"}],
    "households": [{"household_ref": "hh_1"}],
}


class Paper:
    """A gateway that answers everything, and keeps what it was asked."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, str, dict[str, Any]]] = []
        self.before: list[httpx.Response] = []
        self.heard = dict.fromkeys(DUTIES, 1)
        self.areas: list[dict[str, Any]] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        if request.url.path == "/v1/session":
            account = json.loads(request.content)
            return httpx.Response(200, json={"access_token": f"{account['account']}/{account['unit']}"})
        if self.before:
            return self.before.pop(0)
        if request.method == "GET":
            return httpx.Response(200, json=self.page(request.url))
        key, body = request.headers["Idempotency-Key"], json.loads(request.content)
        self.sent.append((key, request.url.path, body))
        return httpx.Response(200, json=IDS)

    def page(self, url: httpx.URL) -> dict[str, Any]:
        if url.path == "/v1/reporting/duties":
            return {"items": [{"id": duty, "evidence": count} for duty, count in self.heard.items()]}
        if url.path.startswith("/v1/campaigns/household-imports/"):
            return IDS
        first = int(url.params.get("cursor", 0))
        after = first + 1 if first + 1 < len(self.areas) else None
        return {"items": self.areas[first : first + 1], "next_cursor": after and str(after)}


@pytest.fixture
def paper() -> Paper:
    return Paper()


@pytest.fixture
def player(paper: Paper) -> Player:
    return new_player(paper)


def new_player(paper: Paper, seed: int = 75) -> Player:
    return Player(on_paper(paper), year=2017, seed=seed, patience_seconds=5)


def on_paper(answer: Callable[[httpx.Request], httpx.Response]) -> GatewayClient:
    return GatewayClient(httpx.Client(base_url="http://paper", transport=httpx.MockTransport(answer)))


def play_all(paper: Paper, seed: int = 75, wanted: int = 400) -> list[tuple[str, str, dict[str, Any]]]:
    for chapter in chapters(new_player(paper, seed), wanted):
        assert play_chapter(chapter) is None
    return paper.sent


def test_the_same_seed_plays_the_same_acts_and_another_seed_others() -> None:
    assert play_all(Paper()) == play_all(Paper())
    assert play_all(Paper(), seed=75) != play_all(Paper(), seed=76)


def test_every_act_has_a_key_of_its_own(paper: Paper) -> None:
    keys = Counter(key for key, _, _ in play_all(paper))
    repeated = [key for key, times in keys.items() if times > 1]
    assert repeated == []


def test_another_number_of_households_registers_others_and_repeats_the_rest() -> None:
    few, more = play_all(Paper(), wanted=400), play_all(Paper(), wanted=401)
    assert [act for act in few if act not in more] == [act for act in few if registers(act)]
    assert not {act[0] for act in few if registers(act)} & {act[0] for act in more}
    assert not lists(few) & lists(more)


def registers(act: tuple[str, str, dict[str, Any]]) -> bool:
    return act[1] == "/v1/campaigns/registrations"


def lists(acts: list[tuple[str, str, dict[str, Any]]]) -> set[tuple[str, int]]:
    return {
        (body["area_code"], household["list_number"])
        for _, path, body in acts
        if path == "/v1/campaigns/registrations"
        for household in body["households"]
    }


def test_every_body_fits_its_command(paper: Paper) -> None:
    declared = {name: import_module(f"{name}.service").service.commands for name in catalogue.services()}
    acts = [(path.split("/")[2], path, body) for _, path, body in play_all(paper)]
    fitting = [fit(declared[service], service, path, body) for service, path, body in acts]
    assert {type(each).__module__.split(".")[0] for each in fitting} == {service for service, _, _ in acts}


def test_persons_and_texts_are_marked_synthetic(paper: Paper) -> None:
    names = [
        value
        for _, _, body in play_all(paper)
        for field, value in body.items()
        if field in {"title", "name", "name_vi", "donor_name", "text"} and value != "KDCVH"  # a code
    ]
    assert names
    assert [name for name in names if "iả lập" not in name] == []


def test_what_a_service_does_not_answer_is_tried_again_with_the_same_key(
    paper: Paper, player: Player, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(playing.WAIT, "multiplier", 0.001)
    paper.before = [refusal(503, {"detail": "Ban vận động Quỹ không trả lời"})] * 3
    programme.play(player)
    assert (player.tallies["reporting"].waits, player.tallies["reporting"].acts) == (3, 3)
    assert paper.sent[0][0] == "simulate-2017-75-programme.propose"


def test_a_drive_waits_until_the_campaign_was_heard_of(
    paper: Paper, player: Player, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(playing.WAIT, "multiplier", 0.001)
    problem = {
        "type": "/problems/invalid-input",
        "errors": [{"field": "campaign_id", "rule": "known-campaign"}],
    }
    paper.before = [refusal(422, problem)] * 2
    funds.play(player, "cmp_1", random.Random(1))
    assert player.tallies["funds"].waits == 2


def test_a_refusal_ends_its_chapter_and_is_told(paper: Paper, player: Player) -> None:
    paper.before = [refusal(409, {"type": "/problems/wrong-step", "detail": "Đã có kế hoạch"})]
    assert play_chapter(Chapter("x", lambda: supervision.play(player))) == "plan.propose: Đã có kế hoạch"
    paper.before = [refusal(409, {"type": "/problems/wrong-step", "detail": "x"})]
    with pytest.raises(Refused) as refused:
        critique.play(player)
    assert refused.value.slug == "wrong-step"
    assert player.total.refused == 2
    assert player.total.acts == 0


def refusal(status: int, problem: dict[str, Any]) -> httpx.Response:
    return httpx.Response(status, json=problem, headers={"Content-Type": "application/problem+json"})


def test_what_stands_before_the_gateway_may_answer_without_a_problem(paper: Paper, player: Player) -> None:
    paper.before = [httpx.Response(404, html="<h1>nothing here</h1>")]
    with pytest.raises(Refused, match=r"programme\.propose: HTTP 404"):
        programme.play(player)


def test_an_act_that_was_done_before_is_told_apart(paper: Paper, player: Player) -> None:
    paper.before = [httpx.Response(200, json=IDS, headers={REPLAYED: "true"})]
    programme.play(player)
    assert (player.total.acts, player.total.repeated) == (3, 1)


def test_a_gateway_that_comes_back_is_played_on(
    paper: Paper, player: Player, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(playing.WAIT, "multiplier", 0.001)
    failures = [httpx.ConnectError("refused"), httpx.ReadTimeout("silent"), httpx.RemoteProtocolError("cut")]

    def fragile(request: httpx.Request) -> httpx.Response:
        if failures and request.method == "POST" and request.url.path != "/v1/session":
            raise failures.pop()
        return paper(request)

    player.gateway = on_paper(fragile)
    programme.play(player)
    assert (player.total.acts, player.total.waits, len(paper.sent)) == (3, 3, 3)


def test_each_body_that_declares_a_duty_answers_for_it() -> None:
    for duty, bodies in reporting.DECLARED.items():
        assert set(bodies) <= {agency.code for agency, _ in duties().responsible(duty, date(2017, 12, 20))}


def test_a_duty_is_declared_once_the_board_has_heard_and_not_without_evidence(
    paper: Paper, player: Player, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "PAUSE_SECONDS", 0.001)
    monkeypatch.setattr(watching.settle, "__defaults__", (0.003,))
    paper.heard["III.1.12-a"] = 0
    reporting.play(player)
    declared = {path.split("/")[4] for _, path, _ in paper.sent}
    assert declared == set(reporting.DECLARED) - {"III.1.12-a"}


def test_a_duty_declared_before_by_another_play_does_not_stop_the_others(
    paper: Paper, player: Player
) -> None:
    done = refusal(409, {"type": "/problems/wrong-step", "detail": "done"})
    board = paper.page(httpx.URL("http://paper/v1/reporting/duties"))
    none = httpx.Response(200, json={"items": [], "next_cursor": None})
    paper.before = [none, httpx.Response(200, json=board), done]
    reporting.play(player)
    assert (player.total.refused, player.total.acts) == (1, sum(map(len, reporting.DECLARED.values())) - 1)


def test_the_board_must_show_every_household_of_every_page(
    paper: Paper, player: Player, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "PAUSE_SECONDS", 0.001)
    paper.areas = [{"by_content": {"ND1": 3, "ND2": 0}}, {"by_content": {"ND1": 4, "ND2": 5}}]
    paper.heard.update(dict.fromkeys(CONTENT_DUTIES.values(), 6))
    board = settle(player, still_seconds=0.003)
    assert (board.wanted["II.1a-c"], board.wanted["II.1a-d"], board.wanted["0-a"]) == (7, 5, 1)
    assert board.lacking == ["II.1a-c"]
    paper.heard["II.1a-c"] = 7
    assert settle(player).lacking == []


def test_the_command_tells_what_it_did_and_fails_when_a_chapter_was_refused(
    paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = httpx.Client
    monkeypatch.setattr(
        httpx,
        "Client",
        lambda **kept: client(transport=httpx.MockTransport(paper), base_url=kept["base_url"]),
    )
    monkeypatch.setenv("CHUNGTAY_URL", "http://paper")
    good = CliRunner().invoke(app, ["--households", "180"])
    assert good.exit_code == 0, good.output
    assert f"evidence for {len(DUTIES)} of {len(DUTIES)} duties" in good.output
    paper.before = [refusal(403, {"type": "/problems/not-allowed", "detail": "Chỉ hai bên được ký"})]
    bad = CliRunner().invoke(app, ["--households", "180"])
    assert bad.exit_code == 1
    assert "refused: programme: programme.propose: Chỉ hai bên được ký" in bad.output


def test_patience_ends(paper: Paper) -> None:
    impatient = Player(on_paper(paper), 2017, 75, patience_seconds=0)
    paper.before = [refusal(503, {"detail": "nobody"})]
    with pytest.raises(Away, match="nobody"):
        guidance.play(impatient, random.Random(1))


def test_the_duties_that_the_board_must_show_are_of_the_programme() -> None:
    assert set(DUTIES) <= {duty.id for duty in duties().all()}
    assert len(set(DUTIES)) == len(DUTIES)


def test_households_of_an_area_are_registered_by_its_own_front_group(paper: Paper, player: Player) -> None:
    households.play(player, "cmp_1", [Area("05431", "05431-K001", 3)], random.Random(1))
    [(_, path, body)] = paper.sent
    assert path == "/v1/campaigns/registrations"
    assert len(body["households"]) == 3
    assert campaign.CONTENTS[0] == "ND1"
