"""Scenarios drive the programme's acts through the gateway, as the agencies that a duty names."""

import threading
import time
from collections.abc import Callable, Iterator
from functools import cache

import pytest

from chungtay.gateway_client import Account, GatewayClient, Json
from chungtay.up import Suite
from support.callers import Client

LIMIT_SECONDS = 20.0
PAUSE_SECONDS = 0.1


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
