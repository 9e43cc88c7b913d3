"""nameko's RPC entrypoint with four repairs; without them one message can stop a service for ever.

A connection whose heartbeats are missed is dropped: kombu would first say goodbye, and wait for an
answer that cannot come. A reply that cannot be sent within a time limit is given up: its worker
would be lost, or the whole container end; who gets no reply repeats the call with its key. A call that
nobody can read, or that cannot be answered (no `reply_to`, no content type that we write), is not carried
out: kept for the operators and acknowledged, it cannot come again and again, and do its act each time. And
a call is stamped with its arrival, from which its time limit counts.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import structlog
from amqp.exceptions import AMQPError
from kombu.exceptions import KombuError
from kombu.message import Message
from kombu.serialization import registry
from nameko import config
from nameko.amqp.consume import Consumer
from nameko.amqp.publish import Publisher
from nameko.messaging import decode_from_headers
from nameko.rpc import Responder, Rpc, RpcConsumer, get_rpc_exchange
from pydantic import TypeAdapter, ValidationError
from sqlalchemy.exc import SQLAlchemyError

from contracts.calls import Call
from shared.bus.words import Complaints
from shared.unread_calls import UnreadCalls, printable

log = structlog.get_logger()

REPLY_SECONDS = 5
MOST_SAID = 500
CALL_STACK = "call_id_stack"
ARGUMENTS = TypeAdapter(tuple[Call])
# An entry of our own in nameko's configuration: whether the queue of calls is to be declared.
DECLARES = "DECLARES_CALLS"
PAUSES = {"interval_start": 0.5, "interval_step": 0, "interval_max": 0.5}
LOST = (OSError, AMQPError, KombuError)


class Unanswerable(Exception):
    """A call that does not say where, or in what form, its reply is wanted."""


class Unreadable(Exception):
    """A message that is no call of the protocol; its text names the fields, never what is in them."""


class Arrived(NamedTuple):
    """A call, and when it came by this process's stopwatch."""

    call: Call
    at: float


class CallConsumer(Consumer):
    """Takes calls; drops a lost connection without ceremony, and soon finds a broker that comes back."""

    on_unreadable: Callable[[Message, Exception], None]
    complaints: Complaints

    def on_decode_error(self, message: Message, exc: Exception) -> None:
        """Set a call aside whose body is no JSON; kombu would log all of it."""
        self.on_unreadable(message, exc)

    def on_connection_error(self, exc: Exception, interval: float) -> None:
        """Say once what is wrong: it is tried again twice a second."""
        if self.complaints.is_new(exc):
            super().on_connection_error(exc, interval)

    @contextmanager
    def establish_connection(self) -> Iterator[Any]:
        """Connect, trying again after short pauses; kombu's own grow to half a minute."""
        with self.create_connection() as connection:
            connection.ensure_connection(self.on_connection_error, **PAUSES)
            self.complaints.over()
            yield connection

    def stop(self) -> None:
        """Take no more; a host that still waits for its first connection waits no longer."""
        super().stop()
        self.ready.set()

    @contextmanager
    def consumer_context(self, **options: Any) -> Iterator[Any]:
        """Give connection, channel and consumers."""
        with super().consumer_context(**options) as found:
            try:
                yield found
            except LOST:
                found[0].collect()
                raise


class ReplyPublisher(Publisher):
    """Waits for the broker's confirm of a reply, but not for ever."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        """Take what nameko gives."""
        super().__init__(*arguments, confirm_timeout=REPLY_SECONDS, **options)


class Replier(Responder):
    """Sends replies."""

    publisher_cls = ReplyPublisher


class Calls(RpcConsumer):
    """Receives the calls of a service and sends the replies."""

    consumer_cls = CallConsumer

    def setup(self) -> None:
        """Prepare to take calls; where the broker's definitions made the queue, nothing is declared."""
        super().setup()
        self.queue.no_declare = not config.get(DECLARES, True)
        self.consumer.on_unreadable = self.set_aside
        self.consumer.complaints = Complaints()

    def handle_message(self, body: Any, message: Message) -> None:
        """Hand a call to its entrypoint; what cannot be carried out is set aside."""
        try:
            provider = self.get_provider_for_method(message.delivery_info["routing_key"])
            provider.handle_message(body, message)
        except Exception as error:  # noqa: BLE001 - whatever is wrong with it, the next one must be served
            self.set_aside(message, error)

    def set_aside(self, message: Message, error: Exception) -> None:
        """Keep a call for the operators, tell its caller where that is possible, and acknowledge it."""
        cause = type(error).__name__
        log.warning("call set aside", cause=cause)
        unread: UnreadCalls = self.container.service_cls.unread_calls
        try:
            unread.keep(cause, str(message.delivery_info.get("routing_key")), bytes_of(message))
        except SQLAlchemyError as away:
            log.warning("call not kept", cause=type(away).__name__)
        self.handle_result(message, None, (type(error), error, error.__traceback__))

    def handle_result(self, message: Message, result: Any, exc_info: Any) -> tuple[Any, Any]:
        """Send the reply, then acknowledge the call, whatever became of the reply."""
        try:
            require_answerable(message)
            replier = Replier(self.amqp_uri, get_rpc_exchange(), message)
            result, exc_info = replier.send_response(result, exc_info)
        except (*LOST, Unanswerable) as error:
            log.warning("reply not sent", cause=type(error).__name__)
        except Exception:
            # Whatever left this method would end the container, and the call would come again.
            log.exception("reply not sent")
        self.consumer.ack_message(message)
        return result, exc_info


class CallEntrypoint(Rpc):
    """A method that answers calls."""

    rpc_consumer = Calls()

    def handle_message(self, body: Any, message: Message) -> None:
        """Hand a call to a worker. Raises Unanswerable, Unreadable."""
        arrived = Arrived(call_in(body), time.monotonic())
        require_answerable(message)
        require_context(message)
        super().handle_message({"args": [arrived], "kwargs": {}}, message)


def call_in(body: Any) -> Call:
    """Read nameko's request: one positional argument, a call, and none by name. Raises Unreadable."""
    if not isinstance(body, dict) or body.get("kwargs") != {}:
        raise Unreadable("kwargs")
    try:
        [call] = ARGUMENTS.validate_python(body.get("args"))
    except ValidationError as error:
        fields = sorted({".".join(map(str, each["loc"])) for each in error.errors(include_input=False)})
        raise Unreadable(", ".join(map(printable, fields))[:MOST_SAID]) from None
    return call


def require_answerable(message: Message) -> None:
    """Refuse a call that could not be answered. Raises Unanswerable."""
    properties = message.properties
    if not properties.get("reply_to") or properties.get("content_type") not in registry.type_to_name:
        raise Unanswerable


def require_context(message: Message) -> None:
    """Refuse a call whose headers nameko could not go on with. Raises Unreadable."""
    stack = decode_from_headers(message.headers).get(CALL_STACK, [])
    if not isinstance(stack, list) or not all(isinstance(each, str) for each in stack):
        raise Unreadable(CALL_STACK)


def bytes_of(message: Message) -> bytes:
    """Return a message's body as it came."""
    body = message.body
    return body if isinstance(body, bytes) else str(body).encode(errors="replace")


rpc = CallEntrypoint.decorator
