"""What all tests share: our packages, the real broker, database and suite, and which tests share a worker."""

import os
from typing import Any

import hypothesis
import pytest
from xdist.scheduler import LoadScopeScheduling

import contracts
import gateway
import shared
from support.running import broker, postgres, suite

# Imported before pytest names test modules after folders that are called the same.
__all__ = ["broker", "contracts", "gateway", "postgres", "shared", "suite"]

pytest.register_assert_rewrite("shared.conformance.suite")
# Workers and servers share the machine: how long an example takes says nothing about the code. Other examples
# are drawn at each run, so that many runs see what half as many in each would not.
hypothesis.settings.register_profile("shared-machine", deadline=None, max_examples=50)
hypothesis.settings.load_profile("shared-machine")

# What is started for a whole run is started on one worker. pytest-xdist's own groups are lost on
# pytest 9.2 (its issue 1386), so the place of a test says with which others it runs.
SERVERS = {"suite": "suite", "broker": "broker", "postgres": "broker", "private_rabbitmq": "faults"}
PLACES = {
    "tests/scenarios/": "suite",
    "tests/suite/": "suite",
    "tests/gateway/test_suite_": "suite",
    "tests/containers/": "containers",
    "tests/gateway/": "broker",
    "tests/broker/": "broker",
    "tests/postgres/": "broker",
    "tests/faults/test_kept_schedules.py": "faults",
    "tests/faults/test_some_faults.py": "faults",
    "tests/faults/test_the_accounting_bites.py": "faults",
    "infra/tests/test_private_node.py": "broker",
    "infra/tests/test_up.py": "broker",
}


def group_of(test: str) -> str:
    """Return the group of a test by its id; a test that needs no server is a group of its own."""
    return next((group for place, group in PLACES.items() if test.startswith(place)), test)


class TogetherByServer(LoadScopeScheduling):  # type: ignore[misc]  # pytest-xdist ships no types
    """Gives the tests of a group to one worker, the largest groups first, the rest wherever there is time."""

    def _split_scope(self, nodeid: str) -> str:
        return group_of(nodeid)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> TogetherByServer:
    """Tell pytest-xdist how tests are given out."""
    return TogetherByServer(config, log)


def pytest_configure() -> None:
    """Let each test say how wide its terminal is, on xdist's workers too, which are told another width."""
    os.environ.pop("COLUMNS", None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Refuse a test that needs a server where no worker of that server runs it."""
    for item in items:
        needed = {SERVERS[each] for each in getattr(item, "fixturenames", []) if each in SERVERS}
        if needed - {group_of(item.nodeid)}:
            message = f"{item.nodeid} needs {needed}: name its place in the root conftest.py"
            raise pytest.UsageError(message)
