"""From a request to a call, and from the reply to an answer."""

import math

from pydantic import JsonValue
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from contracts.calls import Call, Problem, Reply
from contracts.manifest import Manifest
from gateway.bus.port import Method
from gateway.dependencies import Gateway
from gateway.http.body import Payload
from gateway.http.errors import TooManyRequests
from gateway.http.request_context import context_of
from shared.tokens import Bearer, NotAuthenticated

REPLAYED = "Idempotent-Replayed"


class ServiceRefused(Exception):
    """A service answered with a problem, which goes to the caller as it is."""

    def __init__(self, problem: Problem) -> None:
        """Keep the problem."""
        self.problem = problem
        super().__init__(problem.slug)


async def caller_of(request: Request, gateway: Gateway, *, required: bool) -> Bearer | None:
    """Return who calls, by a token that has been checked; None for an anonymous caller who need not sign in.

    Raises NotAuthenticated, KeysUnavailable, TooManyRequests.
    """
    header = request.headers.get("Authorization")
    if header is None and not required:
        return None
    scheme, _, token = (header or "").partition(" ")
    if token and scheme.lower() != "bearer":
        raise NotAuthenticated(reason="the scheme must be Bearer")
    caller = await _bearer_of(gateway, token.strip())
    if seconds := gateway.users.wait(caller.user):
        raise TooManyRequests.of_user(gateway.users.per_second, math.ceil(seconds))
    return caller


async def user_of(request: Request, gateway: Gateway) -> Bearer:
    """Return who calls, where nobody is served who has not signed in. Raises as `caller_of`."""
    caller = await caller_of(request, gateway, required=True)
    if caller is None:
        raise NotAuthenticated(reason="no token")
    return caller


async def _bearer_of(gateway: Gateway, token: str) -> Bearer:
    """Read a token, in a thread where the keys may have to be fetched."""
    if remembered := gateway.verifier.remembered(token):
        return remembered
    return await run_in_threadpool(gateway.verifier.read, token)


async def call_service(  # noqa: PLR0913 - the parts of a call
    request: Request,
    gateway: Gateway,
    manifest: Manifest,
    method: Method,
    *,
    name: str,
    payload: Payload,
    caller: Bearer | None,
    key: str | None = None,
) -> dict[str, JsonValue]:
    """Call a service and return its answer. Raises ServiceRefused and what the bus raises."""
    context = context_of(request)
    token = token_for(manifest, gateway, caller)
    call = call_of(request, name=name, payload=payload, token=token, key=key)
    reply = await gateway.bus.call(manifest, method, call)
    if reply.replayed:
        context.headers[REPLAYED] = "true"
    return answer_of(reply)


def note_operation(request: Request, service: str, operation: str) -> None:
    """Let the request's line of the log say what was asked for."""
    context_of(request).notes.update(service=service, operation=operation)


def token_for(manifest: Manifest, gateway: Gateway, caller: Bearer | None) -> str | None:
    """Return what the caller is known by at a service: never the token that we were given."""
    return gateway.exchange.call_token(caller, manifest.service) if caller else None


def call_of(
    request: Request, *, name: str, payload: Payload, token: str | None, key: str | None = None
) -> Call:
    """Make the call that carries a request on, with the request's ids."""
    context = context_of(request)
    return Call(
        name=name,
        payload=payload,
        token=token,
        idempotency_key=key,
        correlation_id=context.correlation_id,
        traceparent=context.traceparent,
    )


def answer_of(reply: Reply) -> dict[str, JsonValue]:
    """Return what a service answered. Raises ServiceRefused."""
    if reply.problem is not None:
        raise ServiceRefused(reply.problem)
    return reply.answer or {}
