"""One client of the gateway, for the simulation, the operators' verbs, the fault tests and the scenarios."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple, Self

import httpx

from shared.ids import new_id

Json = dict[str, Any]
TIMEOUT_SECONDS = 30
MEDIA_TYPE = "application/problem+json"
REPLAYED = "Idempotent-Replayed"
ABSENT = {
    httpx.codes.TOO_MANY_REQUESTS,
    httpx.codes.BAD_GATEWAY,
    httpx.codes.SERVICE_UNAVAILABLE,
    httpx.codes.GATEWAY_TIMEOUT,
}


@dataclass(frozen=True)
class Account:
    """A demo account: the code of a body, the unit that says which body is meant, and its operator's role.

    Without a unit the gateway takes its own province.
    """

    code: str
    unit: str | None = None
    operator: bool = False

    def as_json(self) -> Json:
        """What one logs in with."""
        unit = {"unit": self.unit} if self.unit else {}
        return {"account": self.code, **unit, **({"operator": True} if self.operator else {})}


Caller = Account | str | None
"""Who calls: a demo account, the bearer of a token, or the public."""


class FieldProblem(NamedTuple):
    """A field that broke a rule."""

    field: str
    rule: str
    message: str


class Reply(NamedTuple):
    """What a command answered; `replayed` where it had been carried out before under the same key."""

    body: Json
    replayed: bool


class Unsuccessful(Exception):
    """A call that was not answered with success.

    `status` is HTTP's, None where nobody answered; `document` the problem document (RFC 9457), empty where
    none came. `slug` is the last part of the problem's type.
    """

    def __init__(self, detail: str, status: int | None = None, document: Json | None = None) -> None:
        """Keep what was said."""
        super().__init__(detail)
        self.detail, self.status, self.document = detail, status, document or {}
        self.slug = str(self.document.get("type", "")).rpartition("/")[2]
        self.rule: str | None = self.document.get("rule")
        errors = self.document.get("errors", [])
        self.fields = [FieldProblem(each["field"], each["rule"], each.get("message", "")) for each in errors]

    @classmethod
    def answered(cls, answer: httpx.Response) -> Self:
        """Read an answer; what stands before the gateway may answer without a problem document."""
        document = dict(answer.json()) if answer.headers.get("Content-Type") == MEDIA_TYPE else {}
        return cls(document.get("detail", f"HTTP {answer.status_code}"), answer.status_code, document)

    @property
    def reasons(self) -> set[str]:
        """The slug, and the rules that fields broke."""
        return {self.slug, *(each.rule for each in self.fields)} - {""}

    @property
    def sentence(self) -> str:
        """The detail, with each field that broke a rule."""
        return " ".join([self.detail, *(f"{each.field}: {each.message}" for each in self.fields)])


class Refused(Unsuccessful):
    """The gateway or a service refused."""


class Away(Unsuccessful):
    """The gateway, or the service behind it, does not answer now."""


@dataclass
class GatewayClient:
    """Calls the gateway; it logs in when an account is first needed, and keeps the tokens.

    It may be used by several threads.
    """

    http: httpx.Client
    _tokens: dict[Account, str] = field(default_factory=dict)

    @classmethod
    def at(cls, url: str, *, language: str | None = None, timeout: float = TIMEOUT_SECONDS) -> Self:
        """Make a client of the gateway at an address, which answers in a language within so many seconds."""
        headers = {"Accept-Language": language} if language else {}
        return cls(httpx.Client(base_url=url, timeout=timeout, headers=headers))

    def close(self) -> None:
        """Close the connections."""
        self.http.close()

    def get(self, path: str, by: Caller = None, /, **params: object) -> Json:
        """Ask a query. Raises Refused, Away."""
        texts = {name: value if isinstance(value, list) else str(value) for name, value in params.items()}
        return self._read(self._send("GET", path, headers=self._authority(by), params=texts))

    def post(
        self,
        path: str,
        body: Json,
        by: Caller = None,
        *,
        key: str | None = None,
        correlation: str | None = None,
    ) -> Reply:
        """Carry out a command once, under a new key or the one given. Raises Refused, Away."""
        headers = {**self._authority(by), "Idempotency-Key": key or new_id("key")}
        if correlation:
            headers["X-Correlation-Id"] = correlation
        answer = self._send("POST", path, headers=headers, json=body)
        return Reply(self._read(answer), answer.headers.get(REPLAYED) == "true")

    def log_in(self, account: Account) -> str:
        """Return the token of an account. Raises Refused, Away."""
        if account not in self._tokens:
            session = self._read(self._send("POST", "/v1/session", json=account.as_json()))
            self._tokens[account] = session["access_token"]
        return self._tokens[account]

    def _authority(self, by: Caller) -> dict[str, str]:
        if by is None:
            return {}
        token = self.log_in(by) if isinstance(by, Account) else by
        return {"Authorization": f"Bearer {token}"}

    def _send(self, method: str, path: str, **sent: Any) -> httpx.Response:
        try:
            answer = self.http.request(method, path, **sent)
        except httpx.TransportError as error:
            message = f"the gateway at {self.http.base_url} does not answer ({type(error).__name__})"
            raise Away(message) from error
        if answer.is_success:
            return answer
        raise (Away if answer.status_code in ABSENT else Refused).answered(answer)

    def _read(self, answer: httpx.Response) -> Json:
        try:
            return dict(answer.json())
        except ValueError as error:
            message = f"what the gateway at {self.http.base_url} answered cannot be read"
            raise Away(message) from error
