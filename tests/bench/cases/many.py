"""Commands over many connections, against as many over few: a crowd must not slow the work down."""

from pathlib import Path

from bench.cases.command import FEW, MANY, gateway
from bench.ground import report
from bench.load import commands_per_second


def ours(amqp_url: str, home: Path) -> float:
    """Send over many connections."""
    with gateway(amqp_url, home) as (address, token):
        return commands_per_second(address, token, MANY, home)


def peer(amqp_url: str, home: Path) -> float:
    """Send over few."""
    with gateway(amqp_url, home) as (address, token):
        return commands_per_second(address, token, FEW, home)


ROLES = {"ours": ours, "peer": peer}

if __name__ == "__main__":
    report(ROLES)
