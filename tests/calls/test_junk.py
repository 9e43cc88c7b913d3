"""Whatever is sent to whatever operation, by whomever: an answer or a refusal, never an error of ours."""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from structlog.testing import capture_logs

from calls.junk import payloads
from contracts.calls import Call, Reply
from contracts.errors import Kind
from contracts.messages import Message
from contracts.reference import agencies
from shared.authority import Actor, Ask
from shared.chassis import with_chassis
from shared.dispatch.explaining import explanation
from shared.dispatch.parsing import parsed_in_part
from shared.service import CommandHandler, QueryHandler
from shared.testing import SIGNING_DAY, Stage, actor

SERVICES = ("campaigns", "critique", "funds", "reporting", "supervision")
PLACES = {"T": "19", "H": "164", "X": "05431", "K": "05431-K001"}
Handler = CommandHandler[Any, Any] | QueryHandler[Any, Any]


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    with capture_logs():
        yield


@cache
def stage_of(service: str) -> Stage:
    return Stage(import_module(f"{service}.service").service)


@cache
def actors() -> list[Actor]:
    """One of every body in force, an operator."""
    bodies = agencies().all(SIGNING_DAY)
    return [actor(each.code, PLACES.get(each.level, "19"), roles=frozenset({"operator"})) for each in bodies]


@cache
def drawn(model: type[Message]) -> st.SearchStrategy[Any]:
    """Made once: a schema takes longer than many an example."""
    return payloads(model.model_json_schema())


def operations() -> list[Any]:
    found = []
    for name in SERVICES:
        service = with_chassis(import_module(f"{name}.service").service)
        found += [pytest.param(name, each, id=f"{name}.{each.name}") for each in service.commands]
        found += [pytest.param(name, each, id=f"{name}.{each.name}") for each in service.queries]
    return found


def allowed(handler: Handler) -> list[Actor]:
    """Those whom no rule refuses that looks at the actor alone; else everybody."""
    nothing = parsed_in_part(handler.model, {})
    asks = [Ask(each, nothing, SIGNING_DAY) for each in actors()]
    return [ask.actor for ask in asks if ask.actor and explanation_allows(handler, ask)] or actors()


def explanation_allows(handler: Handler, ask: Ask) -> bool:
    rules = explanation(handler.may, ask)["rules"]
    return isinstance(rules, list) and all(
        isinstance(each, dict) and each["allowed"] is not False for each in rules
    )


@cache
def known(service: str) -> list[str]:
    """Ids of what was made before, so that later commands find something."""
    del service
    return []


def ids_in(answer: object) -> list[str]:
    found = answer.items() if isinstance(answer, dict) else ()
    return [value for name, value in found if name.endswith("_id") and isinstance(value, str)]


def with_known_ids(payload: dict[str, Any], ids: list[str], place: int) -> dict[str, Any]:
    chosen = ids[-1 - place % len(ids)] if ids and place % 4 else None
    return {name: chosen if chosen and name.endswith("_id") else each for name, each in payload.items()}


@pytest.mark.parametrize(("service", "handler"), operations())
@settings(max_examples=15, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_no_payload_is_an_error_of_ours(service: str, handler: Handler, data: st.DataObject) -> None:
    stage = stage_of(service)
    payload = data.draw(drawn(handler.model))  # type: ignore[arg-type]  # a class is hashable
    payload = with_known_ids(payload, known(service), data.draw(st.integers(0, 99)))
    by = data.draw(st.sampled_from(allowed(handler)) | st.sampled_from(actors()))
    call = Call(
        name=handler.name,
        payload=payload,
        token=stage.dispatcher.verifier.token_of(by),  # type: ignore[attr-defined]
        idempotency_key=f"key-{data.draw(st.integers(0, 10**9))}",
        correlation_id="cor_1",
    )
    act = stage.dispatcher.command if isinstance(handler, CommandHandler) else stage.dispatcher.query
    for reply in (act(call), stage.dispatcher.explain(call)):
        known(service).extend(ids_in(reply.answer))
        assert reply.problem is None or reply.problem.kind != Kind.INTERNAL
        assert Reply.model_validate_json(reply.model_dump_json()) == reply
