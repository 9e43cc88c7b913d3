"""What the tests of the fault tools share."""

import hashlib
from collections.abc import Callable

import pytest


@pytest.fixture
def digest() -> Callable[[bytes], str]:
    """Give the way an unreadable message is named."""
    return lambda body: hashlib.sha256(body).hexdigest()
