"""The gateway in front of the whole suite."""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import httpx
import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator, validate

from chungtay.suite import SERVICES
from chungtay.up import Suite


@pytest.fixture(scope="module")
def http(suite: Suite) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=suite.url, timeout=30) as client:
        yield client


def log_in(http: httpx.Client, account: str) -> dict[str, str]:
    session = http.post("/v1/session", json={"account": account})
    assert session.status_code == 200, session.text
    return {"Authorization": f"Bearer {session.json()['access_token']}"}


def services(http: httpx.Client) -> list[dict[str, Any]]:
    """Return the suite's services in short; a broker used before may remember others."""
    return [each for each in http.get("/v1/services").json()["items"] if each["service"] in SERVICES]


def operations(http: httpx.Client) -> list[dict[str, Any]]:
    return [each for service in services(http) for each in service["operations"]]


def addresses(service: dict[str, Any]) -> set[str]:
    return {each["path"] for each in service["operations"]}


def first_command(http: httpx.Client) -> str:
    """Return the address of a command that stands without parameters."""
    commands = [each for each in operations(http) if each["method"] == "POST" and not each["public"]]
    return next(str(each["path"]) for each in commands if "{" not in each["path"])


def test_every_command_refuses_the_anonymous_caller(http: httpx.Client) -> None:
    closed = [each for each in operations(http) if not each["public"]]
    assert {each["path"].split("/")[2] for each in closed} == set(SERVICES)
    for each in closed:
        answer = http.request(each["method"], each["path"].replace("{", "").replace("}", ""))
        assert (answer.status_code, each["path"]) == (401, each["path"])


def test_anyone_may_read_the_duty_board(http: httpx.Client) -> None:
    answer = http.get("/v1/reporting/duties", params={"year": 2017})
    assert answer.status_code == 200, answer.text
    assert len(answer.json()["items"]) == 115
    again = http.get(
        "/v1/reporting/duties", params={"year": 2017}, headers={"If-None-Match": answer.headers["ETag"]}
    )
    assert again.status_code == 304


def test_the_document_of_all_services_is_valid(http: httpx.Client) -> None:
    document = http.get("/openapi.json").json()
    validate(document, cls=OpenAPIV31SpecValidator)
    tags = {each["name"] for each in document["tags"]}
    assert {"gateway", *SERVICES} <= tags
    english = http.get("/openapi.json", params={"lang": "en"}).json()
    assert list(english["components"]["schemas"]) == list(document["components"]["schemas"])
    assert english["info"]["summary"] != document["info"]["summary"]


def test_every_service_says_what_awaits_the_caller(http: httpx.Client) -> None:
    asked = {each["service"] for each in services(http) if f"/v1/{each['service']}/tasks" in addresses(each)}
    assert asked == set(SERVICES)
    answer = http.get("/v1/tasks", headers=log_in(http, "btt-mttq-tinh"))
    assert answer.status_code == 200, answer.text
    assert not {each["service"] for each in answer.json()["unanswered"]} & set(SERVICES)


def test_the_caller_is_named(http: httpx.Client) -> None:
    who = http.get("/v1/me", headers=log_in(http, "btt-mttq-tinh")).json()
    assert (who["agency"]["code"], who["unit"]["name_vi"]) == ("btt-mttq-tinh", "tỉnh Thái Nguyên")


def test_every_service_listens(http: httpx.Client) -> None:
    health = http.get("/health").json()
    listeners = {each["service"]: each["listeners"] for each in health["services"]}
    assert health["broker"] == "connected"
    assert {service: listeners[service] for service in SERVICES} == dict.fromkeys(SERVICES, 1)


def test_bad_input_names_the_field_in_both_languages(http: httpx.Client) -> None:
    address, headers = first_command(http), log_in(http, "btt-mttq-tinh")
    body = {"no_such_field": 1}
    vietnamese = http.post(address, json=body, headers=headers).json()
    english = http.post(address, json=body, headers={**headers, "Accept-Language": "en"}).json()
    for problem in (vietnamese, english):
        assert "no_such_field" in {each["field"] for each in problem["errors"]}
    assert vietnamese["detail"] != english["detail"]


def test_a_repeated_key_gives_the_stored_answer_and_another_body_is_refused(http: httpx.Client) -> None:
    headers = {**log_in(http, "ban-vd-quy-tinh"), "Idempotency-Key": uuid4().hex}
    drive = {
        "fund_kind": "for_the_poor",
        "unit_code": "19",
        "name": "Tháng cao điểm «Vì người nghèo» (dữ liệu thử)",
        "start_on": "2017-10-17",
        "end_on": "2017-11-18",
        "target_vnd": 1_000_000,
        "occurred_on": "2017-10-17",
    }
    first = http.post("/v1/funds/drives", json=drive, headers=headers)
    assert first.status_code == 200, first.text
    assert "Idempotent-Replayed" not in first.headers
    again = http.post("/v1/funds/drives", json=drive, headers=headers)
    assert (again.json(), again.headers["Idempotent-Replayed"]) == (first.json(), "true")
    other = http.post("/v1/funds/drives", json={**drive, "target_vnd": 2}, headers=headers)
    assert (other.status_code, other.json()["type"]) == (409, "/problems/idempotency-key-reused")


def test_who_may_is_explained(http: httpx.Client) -> None:
    service = services(http)[0]
    name = next(each["name"] for each in service["operations"] if each["method"] == "POST")
    params = {"service": service["service"], "operation": name}
    answer = http.get("/v1/authority/explain", params=params, headers=log_in(http, "ubnd-tinh"))
    assert answer.status_code == 200, answer.text
    assert answer.json()["rules"]
