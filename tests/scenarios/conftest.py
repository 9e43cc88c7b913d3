"""Scenarios drive the programme's acts through the gateway, as the agencies that a duty names."""

import threading
import time
from collections.abc import Callable, Iterator
from functools import cache
from typing import NoReturn

import pytest

from chungtay.gateway_client import Account, GatewayClient, Json, Refused, Unsuccessful
from chungtay.up import Suite

LIMIT_SECONDS = 20.0
PAUSE_SECONDS = 0.1


class Client:
    """One caller of the gateway: an agency, or the public."""

    def __init__(self, gateway: GatewayClient, account: Account | None = None) -> None:
        self._gateway, self._account = gateway, account

    def post(self, path: str, body: Json) -> Json:
        """Carry out a command and return its answer. Raises AssertionError with the problem."""
        try:
            return self._gateway.post(path, body, self._account).body
        except Unsuccessful as error:
            _fail(f"POST {path}", error)

    def get(self, path: str, **params: object) -> Json:
        """Ask a query and return its answer. Raises AssertionError with the problem."""
        try:
            return self._gateway.get(path, self._account, **params)
        except Unsuccessful as error:
            _fail(f"GET {path} {params}", error)

    def refused(self, path: str, body: Json) -> Json:
        """Try a command that must be refused, and return the problem. Raises AssertionError if it is done."""
        with pytest.raises(Refused) as refused:
            self._gateway.post(path, body, self._account)
        assert (refused.value.status or 0) < 500, f"POST {path}: {refused.value.sentence}"
        assert refused.value.document, f"POST {path} was refused without a problem document"
        return refused.value.document

    def wrong_body(self, path: str, body: Json) -> str:
        """Try a command that is another body's, and return the rule that refuses. Raises AssertionError."""
        return self._rule(path, body, 403)

    def wrong_step(self, path: str, body: Json) -> str:
        """Try a command out of its order, and return the rule that refuses. Raises AssertionError."""
        return self._rule(path, body, 409)

    def _rule(self, path: str, body: Json, status: int) -> str:
        problem = self.refused(path, body)
        assert problem["status"] == status, f"POST {path}: {problem}"
        return str(problem.get("rule"))


def _fail(call: str, error: Unsuccessful) -> NoReturn:
    message = f"{call}: {error.status} {error.document or error.sentence}"
    raise AssertionError(message) from error


@pytest.fixture(scope="session")
def gateway(suite: Suite) -> Iterator[GatewayClient]:
    """Give the gateway of the suite, which answers in English."""
    client = GatewayClient.at(suite.url, language="en")
    yield client
    client.close()


@pytest.fixture(scope="session")
def public(gateway: GatewayClient) -> Client:
    """Give a client without a token."""
    return Client(gateway)


@pytest.fixture(scope="session")
def agency(gateway: GatewayClient) -> Callable[..., Client]:
    """Give the way to log in as a demo account: `agency("ub-mttq-xa", "05467")`."""

    @cache
    def log_in(code: str, unit: str = "19") -> Client:
        gateway.log_in(Account(code, unit))
        return Client(gateway, Account(code, unit))

    return log_in


@pytest.fixture(scope="session")
def board(public: Client) -> Callable[..., Json]:
    """Give the way to wait for a duty's evidence: `board("II.2a-a", 2017)` returns the board's row.

    Several acts may be evidence of one duty: a third argument says how many to wait for.
    """

    def wait_for_evidence(duty: str, year: int, least: int = 1) -> Json:
        end, pause = time.monotonic() + LIMIT_SECONDS, threading.Event()
        while (row := _row(public, duty, year))["evidence"] < least:
            assert time.monotonic() < end, f"{least} of {duty} in {year} not seen in {LIMIT_SECONDS} s: {row}"
            pause.wait(PAUSE_SECONDS)
        return row

    return wait_for_evidence


def _row(public: Client, duty: str, year: int) -> Json:
    rows = public.get("/v1/reporting/duties", duty_id=duty, year=year)["items"]
    [row] = [each for each in rows if each["id"] == duty]
    return dict(row)
