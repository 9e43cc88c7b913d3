"""Settings of the gateway, from environment variables alone."""

from datetime import date
from pathlib import Path
from typing import Self

from pydantic import Field, model_validator
from pydantic.fields import FieldInfo

from gateway.limits import LimitSettings
from shared.issuer_keys import JwksAddress
from shared.settings import Settings

COMMON = (
    "amqp_url",
    "broker_topology",
    "keys_dir",
    "synthetic_data",
    "log_format",
    "log_level",
)


class GatewaySettings(LimitSettings):
    """What the gateway needs beyond the settings that every process has."""

    gateway_host: str = Field(default="127.0.0.1", description="Address on which the gateway listens")
    gateway_port: int = Field(default=8075, ge=1, le=65535, description="Port on which the gateway listens")
    demo_accounts: bool = Field(
        default=False,
        description="1 lets anyone log in as any agency (POST /v1/session); only with SYNTHETIC_DATA=1",
    )
    demo_unit: str = Field(
        default="19", description="Place of demo accounts that name none: the province's code"
    )
    demo_day: date = Field(
        default=date(2017, 6, 16),
        description="Demo accounts exist for agencies in force on this day or today",
    )
    signing_dir: Path = Field(
        default=Path("var/signing"),
        description="Folder of the gateway's private keys, old and new: private.json (mode 600), made at the "
        "first start; no service may read it",
    )
    token_issuer: str = Field(
        default="https://chungtay.invalid", description="Issuer that users' tokens must name"
    )
    token_audience: str = Field(default="chungtay", description="Audience that users' tokens must name")
    token_jwks: JwksAddress | None = Field(
        default=None,
        description="Address of the keys (JWKS) of the issuer of users' tokens; by default they are ours",
    )
    call_timeout_seconds: float = Field(
        default=10, gt=0, le=300, description="Time limit of a call to a service; its message expires with it"
    )

    @model_validator(mode="after")
    def _demo_accounts_with_synthetic_data_alone(self) -> Self:
        if self.demo_accounts and not self.synthetic_data:
            message = "DEMO_ACCOUNTS lets anyone act as any agency: set SYNTHETIC_DATA=1 with it, or neither"
            raise ValueError(message)
        return self


def in_use() -> dict[str, FieldInfo]:
    """Return the settings that the gateway reads: its own, and some of those that every process has."""
    fields = GatewaySettings.model_fields
    return {
        name: each for name, each in fields.items() if name in COMMON or name not in Settings.model_fields
    }
