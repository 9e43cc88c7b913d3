"""The operators' verbs talk to a gateway of paper."""

from typing import Any

import httpx
import pytest

from support.paper_gateway import PaperGateway


@pytest.fixture
def paper(monkeypatch: pytest.MonkeyPatch) -> PaperGateway:
    paper = PaperGateway()
    real = httpx.Client

    def on_paper(**options: Any) -> httpx.Client:
        return real(transport=httpx.MockTransport(paper), **options)

    monkeypatch.setattr("chungtay.gateway_client.httpx.Client", on_paper)
    monkeypatch.setenv("CHUNGTAY_URL", "http://paper")
    monkeypatch.setenv("AMQP_URL", "amqp://paper")
    monkeypatch.delenv("CHUNGTAY_TOKEN", raising=False)
    return paper
