"""Where the simulation plays."""

import httpx
import pytest
from typer.testing import CliRunner

from chungtay.home import Home
from chungtay.simulate.cli import app
from chungtay.supervisor.control import Supervisor
from chungtay.up import Running


@pytest.mark.parametrize("named", [None, "http://named"])
def test_it_plays_at_the_gateway_named_or_at_that_of_the_suite_that_runs_here(
    named: str | None, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def refusing(request: httpx.Request) -> httpx.Response:
        asked.append(f"{request.url.scheme}://{request.url.netloc.decode()}")
        return httpx.Response(403)

    real = httpx.Client
    on_paper = lambda **options: real(transport=httpx.MockTransport(refusing), **options)  # noqa: E731
    monkeypatch.setattr("chungtay.gateway_client.httpx.Client", on_paper)
    monkeypatch.setattr(Supervisor, "answers", lambda _: True)
    monkeypatch.delenv("CHUNGTAY_URL", raising=False)
    if named:
        monkeypatch.setenv("CHUNGTAY_URL", named)
    elsewhere = Running(url="http://127.0.0.1:8076", amqp_url="amqp://x/", broker="a broker")
    home.state.write_text(elsewhere.model_dump_json(), "utf-8")
    CliRunner().invoke(app, ["--var-dir", str(home.var)])
    assert {*asked} == {named or elsewhere.url}


def test_it_says_at_once_where_nothing_runs(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CHUNGTAY_URL", raising=False)
    result = CliRunner().invoke(app, ["--var-dir", str(home.var)])
    assert result.exit_code == 1
    assert "nothing runs from" in result.output
