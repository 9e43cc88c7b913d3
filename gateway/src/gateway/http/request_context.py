"""The context of one request: its ids in and out, its reader's language, and one line in the log."""

import re
import secrets
import time
from dataclasses import dataclass, field

import structlog
from starlette.datastructures import Headers, MutableHeaders, QueryParams
from starlette.requests import ClientDisconnect, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from contracts.errors import FieldError
from gateway.catalog import Catalog
from gateway.http.errors import GatewayFailed, InvalidRequest
from gateway.http.language import PARAMETER, Language, language_of
from gateway.http.problem_details import answer_refusal
from shared.ids import new_id

CORRELATION = re.compile(r"[A-Za-z0-9_-]{1,80}")
TRACEPARENT = re.compile(r"00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})")
GONE = "caller-gone"
log = structlog.get_logger("gateway.requests")


@dataclass
class RequestContext:
    """What is known of a request; `headers` go out with its answer, `notes` into its line of the log."""

    correlation_id: str
    traceparent: str
    language: Language
    headers: dict[str, str] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)


def context_of(request: Request) -> RequestContext:
    """Return the context that the middleware began."""
    context: RequestContext = request.scope["state"]["context"]
    return context


class RequestContextMiddleware:
    """Begins the context, answers what nobody else could, and ends with one line in the log."""

    def __init__(self, app: ASGIApp, catalog: Catalog) -> None:
        self._app = app
        self._catalog = catalog

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass an HTTP request on with its context."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        await _Exchange(self._app, self._catalog, scope, send).run(receive)


class _Exchange:
    """One request on its way through the middleware."""

    def __init__(self, app: ASGIApp, catalog: Catalog, scope: Scope, send: Send) -> None:
        self._app, self._catalog, self._scope, self._send = app, catalog, scope, send
        self._status: int | None = None
        headers = Headers(scope=scope)
        asked = headers.get("X-Correlation-Id")
        self._correlation_is_good = asked is None or CORRELATION.fullmatch(asked) is not None
        correlation = asked if asked and self._correlation_is_good else new_id("req")
        trace = next_traceparent(headers.get("traceparent"))
        self._context = RequestContext(correlation, trace, _language(scope, headers))
        scope.setdefault("state", {})["context"] = self._context

    async def run(self, receive: Receive) -> None:
        started = time.perf_counter()
        structlog.contextvars.bind_contextvars(correlation_id=self._context.correlation_id)
        try:
            await self._answer(receive)
        finally:
            self._log(round((time.perf_counter() - started) * 1000, 1))
            structlog.contextvars.clear_contextvars()

    async def _answer(self, receive: Receive) -> None:
        if not self._correlation_is_good:
            await self._refuse(InvalidRequest(_correlation_error()), receive)
            return
        try:
            await self._app(self._scope, receive, self._send_with_headers)
        except ClientDisconnect:
            self._context.notes["slug"] = GONE  # nobody is there to be answered, and nothing has failed
        except Exception:
            log.exception("failed")
            if self._status is not None:
                raise
            await self._refuse(GatewayFailed(correlation_id=self._context.correlation_id), receive)

    async def _refuse(self, refusal: InvalidRequest | GatewayFailed, receive: Receive) -> None:
        response = answer_refusal(refusal, self._scope["path"], self._context.language, self._catalog)
        self._context.notes["slug"] = refusal.slug
        await response(self._scope, receive, self._send_with_headers)

    async def _send_with_headers(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._status = message["status"]
            headers = MutableHeaders(scope=message)
            headers["X-Correlation-Id"] = self._context.correlation_id
            headers["traceparent"] = self._context.traceparent
            headers.add_vary_header("Accept-Language")
            headers.update(self._context.headers)
        await self._send(message)

    def _log(self, milliseconds: float) -> None:
        scope = self._scope
        log.info(
            "request",
            method=scope["method"],
            path=scope["path"],
            status=self._status,
            milliseconds=milliseconds,
            traceparent=self._context.traceparent,
            **self._context.notes,
        )


def _language(scope: Scope, headers: Headers) -> Language:
    chosen = QueryParams(scope["query_string"]).get(PARAMETER)
    return language_of(chosen, headers.get("Accept-Language", ""))


def next_traceparent(received: str | None) -> str:
    """Go on with the caller's W3C trace in a span of our own, or begin a trace."""
    found = TRACEPARENT.fullmatch(received or "")
    trace, flags = found.groups() if found else (secrets.token_hex(16), "01")
    return f"00-{trace}-{secrets.token_hex(8)}-{flags}"


def _correlation_error() -> FieldError:
    return FieldError(
        field="X-Correlation-Id",
        rule="correlation-id",
        vi="Chỉ gồm chữ cái không dấu, chữ số, «_» và «-», tối đa 80 ký tự",
        en="Only letters, digits, _ and -, at most 80 of them",
    )
