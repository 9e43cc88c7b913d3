"""Every address of every service, resolved from the manifests when it is asked for."""

import hashlib
import json
import re

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse

from contracts.errors import FieldError
from gateway.calling import call_service, caller_of, note_operation
from gateway.catalog import Match
from gateway.dependencies import Gateway, GatewayDep
from gateway.http.body import Payload, read_object
from gateway.http.caching import answer_private, answer_public
from gateway.http.errors import InvalidRequest
from gateway.http.payload import is_upload, payload_of
from gateway.http.request_context import context_of
from shared.ids import new_id

OK, ACCEPTED = 200, 202
KEY_HEADER = "Idempotency-Key"
KEY = re.compile(r"[\x21-\x7e]{1,200}")
ALL_METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"]
router = APIRouter(include_in_schema=False)


@router.api_route("/v1/{service}/{path:path}", methods=ALL_METHODS)
async def operate(request: Request, gateway: GatewayDep, service: str, path: str) -> Response:
    """Lead a request to the operation that a manifest offers at this address."""
    method = "GET" if request.method == "HEAD" else request.method
    with gateway.looking_up():
        match = gateway.catalog.find(service, method, f"/{path}")
    note_operation(request, service, match.operation.name)
    if match.operation.method == "POST":
        return await _command(request, gateway, match)
    return await _query(request, gateway, match)


async def _command(request: Request, gateway: Gateway, match: Match) -> Response:
    key = _idempotency_key(request)
    context_of(request).headers[KEY_HEADER] = key
    caller = await caller_of(request, gateway, required=not match.operation.public)
    limits = gateway.settings.body_limits(upload=is_upload(match.operation))
    payload = payload_of(match, request.query_params, await read_object(request, limits))
    name = match.operation.name
    try:
        answer = await call_service(
            request, gateway, match.manifest, "command", name=name, payload=payload, caller=caller, key=key
        )
    finally:
        gateway.acts[match.manifest.service] += 1
    return answer_private(answer, ACCEPTED if match.operation.accepted else OK)


async def _query(request: Request, gateway: Gateway, match: Match) -> Response:
    caller = await caller_of(request, gateway, required=not match.operation.public)
    payload = payload_of(match, request.query_params, {})
    if match.operation.public:
        return await _public_read(request, gateway, match, payload, acts=caller is not None)
    name = match.operation.name
    answer = await call_service(
        request, gateway, match.manifest, "query", name=name, payload=payload, caller=caller
    )
    return answer_private(answer)


async def _public_read(
    request: Request, gateway: Gateway, match: Match, payload: Payload, *, acts: bool
) -> Response:
    """Answer what anyone may read; the service is asked for nobody in particular.

    Whoever can act (`acts`) sees what was done through here: an answer from before the service's last
    command is none for them.
    """
    service, name = match.manifest.service, match.operation.name
    done = gateway.acts[service] if acts else None

    async def ask() -> bytes:
        answer = await call_service(
            request, gateway, match.manifest, "query", name=name, payload=payload, caller=None
        )
        return bytes(JSONResponse(answer).body)

    question = (service, name, _digest(payload), gateway.catalog.version, done)
    entity, age = await gateway.reads.get(question, ask)
    return answer_public(request, entity, gateway.reads.seconds, age)


def _digest(payload: Payload) -> bytes:
    """The same for the same fields in whatever order, and short however long they are."""
    return hashlib.sha256(json.dumps(payload, sort_keys=True).encode()).digest()


def _idempotency_key(request: Request) -> str:
    key = request.headers.get(KEY_HEADER)
    if key is None:
        return new_id("key")
    if not KEY.fullmatch(key):
        raise InvalidRequest(
            FieldError(
                KEY_HEADER,
                "idempotency-key",
                "Từ 1 đến 200 ký tự ASCII không có khoảng trắng",
                "1 to 200 visible ASCII characters",
            )
        )
    return key
