"""Reading what a caller sends: one payload from the address, the query and the JSON body."""

from collections.abc import Iterator
from typing import Any

from pydantic import JsonValue
from pydantic_core import from_json
from starlette.datastructures import QueryParams
from starlette.requests import Request

from contracts.errors import FieldError
from contracts.manifest import Operation
from gateway.catalog import Match
from gateway.http.errors import BodyTooLarge, InvalidRequest, MalformedJson, WrongContentType
from gateway.http.language import PARAMETER
from gateway.http.text_values import value_of

LARGEST_BODY = 8 * 1024 * 1024
JSON = "application/json"

Payload = dict[str, JsonValue]


async def read_object(request: Request) -> Payload:
    """Return the body's JSON object, `{}` for no body.

    Raises BodyTooLarge, WrongContentType, MalformedJson, InvalidRequest.
    """
    body = await _read(request)
    if not body:
        return {}
    media_type = request.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if media_type != JSON:
        raise WrongContentType(found=media_type or "(none)")
    return _object(body)


def payload_of(match: Match, query: QueryParams, body: Payload) -> Payload:
    """Merge the address's fields, the query's (GET) and the body's. Raises InvalidRequest."""
    sent = _fields_of_query(match, query) if match.operation.method == "GET" else body
    errors = [*_unknown_parameters(match, query), *_contradictions(match, sent)]
    if errors:
        raise InvalidRequest(*errors)
    return {**sent, **_fields_of_address(match)}


def properties_of(operation: Operation) -> dict[str, Any]:
    """Return the schemas of an operation's fields by name."""
    properties = operation.input_schema.get("properties", {})
    return properties if isinstance(properties, dict) else {}


async def _read(request: Request) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_BODY:
            raise BodyTooLarge(limit=LARGEST_BODY)
    return bytes(body)


def _object(body: bytes) -> Payload:
    try:
        value = from_json(body, allow_inf_nan=False)
    except ValueError as error:
        raise MalformedJson(reason=str(error)) from error
    if not isinstance(value, dict):
        raise InvalidRequest(
            FieldError("(body)", "object", "Phải là một đối tượng JSON", "Must be a JSON object")
        )
    return value


def _fields_of_address(match: Match) -> Payload:
    schemas = properties_of(match.operation)
    return {name: value_of([str(text)], schemas.get(name, {})) for name, text in match.fields.items()}


def _fields_of_query(match: Match, query: QueryParams) -> Payload:
    schemas = properties_of(match.operation)
    names = [name for name in query if name in schemas or name != PARAMETER]
    return {name: value_of(query.getlist(name), schemas.get(name, {})) for name in names}


def _unknown_parameters(match: Match, query: QueryParams) -> Iterator[FieldError]:
    known = properties_of(match.operation) if match.operation.method == "GET" else {}
    for name in query:
        if name not in known and name != PARAMETER:
            yield FieldError(name, "unknown-parameter", "Không có tham số này", "There is no such parameter")


def _contradictions(match: Match, sent: Payload) -> Iterator[FieldError]:
    for name, value in match.fields.items():
        if name in sent and str(sent[name]) != str(value):
            yield FieldError(
                name, "same-as-address", "Khác với giá trị trong địa chỉ", "Differs from the address"
            )
