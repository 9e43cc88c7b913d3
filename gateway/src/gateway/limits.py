"""Settings of what the gateway takes: how often, how much, how many at once."""

from pydantic import Field

from gateway.http.body import BodyLimits
from shared.settings import Settings

MIB = 1024 * 1024


class LimitSettings(Settings):
    """Limits of the gateway. The defaults suit one province on one machine behind its own name."""

    trusted_proxies: str = Field(
        default="",
        description="Addresses or networks, with commas between, of proxies whose X-Forwarded-For is "
        "believed; by default none, and the address is that of the connection: behind a proxy all readers "
        "would count as one address",
    )
    address_requests_per_second: int = Field(
        default=50,
        ge=0,
        description="Requests that one address (of IPv6 one /64) may make each second, and ten times as many "
        "in one go; 0 is no limit",
    )
    user_requests_per_second: int = Field(
        default=20, ge=0, description="The same for one signed-in user, from wherever"
    )
    requests_at_once: int = Field(
        default=600, ge=1, description="Requests under way; further ones get 503, but for /health"
    )
    connections_at_once: int = Field(
        default=900, ge=2, description="Open connections; requests on further ones get 503"
    )
    commands_at_once: int = Field(default=400, ge=1, description="Commands under way at one service")
    queries_at_once: int = Field(
        default=6, ge=1, description="Questions of signed-in users under way at one service"
    )
    public_reads_at_once: int = Field(
        default=2,
        ge=1,
        description="Questions of anyone under way at one service; with QUERIES_AT_ONCE fewer than "
        "MAX_WORKERS of the services' hosts, so that commands always find one free",
    )
    calls_waiting: int = Field(
        default=64, ge=0, description="Calls of each kind that wait for a place; further ones get 503"
    )
    waiting_seconds: float = Field(
        default=1, ge=0, description="How long a call waits for a place before it gets 503"
    )
    public_read_seconds: int = Field(
        default=5, ge=0, le=3600, description="How old a public read may be: its max-age; 0 keeps none"
    )
    public_read_bytes: int = Field(default=32 * MIB, ge=0, description="Room for public reads that are kept")
    body_bytes: int = Field(default=MIB, ge=1, description="Largest body of a request")
    upload_bytes: int = Field(
        default=8 * MIB, ge=1, description="Largest body of a request that carries a file"
    )
    body_depth: int = Field(default=32, ge=1, le=100, description="Deepest nesting of a body's JSON")
    request_seconds: float = Field(
        default=30, gt=0, description="Time within which a request's head, and then its body, must arrive"
    )

    def body_limits(self, *, upload: bool = False) -> BodyLimits:
        """Return what is taken of a body."""
        most = self.upload_bytes if upload else self.body_bytes
        return BodyLimits(most, self.request_seconds, self.body_depth)
