"""Fixtures of the command's own tests."""

from collections.abc import Iterator

import pytest

from chungtay.home import Home
from support.running import temporary_home


@pytest.fixture
def home() -> Iterator[Home]:
    with temporary_home() as home:
        yield home
