"""`python -m gateway`: serve HTTP until SIGTERM. `python -m gateway rotate [--at-once]`: make a new key."""

import sys
import time

import uvicorn

from gateway.app import application
from gateway.serving import server_options
from gateway.session.key_ring import KeyRing
from gateway.settings import GatewaySettings
from shared.logs import configure_logs

USAGE = "usage: python -m gateway [rotate [--at-once]]"


def main(arguments: list[str]) -> None:
    """Run the gateway with the settings of the environment, or change its key."""
    settings = GatewaySettings()
    match arguments:
        case []:
            serve(settings)
        case ["rotate", *more] if more in ([], ["--at-once"]):
            sys.stdout.write(f"{KeyRing.of(settings).rotate(time.time(), at_once=bool(more))}\n")
        case _:
            sys.exit(USAGE)


def serve(settings: GatewaySettings) -> None:
    """Serve HTTP."""
    configure_logs(settings, "gateway")
    uvicorn.run(application(settings), **server_options(settings))


if __name__ == "__main__":
    main(sys.argv[1:])
