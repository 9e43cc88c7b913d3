"""Reading a body: JSON, of bounded size, depth and time, however it comes."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from pydantic import JsonValue
from pydantic_core import from_json
from starlette.requests import Request

from contracts.errors import FieldError
from gateway.http.errors import (
    BodyTooDeep,
    BodyTooLarge,
    BodyTooSlow,
    InvalidRequest,
    MalformedJson,
    WrongContentType,
)

JSON = "application/json"
Payload = dict[str, JsonValue]


@dataclass(frozen=True)
class BodyLimits:
    """The most bytes on the wire, the seconds within which they must be here, the levels of their JSON."""

    most_bytes: int
    seconds: float
    depth: int


async def read_object(request: Request, limits: BodyLimits) -> Payload:
    """Return the body's JSON object, `{}` for no body.

    Raises BodyTooLarge, BodyTooSlow, BodyTooDeep, WrongContentType, MalformedJson, InvalidRequest.
    """
    body = await _read(request, limits)
    if not body:
        return {}
    media_type = request.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if media_type != JSON:
        raise WrongContentType(found=media_type or "(none)")
    return _object(body, limits.depth)


async def _read(request: Request, limits: BodyLimits) -> bytes:
    _check_size(_announced(request), limits)
    body = bytearray()
    try:
        async with asyncio.timeout(limits.seconds):
            async for chunk in request.stream():
                body += chunk
                _check_size(len(body), limits)
    except TimeoutError as error:
        raise BodyTooSlow(seconds=limits.seconds) from error
    return bytes(body)


def _announced(request: Request) -> int:
    """How long a body says that it is; the server has seen to it that this is a number."""
    return int(request.headers.get("Content-Length", 0))


def _check_size(size: int, limits: BodyLimits) -> None:
    if size > limits.most_bytes:
        raise BodyTooLarge(limit=limits.most_bytes)


def _object(body: bytes, depth: int) -> Payload:
    try:
        value = from_json(body, allow_inf_nan=False)
    except ValueError as error:
        raise MalformedJson(reason=str(error)) from error
    if not isinstance(value, dict):
        raise InvalidRequest(
            FieldError("(body)", "object", "Phải là một đối tượng JSON", "Must be a JSON object")
        )
    _check_depth(value, depth)
    return value


def _check_depth(value: JsonValue, most: int) -> None:
    """Go down level by level, without recursion. Raises BodyTooDeep."""
    level = [value]
    for _ in range(most):
        level = list(chain.from_iterable(map(_containers_in, level)))
        if not level:
            return
    raise BodyTooDeep(limit=most)


def _containers_in(value: JsonValue) -> list[JsonValue]:
    inner = value.values() if isinstance(value, dict) else value
    return [each for each in inner if isinstance(each, dict | list)] if isinstance(inner, Iterable) else []
