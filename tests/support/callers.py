"""Who acts in a scenario: an agency, or the public, at the gateway of a suite."""

from collections.abc import Callable
from typing import NoReturn
from uuid import uuid4

import pytest

from chungtay.gateway_client import Account, GatewayClient, Json, Refused, Unsuccessful

__all__ = ["Agency", "Board", "Client", "Json", "number"]


def number(kind: str) -> str:
    """Return a document number that no earlier run of the suite has used."""
    return f"{uuid4().hex[:8]}/{kind}"


class Client:
    """One caller of the gateway: an agency, or the public."""

    def __init__(self, gateway: GatewayClient, account: Account | None = None) -> None:
        self._gateway, self._account = gateway, account

    def post(self, path: str, body: Json) -> Json:
        """Carry out a command and return its answer. Raises AssertionError with the problem."""
        try:
            return self._gateway.post(path, body, self._account).body
        except Unsuccessful as error:
            _fail(f"POST {path}", error)

    def get(self, path: str, **params: object) -> Json:
        """Ask a query and return its answer. Raises AssertionError with the problem."""
        try:
            return self._gateway.get(path, self._account, **params)
        except Unsuccessful as error:
            _fail(f"GET {path} {params}", error)

    def refused(self, path: str, body: Json) -> Json:
        """Try a command that must be refused, and return the problem. Raises AssertionError if it is done."""
        with pytest.raises(Refused) as refused:
            self._gateway.post(path, body, self._account)
        assert (refused.value.status or 0) < 500, f"POST {path}: {refused.value.sentence}"
        assert refused.value.document, f"POST {path} was refused without a problem document"
        return refused.value.document

    def wrong_body(self, path: str, body: Json) -> str:
        """Try a command that is another body's, and return the rule that refuses. Raises AssertionError."""
        return self._rule(path, body, 403)

    def wrong_step(self, path: str, body: Json) -> str:
        """Try a command out of its order, and return the rule that refuses. Raises AssertionError."""
        return self._rule(path, body, 409)

    def _rule(self, path: str, body: Json, status: int) -> str:
        problem = self.refused(path, body)
        assert problem["status"] == status, f"POST {path}: {problem}"
        return str(problem.get("rule"))


def _fail(call: str, error: Unsuccessful) -> NoReturn:
    message = f"{call}: {error.status} {error.document or error.sentence}"
    raise AssertionError(message) from error


# `agency("ub-mttq-xa", "05467")` logs in, `board("II.2a-a", 2017)` waits for evidence: see the conftest.
Agency = Callable[..., Client]
Board = Callable[..., Json]
