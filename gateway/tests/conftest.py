"""The application around a bus that a test plays."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
from pydantic import JsonValue

from contracts.calls import Reply
from contracts.manifest import Manifest
from gateway.app import assemble
from gateway.catalog import Catalog
from gateway.dependencies import Gateway
from gateway.session.signer import Signer
from gateway.settings import GatewaySettings
from gateway.testing import FakeBus

NOW = datetime(2017, 10, 17, 1, tzinfo=UTC)
ANSWER: dict[str, JsonValue] = {"type": "object", "title": "Done", "properties": {"id": {"type": "string"}}}
DONATION: dict[str, JsonValue] = {
    "title": "RecordDonation",
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "drive_id": {"type": "string"},
        "amount_vnd": {"type": "integer"},
        "way": {"$ref": "#/$defs/Way"},
    },
    "required": ["drive_id", "amount_vnd"],
    "$defs": {"Way": {"title": "Way", "type": "string", "enum": ["cash", "bank"]}},
}
DONATIONS: dict[str, JsonValue] = {
    "title": "Donations",
    "type": "object",
    "properties": {
        "unit": {"anyOf": [{"type": "array", "items": {"type": "string"}}, {"type": "null"}]},
        "limit": {"type": "integer", "description": "Items on one page"},
    },
}


def funds() -> Manifest:
    return Manifest.model_validate(
        {
            "service": "funds",
            "version": "0.1.0",
            "function": "fund-board",
            "agency": "ban-vd-quy-tinh",
            "agency_vi": "Ban vận động Quỹ «Vì người nghèo» tỉnh",
            "agency_en": "Provincial Mobilisation Board of the Fund for the Poor",
            "title_vi": "Quỹ",
            "title_en": "Funds",
            "commands": [
                {
                    "name": "record_donation",
                    "summary": "Book a donation.",
                    "method": "POST",
                    "path": "/drives/{drive_id}/donations",
                    "rules": ["function:fund-board"],
                    "duties": ["II.2a-a"],
                    "input_schema": DONATION,
                    "answer_schema": ANSWER,
                }
            ],
            "queries": [
                _query("list_donations", "/donations", public=True),
                _query("read_donation", "/donations/{id}", public=False),
                _query("latest_donation", "/donations/latest", public=True),
            ],
            "events_out": [],
            "events_in": ["campaigns.campaign_launched.v1"],
        }
    )


def _query(name: str, path: str, *, public: bool) -> dict[str, JsonValue]:
    return {
        "name": name,
        "summary": f"Answer {name}.",
        "method": "GET",
        "path": path,
        "public": public,
        "input_schema": DONATIONS,
        "answer_schema": ANSWER,
    }


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def bus() -> FakeBus:
    return FakeBus(Reply(answer={"id": "don_1"}))


@pytest.fixture
def catalog() -> Catalog:
    known = Catalog()
    known.register(funds(), NOW)
    return known


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> GatewaySettings:
    monkeypatch.setenv("KEYS_DIR", str(tmp_path))
    monkeypatch.setenv("SIGNING_DIR", str(tmp_path / "secret"))
    monkeypatch.setenv("DEMO_ACCOUNTS", "1")
    monkeypatch.setenv("SYNTHETIC_DATA", "1")
    return GatewaySettings()


@pytest.fixture
async def client(
    settings: GatewaySettings, bus: FakeBus, catalog: Catalog
) -> AsyncIterator[httpx.AsyncClient]:
    app = assemble(Gateway.of(settings, bus, catalog))
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://gateway") as opened:
        yield opened


@pytest.fixture
def token(settings: GatewaySettings) -> str:
    claims = {"sub": "usr_synthetic", "agency": "ban-vd-quy-tinh", "unit": "19", "roles": []}
    return Signer.of(settings).sign(claims, datetime.now(UTC))


@pytest.fixture
def signed_in(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}
