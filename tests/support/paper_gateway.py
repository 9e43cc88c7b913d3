"""A gateway of paper, for tests of the operators' verbs."""

import json
from dataclasses import dataclass, field
from typing import Any

import httpx

Json = dict[str, Any]
OWNERS = {"funds": "ban-vd-quy-tinh", "reporting": "ubnd-tinh"}
HEARD = {"funds": ["campaigns.campaign_launched.v1"], "reporting": ["#"]}


def refusal(status: int, detail: str, **more: object) -> httpx.Response:
    """Return a problem document."""
    body = {"status": status, "detail": detail, **more}
    return httpx.Response(status, json=body, headers={"Content-Type": "application/problem+json"})


@dataclass
class PaperGateway:
    """Answers what a test lays in `answers`, to each owner's own token alone; keeps what it was asked.

    A list holds the answers to one question after another.
    """

    answers: dict[str, Json | list[Json] | httpx.Response] = field(default_factory=dict)
    asked: list[httpx.Request] = field(default_factory=list)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        """Answer as httpx.MockTransport asks."""
        path = request.url.path
        if path == "/v1/session":
            return httpx.Response(200, json={"access_token": json.loads(request.content)["account"]})
        if path == "/v1/services":
            return httpx.Response(200, json={"items": [_service(name) for name in OWNERS]})
        self.asked.append(request)
        if request.headers["Authorization"] != f"Bearer {OWNERS[path.split('/')[2]]}":
            return refusal(403, "Only the agency that owns the service may do this")
        answer = self.answers.get(path, refusal(404, f"There is no {path}"))
        answer = answer.pop(0) if isinstance(answer, list) else answer
        return answer if isinstance(answer, httpx.Response) else httpx.Response(200, json=answer)

    @property
    def paths(self) -> list[str]:
        """The addresses of services that were asked."""
        return [request.url.path for request in self.asked]


def _service(name: str) -> Json:
    return {"service": name, "agency": {"code": OWNERS[name]}, "events_in": HEARD[name]}
