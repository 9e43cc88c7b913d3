"""Settings of one process, from environment variables alone."""

import os
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import AwareDatetime, BaseModel, Field, SecretStr, model_validator

from shared.bus.time_limit import REACTION_SECONDS
from shared.issuer_keys import JwksAddress
from shared.session_limits import SessionLimits


class Settings(BaseModel):
    """Every setting of a service; every runbook's table names them.

    The environment variable of a setting is its name in capitals. Raises pydantic's ValidationError.
    """

    amqp_url: SecretStr = Field(
        default=SecretStr("amqp://guest:guest@127.0.0.1:5672/"),
        description="Address of the broker, with user and password",
    )
    database_url: SecretStr = Field(
        default=SecretStr("sqlite:///var/data/service.db"),
        description="SQLAlchemy address of the service's own database, driver included: sqlite:/// or postgresql+psycopg2://",
    )
    database_connect_seconds: int = Field(
        default=10, ge=1, description="Seconds in which PostgreSQL must take a connection"
    )
    database_lock_seconds: int = Field(
        default=10, ge=1, description="Seconds for which a session on PostgreSQL waits for another's lock"
    )
    database_statement_seconds: int = Field(
        default=30, ge=1, description="Seconds that one statement may take on PostgreSQL; migrations may more"
    )
    database_idle_seconds: int = Field(
        default=60,
        ge=1,
        description="Seconds after which PostgreSQL ends a session that stands idle in a transaction",
    )
    database_keepalive_seconds: int = Field(
        default=30, ge=1, description="Seconds of silence after which PostgreSQL is asked whether it is there"
    )
    inbox_queue: str = Field(
        default="quorum",
        pattern="^(quorum|classic)$",
        description="Type of the inbox's queue; classic where the broker is one small node",
    )
    broker_topology: str = Field(
        default="made",
        pattern="^(made|given)$",
        description="given: the broker's definitions made queues and users for the services, who may declare "
        "nothing and are told apart; made: services declare for themselves, one user may serve for all",
    )
    journal_since: AwareDatetime | None = Field(
        default=None,
        description="Instant with its zone from which a new service, or a type that one newly listens to, is "
        "read from the journal; by default from the journal's beginning",
    )
    var_dir: Path = Field(
        default=Path("var"), description="Folder for run-time files such as the relay's doorbell"
    )
    keys_dir: Path = Field(
        default=Path("var/keys"),
        description="Folder of public keys, which services only read: jwks.json is the gateway's",
    )
    service_keys_dir: Path = Field(
        default=Path("var/service-keys"),
        description="Folder of the service's private key (`<service>.pem`), which its owner alone may read",
    )
    gateway_jwks: JwksAddress | None = Field(
        default=None,
        description="Address of the gateway's public keys (`https://…/.well-known/jwks.json`), with which it "
        "signs calls; by default the file jwks.json in KEYS_DIR",
    )
    synthetic_data: bool = Field(
        default=False,
        description="1 where all data are invented: demo accounts may act, also for years gone by, and all "
        "they write is marked; a service with a single real act refuses to start so",
    )
    keep_outbox_days: int = Field(
        default=400,
        ge=1,
        description="Days for which an event's bytes stay in the outbox once the journal has it",
    )
    keep_inbox_days: int = Field(
        default=30, ge=1, description="Days for which an event's bytes stay in the inbox once it is applied"
    )
    keep_answers_days: int = Field(
        default=30,
        ge=1,
        description="Days for which a repeated idempotency key gets its answer; later it is refused, "
        "and never done again",
    )
    keep_unread_calls_days: int = Field(
        default=90, ge=1, description="Days for which a call that nobody could read is shown to the operators"
    )
    keep_reports_days: int = Field(
        default=90, ge=1, description="Days for which a job's report on what it refused is kept"
    )
    log_format: str = Field(default="json", pattern="^(json|readable)$", description="json or readable")
    log_level: str = Field(default="INFO", description="Least level that is logged")
    max_workers: int = Field(
        default=10, ge=1, description="Calls that one host works on at once, besides readings that wait"
    )
    host_role: str = Field(
        default="all",
        pattern="^(all|readings)$",
        description="readings: this host answers queries alone, and takes no command, event, timer or job; "
        "the gateway asks it before the others",
    )
    readings_at_once: int = Field(
        default=4, ge=1, description="Queries that one host answers at once; more wait, many more are refused"
    )
    reading_seconds: float = Field(
        default=10, gt=0, description="Seconds that one statement of a query may take on SQLite"
    )
    hang_seconds: float = Field(
        default=20, gt=0, description="Seconds for which a host may stand still before its watchdog ends it"
    )
    reaction_seconds: float = Field(
        default=REACTION_SECONDS,
        gt=0,
        description="Seconds that the reactions to one event may take where they declare nothing else",
    )

    @model_validator(mode="before")
    @classmethod
    def _read_environment(cls, given: dict[str, Any]) -> dict[str, Any]:
        """Take from the environment what is not given."""
        names = {name: name.upper() for name in cls.model_fields}
        found = {name: os.environ[key] for name, key in names.items() if key in os.environ}
        return {**found, **given}

    @property
    def session_limits(self) -> SessionLimits:
        """What a session on PostgreSQL may take."""
        return SessionLimits(
            self.database_connect_seconds,
            self.database_lock_seconds,
            self.database_statement_seconds,
            self.database_idle_seconds,
            self.database_keepalive_seconds,
        )

    @property
    def topology_is_given(self) -> bool:
        """Whether the broker's definitions made everything, a user for each service included."""
        return self.broker_topology == "given"

    @property
    def reads_alone(self) -> bool:
        """Whether this host answers queries and does nothing else."""
        return self.host_role == "readings"

    @property
    def inbox_to_declare(self) -> str | None:
        """The type of queue that a service declares for its inbox; None where it may declare nothing."""
        return None if self.topology_is_given else self.inbox_queue

    def database_address(self, service: str) -> str:
        """The address of a service's database; `{service}` in the setting stands for its name."""
        return self.database_url.get_secret_value().format(service=service)


@cache
def settings() -> Settings:
    """Return the settings of this process."""
    return Settings()
