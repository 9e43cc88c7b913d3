"""The operator of the province sees how every service stands, and that alone."""

from datetime import date
from importlib import import_module
from typing import Any

import pytest

from contracts import catalogue
from contracts.errors import NotAllowed
from shared.authority import Actor, Ask
from shared.chassis import with_chassis
from shared.clock import day_of, system_clock
from shared.service import CommandHandler, QueryHandler, Service

TODAY = day_of(system_clock())
WATCHER = frozenset({"province-operator"})
# Bodies of the province: the owners of services are among them, and one that has several functions.
BODIES = ("ubnd-tinh", "btt-mttq-tinh", "ban-vd-quy-tinh")


def declared(service: str) -> Service:
    return with_chassis(import_module(f"{service}.service").service)


def allowed(service: Service, actor: Actor) -> set[str]:
    """Return the addresses that an actor may ask, but for those that are open to everybody."""
    handlers: list[CommandHandler[Any, Any] | QueryHandler[Any, Any]] = [*service.commands, *service.queries]
    return {each.path for each in handlers if not each.may.anonymous and _may(each, actor)}


def _may(handler: CommandHandler[Any, Any] | QueryHandler[Any, Any], actor: Actor) -> bool:
    try:
        handler.may.check(Ask(actor, handler.model.model_construct(), TODAY))
    except NotAllowed:
        return False
    except AttributeError:  # it came so far as to look into what was asked
        return True
    return True


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("service", catalogue.services())
def test_the_operator_of_the_province_may_ask_for_the_status_alone(service: str, body: str) -> None:
    both = WATCHER | {"operator"}
    for roles in (WATCHER, both):
        watcher = Actor.on(TODAY, user="usr_1", agency=body, unit="19", roles=roles)
        assert allowed(declared(service), watcher) == {"/status"}


def test_who_is_of_no_body_of_the_province_may_not_even_that() -> None:
    then = date(2017, 10, 17)
    watcher = Actor.on(then, user="usr_1", agency="ubnd-xa", unit="05431", roles=WATCHER)
    assert allowed(declared("funds"), watcher) == set()


def test_without_the_role_an_operator_may_more_in_its_own_service() -> None:
    owner = Actor.on(TODAY, user="usr_1", agency="btt-mttq-tinh", unit="19", roles=frozenset({"operator"}))
    assert allowed(declared("campaigns"), owner) > {"/status", "/inbox", "/parked"}
    stranger = Actor.on(TODAY, user="usr_1", agency="ubnd-tinh", unit="19", roles=frozenset({"operator"}))
    assert "/status" not in allowed(declared("campaigns"), stranger)
