"""The CloudEvents 1.0 envelope in which every event travels (structured JSON)."""

from datetime import date
from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, JsonValue

CONTENT_TYPE = "application/cloudevents+json"
# What every database takes: one event that PostgreSQL refuses would stop all behind it.
NO_NUL = r"^[^\x00]*$"
EventId = Annotated[str, Field(min_length=1, max_length=80, pattern=NO_NUL)]
PartitionKey = Annotated[str, Field(max_length=159, pattern=NO_NUL)]


class Envelope(BaseModel):
    """One event with its context; lower-case names are CloudEvents attributes and extensions.

    `agency` is the acting body, `unit` the code of the place on the day `occurredon`,
    `duties` the programme's items it is evidence of, separated by commas.
    Persons are never in it: a household is a reference. `synthetic` marks what a demo account led to.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    specversion: Literal["1.0"] = "1.0"
    id: EventId
    source: str = Field(max_length=80, pattern=r"^/[a-z][a-z0-9-]*$")
    type: str = Field(max_length=160, pattern=r"^[a-z][a-z0-9-]*\.[a-z][a-z0-9_]*\.v[1-9][0-9]*$")
    subject: str
    time: AwareDatetime
    datacontenttype: Literal["application/json"] = "application/json"
    dataschema: str
    data: dict[str, JsonValue]
    partitionkey: PartitionKey
    correlationid: str
    causationid: str | None = None
    traceparent: str | None = None
    agency: str
    unit: str | None = None
    occurredon: date
    duties: str = ""
    synthetic: bool | None = None

    @property
    def service(self) -> str:
        """The name of the service that published the event."""
        return self.source.removeprefix("/")

    @property
    def routing_key(self) -> str:
        """The event's name and version, as the broker routes it: `donation_received.v1`."""
        return self.type.split(".", 1)[1]

    @property
    def duty_ids(self) -> tuple[str, ...]:
        """The duties as a tuple of ids, in the order given."""
        return tuple(filter(None, self.duties.split(",")))

    def encode(self) -> bytes:
        """Return the bytes that travel; they are made once and never change."""
        return self.model_dump_json(exclude_none=True).encode()

    @classmethod
    def decode(cls, body: bytes) -> "Envelope":
        """Read an envelope. Raises pydantic.ValidationError."""
        return cls.model_validate_json(body)
