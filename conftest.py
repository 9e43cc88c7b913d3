"""What all tests share: our packages, the real broker, database and suite, and which tests share a worker."""

import os

import pytest
from hypothesis import settings

import contracts
import gateway
import shared
from chungtay.testing import broker, postgres, suite

# Imported before pytest names test modules after folders that are called the same.
__all__ = ["broker", "contracts", "gateway", "postgres", "shared", "suite"]

# How long an example takes depends on what else the machine does: that is a benchmark, never a test.
settings.register_profile("chungtay", deadline=None)
settings.load_profile("chungtay")
pytest.register_assert_rewrite("shared.conformance.suite")

# What is started for a whole run is started on one worker; the rest goes wherever there is time.
GROUPS = {
    "suite": "suite",
    "broker": "broker",
    "postgres": "broker",
    "private_rabbitmq": "broker",
}


def pytest_configure() -> None:
    """Let each test say how wide its terminal is, on xdist's workers too, which are told another width."""
    os.environ.pop("COLUMNS", None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the tests together that need the same servers."""
    for item in items:
        needed = getattr(item, "fixturenames", [])
        if group := next((GROUPS[each] for each in GROUPS if each in needed), None):
            item.add_marker(pytest.mark.xdist_group(group))
