"""Scenarios drive the programme's acts through the gateway, as the agencies that a duty names."""

import threading
import time
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any
from uuid import uuid4

import httpx
import pytest

from chungtay.up import Suite

Json = dict[str, Any]
LIMIT_SECONDS = 20.0
PAUSE_SECONDS = 0.1


class Client:
    """One caller of the gateway: an agency, or the public."""

    def __init__(self, url: str, token: str | None = None) -> None:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        self._http = httpx.Client(base_url=url, headers={**headers, "Accept-Language": "en"}, timeout=30)

    def post(self, path: str, body: Json) -> Json:
        """Carry out a command and return its answer. Raises AssertionError with the problem."""
        return _good(self._send(path, body))

    def get(self, path: str, **params: object) -> Json:
        """Ask a query and return its answer. Raises AssertionError with the problem."""
        texts = {name: value if isinstance(value, list) else str(value) for name, value in params.items()}
        return _good(self._http.get(path, params=texts))

    def refused(self, path: str, body: Json) -> Json:
        """Try a command that must be refused, and return the problem. Raises AssertionError if it is done."""
        answer = self._send(path, body)
        assert answer.is_client_error, (
            f"POST {path} should be refused but gave {answer.status_code}: {answer.text}"
        )
        assert answer.headers["Content-Type"] == "application/problem+json", answer.text
        return dict(answer.json())

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def _send(self, path: str, body: Json) -> httpx.Response:
        return self._http.post(path, json=body, headers={"Idempotency-Key": uuid4().hex})


def _good(answer: httpx.Response) -> Json:
    request = answer.request
    assert answer.is_success, f"{request.method} {request.url}: {answer.status_code} {answer.text}"
    return dict(answer.json())


@pytest.fixture(scope="session")
def public(suite: Suite) -> Iterator[Client]:
    """Give a client without a token."""
    client = Client(suite.url)
    yield client
    client.close()


@pytest.fixture(scope="session")
def agency(suite: Suite, public: Client) -> Iterator[Callable[..., Client]]:
    """Give the way to log in as a demo account: `agency("ub-mttq-xa", "05467")`."""
    opened: list[Client] = []

    @cache
    def log_in(code: str, unit: str = "19") -> Client:
        session = public.post("/v1/session", {"account": code, "unit": unit})
        opened.append(Client(suite.url, session["access_token"]))
        return opened[-1]

    yield log_in
    for client in opened:
        client.close()


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
    rows = public.get("/v1/reporting/duties", duty=duty, year=year)["items"]
    [row] = [each for each in rows if each["id"] == duty]
    return dict(row)
