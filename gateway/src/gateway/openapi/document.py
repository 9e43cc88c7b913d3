"""The whole document: the gateway's own addresses and those of every service announced."""

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from gateway.catalog import Catalog, Offer
from gateway.http.problems import MEDIA_TYPE
from gateway.openapi.components import Components, Json
from gateway.openapi.operations import describe

TITLE = "Chung Tay"
VERSION = "1"
SUMMARY = "Các cơ quan cùng thực hiện một chương trình phối hợp · Agencies carry out one programme together"
DESCRIPTION = """Every address below `/v1/{service}` comes from the manifest that its agency announces.

- Sign in with `POST /v1/session` where demo accounts are on, and send `Authorization: Bearer …`.
- Send an `Idempotency-Key` with every POST: a repeated key gets the stored answer.
- Errors are `application/problem+json` (RFC 9457), in Vietnamese, or in English by `Accept-Language: en`.
- Money is whole VND; days are those of Vietnam; instants carry their offset.
"""
PROBLEM_SCHEMA = {"$ref": "#/components/schemas/ProblemDocument"}


def build(app: FastAPI, catalog: Catalog) -> Json:
    """Describe everything that can be asked now."""
    document = get_openapi(
        title=TITLE, version=VERSION, summary=SUMMARY, description=DESCRIPTION, routes=app.routes
    )
    parts = document.setdefault("components", {})
    parts["securitySchemes"] = {"bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}}
    parts["responses"] = {"Problem": problem_response()}
    components = Components(parts.setdefault("schemas", {}))
    document["tags"] = [{"name": "gateway", "description": "The door itself"}]
    for offer in catalog:
        document["tags"].append(_tag(offer))
        _add_paths(document["paths"], offer, components)
    return document


def problem_response() -> Json:
    """Every error looks like this."""
    return {
        "description": "The request is refused, or cannot be carried out now",
        "content": {MEDIA_TYPE: {"schema": PROBLEM_SCHEMA}},
    }


def _tag(offer: Offer) -> Json:
    manifest = offer.manifest
    vietnamese = f"{manifest.title_vi} — {manifest.agency_vi}"
    english = f"{manifest.title_en} — {manifest.agency_en}"
    return {
        "name": manifest.service,
        "description": f"{vietnamese} · {english}",
        "x-agency": manifest.agency,
    }


def _add_paths(paths: Json, offer: Offer, components: Components) -> None:
    for route in offer.routes:
        address = f"/v1/{offer.manifest.service}{route.template}"
        described = describe(offer.manifest, route, components)
        paths.setdefault(address, {})[route.operation.method.lower()] = described
