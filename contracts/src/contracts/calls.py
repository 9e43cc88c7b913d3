"""The protocol between the gateway and a service: one call, one reply, over nameko's RPC exchange.

The gateway publishes to exchange `nameko-rpc` with routing key `<service>.command`,
`<service>.query` or `<service>.explain`, body `{"args": [call], "kwargs": {}}`.
"""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from contracts.errors import FieldError, Kind, Refusal

RPC_EXCHANGE = "nameko-rpc"
# What headers carry: visible ASCII, short enough for the columns in which it is kept.
IdempotencyKey = Annotated[str, Field(pattern=r"^[\x21-\x7e]{1,200}$")]
CorrelationId = Annotated[str, Field(pattern=r"^[\x21-\x7e]{1,80}$")]
Traceparent = Annotated[str, Field(pattern=r"^[\x21-\x7e]{1,80}$")]
OperationName = Annotated[str, Field(pattern=r"^[a-z0-9_]{0,80}$")]


class Call(BaseModel):
    """A command, a query, or a question who may; `payload` is what the caller sent.

    `milliseconds` is how long after its arrival a call may begin: later, nobody waits for the reply, and it
    is not carried out. A length of time, not an instant: two clocks need not agree. A command needs its key.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    name: OperationName
    payload: dict[str, JsonValue] = {}
    token: str | None = None
    idempotency_key: IdempotencyKey | None = None
    correlation_id: CorrelationId
    traceparent: Traceparent | None = None
    milliseconds: int | None = Field(default=None, ge=0, le=3_600_000)


class FieldProblem(BaseModel):
    """One field that broke one rule."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    field: str
    rule: str
    message: dict[str, str]

    @classmethod
    def of(cls, error: FieldError) -> "FieldProblem":
        """Put a field's error on the wire."""
        return cls(field=error.field, rule=error.rule, message={"vi": error.vi, "en": error.en})


class Problem(BaseModel):
    """A refusal as it travels; `detail` holds the sentence in each language."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    slug: str
    kind: Kind
    detail: dict[str, str]
    rule: str | None = None
    agency: str | None = None
    errors: list[FieldProblem] = []

    @classmethod
    def of(cls, refusal: Refusal, agency: str | None = None) -> "Problem":
        """Put a refusal on the wire."""
        return cls(
            slug=refusal.slug,
            kind=refusal.kind,
            detail=refusal.sentences(),
            rule=refusal.rule,
            agency=agency,
            errors=[FieldProblem.of(error) for error in refusal.fields],
        )


class Reply(BaseModel):
    """The answer to a call, or the problem; `replayed` says that the key had been used before."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    answer: dict[str, JsonValue] | None = None
    problem: Problem | None = None
    replayed: bool = False
