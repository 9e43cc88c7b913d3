"""Settings of one process, from environment variables alone."""

from functools import cache
from pathlib import Path

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Every setting of a service; every runbook's table names them."""

    model_config = SettingsConfigDict(extra="ignore")

    amqp_url: SecretStr = Field(
        default=SecretStr("amqp://guest:guest@127.0.0.1:5672/"),
        description="Address of the broker, with user and password",
    )
    database_url: SecretStr = Field(
        default=SecretStr("sqlite:///var/data/service.db"),
        description="SQLAlchemy address of the service's own database, driver included: sqlite:/// or postgresql+psycopg2://",
    )
    inbox_queue: str = Field(
        default="quorum",
        pattern="^(quorum|classic)$",
        description="Type of the inbox's queue; classic where the broker is one small node",
    )
    var_dir: Path = Field(
        default=Path("var"), description="Folder for run-time files such as the relay's doorbell"
    )
    keys_dir: Path = Field(
        default=Path("var/keys"), description="Folder with the public keys (jwks.json) that sign tokens"
    )
    token_issuer: str = Field(default="https://chungtay.invalid", description="Issuer that tokens must name")
    token_audience: str = Field(default="chungtay", description="Audience that tokens must name")
    token_jwks: str | None = Field(
        default=None,
        description="Address of an OIDC issuer's JWKS; by default the file jwks.json in KEYS_DIR",
    )
    log_format: str = Field(default="json", pattern="^(json|readable)$", description="json or readable")
    log_level: str = Field(default="INFO", description="Least level that is logged")
    max_workers: int = Field(
        default=10, ge=1, description="Commands and queries that one host works on at once"
    )


@cache
def settings() -> Settings:
    """Return the settings of this process."""
    return Settings()
