"""The simulation against a gateway of paper; that its bodies are good is shown against the contracts."""

import json
import random
from collections import Counter
from datetime import date
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chungtay.simulate import player as playing
from chungtay.simulate.chapters import campaign, critique, funds, guidance, households, programme, supervision
from chungtay.simulate.figures import AREA_SIZE, HOUSEHOLDS, Area, areas
from chungtay.simulate.play import DUTIES, Chapter, chapters, play_chapter
from chungtay.simulate.player import Away, Player, Refused
from contracts import catalogue
from contracts.reference import duties, units

FIELDS = ("programme", "campaign", "consultation", "assignment", "guidance", "plan", "recommendation")
MORE = ("draft", "critique", "drive", "pledge", "donation")
IDS = {f"{each}_id": f"{each}-1" for each in (*FIELDS, *MORE)}


class Paper:
    """A gateway that answers everything, and keeps what it was asked."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, str, dict[str, Any]]] = []
        self.before: list[httpx.Response] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        if request.url.path == "/v1/session":
            account = json.loads(request.content)
            return httpx.Response(200, json={"access_token": f"{account['account']}/{account['unit']}"})
        if self.before:
            return self.before.pop(0)
        key, body = request.headers["Idempotency-Key"], json.loads(request.content)
        self.sent.append((key, request.url.path, body))
        return httpx.Response(200, json=IDS)


@pytest.fixture
def paper() -> Paper:
    return Paper()


@pytest.fixture
def player(paper: Paper) -> Player:
    return new_player(paper)


def new_player(paper: Paper, seed: int = 75) -> Player:
    http = httpx.Client(base_url="http://paper", transport=httpx.MockTransport(paper))
    return Player(http, year=2017, seed=seed, patience_seconds=5)


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
    assert repeated == ["simulate-2017-75-campaign.launch"]


def test_every_body_fits_its_command(paper: Paper) -> None:
    from importlib import import_module

    for _, path, body in play_all(paper):
        service = path.split("/")[2]
        declared = import_module(f"{service}.service").service.commands
        [handler] = [each for each in declared if fits(f"/v1/{service}{each.path}", path)]
        identifiers = {name: "x" for name in handler.model.model_fields if f"{{{name}}}" in handler.path}
        handler.model.model_validate({**body, **identifiers})
    assert catalogue.services()


def fits(pattern: str, path: str) -> bool:
    pairs = list(zip(pattern.split("/"), path.split("/"), strict=False))
    same_length = pattern.count("/") == path.count("/")
    return same_length and all(own == given or own.startswith("{") for own, given in pairs)


def test_persons_and_texts_are_marked_synthetic(paper: Paper) -> None:
    names = [
        value
        for _, _, body in play_all(paper)
        for field, value in body.items()
        if field in {"title", "name", "name_vi", "donor_name", "text"}
    ]
    assert names
    assert [name for name in names if "iả lập" not in name] == []


def test_what_a_service_does_not_answer_is_tried_again_with_the_same_key(
    paper: Paper, player: Player, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(playing.WAIT, "multiplier", 0.001)
    paper.before = [httpx.Response(503, json={"detail": "Ban vận động Quỹ không trả lời"})] * 3
    programme.play(player)
    assert player.retried == 3
    assert paper.sent[0][0] == "simulate-2017-75-programme.propose"


def test_a_drive_waits_until_the_campaign_was_heard_of(
    paper: Paper, player: Player, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(playing.WAIT, "multiplier", 0.001)
    problem = {
        "type": "/problems/invalid-input",
        "errors": [{"field": "campaign_id", "rule": "known-campaign"}],
    }
    paper.before = [httpx.Response(422, json=problem)] * 2
    funds.play(player, "cmp_1", random.Random(1))
    assert player.retried == 2


def test_a_refusal_ends_its_chapter_and_is_told(paper: Paper, player: Player) -> None:
    paper.before = [httpx.Response(409, json={"type": "/problems/wrong-step", "detail": "Đã có kế hoạch"})]
    assert play_chapter(Chapter("x", lambda: supervision.play(player))) == "plan.propose: Đã có kế hoạch"
    paper.before = [httpx.Response(409, json={"type": "/problems/wrong-step", "detail": "x"})]
    with pytest.raises(Refused) as refused:
        critique.play(player)
    assert refused.value.slug == "wrong-step"


def test_patience_ends(paper: Paper) -> None:
    impatient = Player(
        httpx.Client(base_url="http://paper", transport=httpx.MockTransport(paper)),
        2017,
        75,
        patience_seconds=0,
    )
    paper.before = [httpx.Response(503, json={"detail": "nobody"})]
    with pytest.raises(Away, match="nobody"):
        guidance.play(impatient)


def test_the_duties_that_the_board_must_show_are_of_the_programme() -> None:
    assert set(DUTIES) <= {duty.id for duty in duties().all()}
    assert len(set(DUTIES)) == len(DUTIES)


@given(st.integers(0, HOUSEHOLDS), st.integers())
def test_every_household_lies_in_one_area_of_a_real_commune(wanted: int, seed: int) -> None:
    spread = list(areas(2017, wanted, random.Random(seed)))
    assert sum(area.households for area in spread) == wanted
    assert all(0 < area.households <= AREA_SIZE for area in spread)
    assert len({area.code for area in spread}) == len(spread)
    assert {area.commune for area in spread} <= {unit.code for unit in units().communes(date(2017, 7, 1))}


def test_households_of_an_area_are_registered_by_its_own_front_group(paper: Paper, player: Player) -> None:
    households.play(player, "cmp_1", [Area("05431", "05431-K001", 3)], random.Random(1))
    [(_, path, body)] = paper.sent
    assert path == "/v1/campaigns/registrations"
    assert len(body["households"]) == 3
    assert campaign.CONTENTS[0] == "ND1"
