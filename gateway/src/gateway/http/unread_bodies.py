"""An answer may go out before its request has come in whole; then the connection ends with it.

Else the server would read on, for nobody, for as long as the caller likes to send.
"""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class UnreadBodiesMiddleware:
    """Says `Connection: close` where a body was announced and not read to its end."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""
        if scope["type"] == "http" and _announces_a_body(scope):
            await _Exchange(receive, send).run(self._app, scope)
        else:
            await self._app(scope, receive, send)


class _Exchange:
    """One request with a body."""

    def __init__(self, receive: Receive, send: Send) -> None:
        self._receive_next, self._send_on = receive, send
        self._is_read = False

    async def run(self, app: ASGIApp, scope: Scope) -> None:
        await app(scope, self._receive, self._send)

    async def _receive(self) -> Message:
        message = await self._receive_next()
        self._is_read = not message.get("more_body", False)
        return message

    async def _send(self, message: Message) -> None:
        if message["type"] == "http.response.start" and not self._is_read:
            MutableHeaders(scope=message)["Connection"] = "close"
        await self._send_on(message)


def _announces_a_body(scope: Scope) -> bool:
    return any(
        name == b"transfer-encoding" or (name == b"content-length" and value != b"0")
        for name, value in scope["headers"]
    )
