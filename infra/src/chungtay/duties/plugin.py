"""A pytest plugin that writes down which duty each scenario shows, and whether it passed.

A scenario carries `@pytest.mark.duty("II.2a-a")`, with several ids or several marks where it shows several.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

PLUGIN = "chungtay-duties"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--duties-to FILE`."""
    parser.addoption("--duties-to", type=Path, help="write {scenario: {duties, passed}} to this JSON file")


def pytest_configure(config: pytest.Config) -> None:
    """Collect only when asked to."""
    if target := config.getoption("--duties-to"):
        config.pluginmanager.register(Collector(target), PLUGIN)


class Collector:
    """Notes the outcome of each marked scenario; it passed when its setup, call and teardown did."""

    def __init__(self, target: Path) -> None:
        self._target = target
        self._duties: dict[str, list[str]] = {}
        self._phases: dict[str, list[str]] = {}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Read the marks."""
        self._duties = {item.nodeid: ids for item in items if (ids := list(_marked(item)))}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep the outcome of each phase."""
        self._phases.setdefault(report.nodeid, []).append(report.outcome)

    def pytest_sessionfinish(self) -> None:
        """Write the file."""
        outcomes = {
            scenario: {"duties": duties, "passed": self._passed(scenario)}
            for scenario, duties in self._duties.items()
        }
        self._target.write_text(json.dumps(outcomes, ensure_ascii=False, indent=2), encoding="utf-8")

    def _passed(self, scenario: str) -> bool:
        phases = self._phases.get(scenario, [])
        return bool(phases) and set(phases) == {"passed"}


def _marked(item: pytest.Item) -> Iterator[str]:
    for mark in item.iter_markers("duty"):
        yield from mark.args
