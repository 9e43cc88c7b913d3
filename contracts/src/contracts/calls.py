"""The protocol between the gateway and a service: one call, one reply, over nameko's RPC exchange.

The gateway publishes to exchange `nameko-rpc` with routing key `<service>.command`,
`<service>.query` or `<service>.explain`, body `{"args": [call], "kwargs": {}}`.
"""

from datetime import datetime

from pydantic import BaseModel, ConfigDict, JsonValue

from contracts.errors import FieldError, Kind, Refusal

RPC_EXCHANGE = "nameko-rpc"


class Call(BaseModel):
    """A command, a query, or a question who may; `payload` is what the caller sent.

    After `deadline` nobody waits for the reply, and the call is not carried out.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    name: str
    payload: dict[str, JsonValue] = {}
    token: str | None = None
    idempotency_key: str | None = None
    correlation_id: str
    traceparent: str | None = None
    deadline: datetime | None = None


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
