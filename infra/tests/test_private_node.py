import pika
import pytest

from chungtay.broker.model import Broker, answers, wait_for_login
from chungtay.problems import Problem


def test_a_quorum_queue_keeps_what_is_published(broker: str) -> None:
    connection = pika.BlockingConnection(pika.URLParameters(broker))
    channel = connection.channel()
    channel.confirm_delivery()
    channel.queue_declare("infra-test", durable=True, arguments={"x-queue-type": "quorum"})
    channel.basic_publish("", "infra-test", b"joining hands", mandatory=True)
    assert channel.basic_get("infra-test", auto_ack=True)[2] == b"joining hands"
    channel.queue_delete("infra-test")
    connection.close()


def test_a_wrong_password_is_no_login(broker: str) -> None:
    assert answers(broker)
    parameters = pika.URLParameters(broker)
    assert not answers(f"amqp://nobody:wrong@{parameters.host}:{parameters.port}/")


def test_a_silent_broker_is_said_plainly() -> None:
    silent = Broker("amqp://127.0.0.1:1/", "RabbitMQ at AMQP_URL", patience=0.1)
    with pytest.raises(Problem, match=r"AMQP_URL did not accept a login within 0 seconds"):
        wait_for_login(silent)
