"""nameko's RPC entrypoint with three repairs; without them one message can stop a service for ever.

A connection whose heartbeats are missed is dropped: kombu would first say goodbye, and wait for an
answer that cannot come. A reply that cannot be sent within a time limit is given up: its worker
would be lost, or the whole container end; who gets no reply repeats the call with its key. And a call that
nobody could be answered (no `reply_to`, no content type that we write) is not carried out: acknowledged and
logged, it cannot come again and again, and do its act each time.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import structlog
from amqp.exceptions import AMQPError
from kombu.exceptions import KombuError
from kombu.message import Message
from kombu.serialization import registry
from nameko import config
from nameko.amqp.consume import Consumer
from nameko.amqp.publish import Publisher
from nameko.rpc import Responder, Rpc, RpcConsumer, get_rpc_exchange

log = structlog.get_logger()

REPLY_SECONDS = 5
# An entry of our own in nameko's configuration: whether the queue of calls is to be declared.
DECLARES = "DECLARES_CALLS"
PAUSES = {"interval_start": 0.5, "interval_step": 0, "interval_max": 0.5}
LOST = (OSError, AMQPError, KombuError)


class Unanswerable(Exception):
    """A call that does not say where, or in what form, its reply is wanted."""


class CallConsumer(Consumer):
    """Takes calls; drops a lost connection without ceremony, and soon finds a broker that comes back."""

    @contextmanager
    def establish_connection(self) -> Iterator[Any]:
        """Connect, trying again after short pauses; kombu's own grow to half a minute."""
        with self.create_connection() as connection:
            connection.ensure_connection(self.on_connection_error, **PAUSES)
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
        """Hand a call to a worker. Raises Unanswerable, and what nameko raises for a malformed request."""
        require_answerable(message)
        super().handle_message(body, message)


def require_answerable(message: Message) -> None:
    """Refuse a call that could not be answered. Raises Unanswerable."""
    properties = message.properties
    if not properties.get("reply_to") or properties.get("content_type") not in registry.type_to_name:
        raise Unanswerable


rpc = CallEntrypoint.decorator
