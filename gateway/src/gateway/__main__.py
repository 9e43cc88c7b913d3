"""`python -m gateway`: serve HTTP until SIGTERM."""

import uvicorn

from gateway.app import application
from gateway.settings import GatewaySettings
from shared.logs import configure_logs

KEEP_ALIVE_SECONDS = 30


def main() -> None:
    """Run the gateway with the settings of the environment."""
    settings = GatewaySettings()
    configure_logs(settings, "gateway")
    uvicorn.run(
        application(settings),
        host=settings.gateway_host,
        port=settings.gateway_port,
        access_log=False,
        log_config=None,
        server_header=False,
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
    )


if __name__ == "__main__":
    main()
