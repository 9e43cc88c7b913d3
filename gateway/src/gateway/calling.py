"""From a request to a call, and from the reply to an answer."""

from pydantic import JsonValue
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from contracts.calls import Call, Problem, Reply
from contracts.manifest import Manifest
from gateway.bus.port import Method
from gateway.dependencies import Gateway
from gateway.http.errors import KeysUnavailable
from gateway.http.payload import Payload
from gateway.http.request_context import context_of
from shared.tokens import NotAuthenticated

REPLAYED = "Idempotent-Replayed"


class ServiceRefused(Exception):
    """A service answered with a problem, which goes to the caller as it is."""

    def __init__(self, problem: Problem) -> None:
        """Keep the problem."""
        self.problem = problem
        super().__init__(problem.slug)


async def token_of(request: Request, gateway: Gateway, *, required: bool) -> str | None:
    """Return the bearer token once it has been checked. Raises NotAuthenticated, KeysUnavailable."""
    header = request.headers.get("Authorization")
    if header is None and not required:
        return None
    scheme, _, token = (header or "").partition(" ")
    if token and scheme.lower() != "bearer":
        raise NotAuthenticated(reason="the scheme must be Bearer")
    token = token.strip()
    if not gateway.verifier.remembers(token):
        await _verify(gateway, token)
    return token


async def _verify(gateway: Gateway, token: str) -> None:
    """Check a token in a thread: the keys may have to be fetched."""
    try:
        await run_in_threadpool(gateway.verifier.read, token)
    except OSError as error:
        raise KeysUnavailable from error


async def call_service(  # noqa: PLR0913 - the parts of a call
    request: Request,
    gateway: Gateway,
    manifest: Manifest,
    method: Method,
    *,
    name: str,
    payload: Payload,
    token: str | None,
    key: str | None = None,
) -> dict[str, JsonValue]:
    """Call a service and return its answer. Raises ServiceRefused and what the bus raises."""
    context = context_of(request)
    context.notes.update(service=manifest.service, operation=name)
    call = call_of(request, name=name, payload=payload, token=token, key=key)
    reply = await gateway.bus.call(manifest, method, call)
    if reply.replayed:
        context.headers[REPLAYED] = "true"
    return answer_of(reply)


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
