"""The one client of the gateway, before a gateway of paper."""

import json
from typing import Any

import httpx
import pytest

from chungtay.gateway_client import MEDIA_TYPE, REPLAYED, Account, Away, FieldProblem, GatewayClient, Refused

BOARD = Account("ban-vd-quy-tinh", "19")


class Paper:
    """Logs everybody in, and then answers what is laid before it."""

    def __init__(self) -> None:
        self.answers: list[httpx.Response | Exception] = []
        self.asked: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request)
        if request.url.path == "/v1/session":
            return httpx.Response(200, json={"access_token": f"token {request.content.decode()}"})
        answer = self.answers.pop(0) if self.answers else httpx.Response(200, json={"done": True})
        if isinstance(answer, Exception):
            raise answer
        return answer


@pytest.fixture
def paper() -> Paper:
    return Paper()


@pytest.fixture
def gateway(paper: Paper) -> GatewayClient:
    return GatewayClient(httpx.Client(base_url="http://paper", transport=httpx.MockTransport(paper)))


def problem(status: int, **document: Any) -> httpx.Response:
    return httpx.Response(status, json=document, headers={"Content-Type": MEDIA_TYPE})


def sessions(paper: Paper) -> list[dict[str, Any]]:
    return [json.loads(each.content) for each in paper.asked if each.url.path == "/v1/session"]


def test_an_account_logs_in_once_and_another_by_itself(paper: Paper, gateway: GatewayClient) -> None:
    operator = Account("ban-vd-quy-tinh", operator=True)
    for account in (BOARD, operator, BOARD, operator):
        gateway.get("/v1/funds/drives", account)
    assert sessions(paper) == [
        {"account": "ban-vd-quy-tinh", "unit": "19"},
        {"account": "ban-vd-quy-tinh", "operator": True},
    ]
    assert len({each.headers["Authorization"] for each in paper.asked if each.method == "GET"}) == 2


def test_the_public_shows_no_token_and_a_token_of_ones_own_is_shown(
    paper: Paper, gateway: GatewayClient
) -> None:
    gateway.get("/v1/reporting/duties", year=2017, duty=["0-a", "I.1-a"])
    gateway.get("/v1/funds/status", "mine")
    assert [each.headers.get("Authorization") for each in paper.asked] == [None, "Bearer mine"]
    assert str(paper.asked[0].url) == "http://paper/v1/reporting/duties?year=2017&duty=0-a&duty=I.1-a"


def test_a_command_has_a_key_of_its_own_or_the_one_given(paper: Paper, gateway: GatewayClient) -> None:
    paper.answers = [httpx.Response(200, json={}), httpx.Response(200, json={}, headers={REPLAYED: "true"})]
    first = gateway.post("/v1/funds/drives", {}, BOARD)
    again = gateway.post("/v1/funds/drives", {}, BOARD, key="k", correlation="c")
    gateway.post("/v1/funds/drives", {}, BOARD)
    _, one, two, three = paper.asked
    assert (first.replayed, again.replayed) == (False, True)
    assert (two.headers["Idempotency-Key"], two.headers["X-Correlation-Id"]) == ("k", "c")
    assert one.headers["Idempotency-Key"] != three.headers["Idempotency-Key"]
    assert "X-Correlation-Id" not in one.headers


def test_a_refusal_tells_its_slug_rule_detail_and_fields(paper: Paper, gateway: GatewayClient) -> None:
    errors = [{"field": "amount_vnd", "rule": "greater_than", "message": "phải lớn hơn 0"}]
    told = problem(422, type="/problems/invalid-input", rule="r", detail="Không hợp lệ.", errors=errors)
    paper.answers = [told]
    with pytest.raises(Refused) as refused:
        gateway.post("/v1/funds/drives", {}, BOARD)
    found = refused.value
    assert (found.status, found.slug, found.rule) == (422, "invalid-input", "r")
    assert found.fields == [FieldProblem("amount_vnd", "greater_than", "phải lớn hơn 0")]
    assert found.reasons == {"invalid-input", "greater_than"}
    assert found.sentence == "Không hợp lệ. amount_vnd: phải lớn hơn 0"


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_a_service_that_does_not_answer_is_away(paper: Paper, gateway: GatewayClient, status: int) -> None:
    paper.answers = [problem(status, detail="Ban vận động Quỹ không trả lời")]
    with pytest.raises(Away, match="Ban vận động Quỹ") as away:
        gateway.get("/v1/funds/drives")
    assert away.value.status == status


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (httpx.ConnectError("refused"), r"the gateway at http://paper does not answer \(ConnectError\)"),
        (httpx.Response(200, text="{half"), "cannot be read"),
    ],
)
def test_a_gateway_that_says_nothing_that_can_be_read_is_away(
    paper: Paper, gateway: GatewayClient, answer: httpx.Response | Exception, said: str
) -> None:
    paper.answers = [answer]
    with pytest.raises(Away, match=said) as away:
        gateway.get("/v1/funds/drives")
    assert away.value.status is None


def test_what_stands_before_the_gateway_may_refuse_without_a_document(
    paper: Paper, gateway: GatewayClient
) -> None:
    paper.answers = [httpx.Response(404, html="<h1>nothing here</h1>")]
    with pytest.raises(Refused, match="HTTP 404") as refused:
        gateway.get("/v1/nowhere")
    assert (refused.value.document, refused.value.reasons) == ({}, set())
