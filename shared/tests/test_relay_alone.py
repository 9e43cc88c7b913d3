"""A relay, and whoever needs the names on the broker, imports no declaration of a service and no host."""

import subprocess
import sys

import pytest

FOREIGN = (
    "contracts", "shared.service", "shared.loading", "shared.work", "shared.host",
    "campaigns", "funds", "supervision", "critique", "reporting", "gateway", "chungtay",
    "nameko", "kombu", "eventlet", "alembic", "holidays", "joserfc", "sqlalchemy.orm",
    "pydantic", "rich", "sqlalchemy.dialects.postgresql",
)  # fmt: skip
SAY = "import sys, {module}; print(*sys.modules, sep='\\n')"


def foreign_in(module: str) -> set[str]:
    """Import a module in a process of its own; return what it brings that it should not."""
    command = [sys.executable, "-W", "ignore", "-c", SAY.format(module=module)]
    names = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    assert module in names
    return {name for name in names if any(f"{name}.".startswith(f"{each}.") for each in FOREIGN)}


@pytest.mark.parametrize("module", ["shared.bus.relay", "shared.bus.topology"])
def test_nothing_of_a_service_is_imported(module: str) -> None:
    assert foreign_in(module) == set()


def test_the_check_sees_what_it_looks_for() -> None:
    assert {"contracts.reference", "pydantic", "sqlalchemy.orm", "nameko", "eventlet"} <= foreign_in(
        "shared.host.run"
    )
