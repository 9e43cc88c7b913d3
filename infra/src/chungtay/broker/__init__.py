"""Finding a RabbitMQ, or starting one."""

from chungtay.broker.model import Broker

__all__ = ["Broker"]
