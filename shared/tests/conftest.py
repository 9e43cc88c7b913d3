"""What every test of the chassis needs."""

from collections.abc import Iterator

import pytest
from structlog.testing import capture_logs


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    """Keep the logs of expected failures out of the way: rendering their tracebacks takes a second each."""
    with capture_logs():
        yield
