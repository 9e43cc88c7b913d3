import pytest

from shared.conformance.memory import MemoryConformance
from shared.conformance.port import Bus
from shared.conformance.suite import BusConformance


@pytest.fixture
def bus() -> Bus:
    return MemoryConformance()


class TestMemory(BusConformance):
    """The bus of the unit tests keeps the promise of the real one."""
