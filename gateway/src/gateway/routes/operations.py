"""Every address of every service, resolved from the manifests when it is asked for."""

import re

from fastapi import APIRouter, Request, Response

from contracts.errors import FieldError
from gateway.calling import call_service, caller_of
from gateway.catalog import Match
from gateway.dependencies import Gateway, GatewayDep
from gateway.http.caching import answer_private, answer_public
from gateway.http.errors import InvalidRequest
from gateway.http.payload import payload_of, read_object
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
    if match.operation.method == "POST":
        return await _command(request, gateway, match)
    return await _query(request, gateway, match)


async def _command(request: Request, gateway: Gateway, match: Match) -> Response:
    key = _idempotency_key(request)
    context_of(request).headers[KEY_HEADER] = key
    caller = await caller_of(request, gateway, required=not match.operation.public)
    payload = payload_of(match, request.query_params, await read_object(request))
    name = match.operation.name
    answer = await call_service(
        request, gateway, match.manifest, "command", name=name, payload=payload, caller=caller, key=key
    )
    return answer_private(answer, ACCEPTED if match.operation.accepted else OK)


async def _query(request: Request, gateway: Gateway, match: Match) -> Response:
    caller = await caller_of(request, gateway, required=not match.operation.public)
    payload = payload_of(match, request.query_params, {})
    name = match.operation.name
    answer = await call_service(
        request, gateway, match.manifest, "query", name=name, payload=payload, caller=caller
    )
    return answer_public(request, answer) if match.operation.public else answer_private(answer)


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
