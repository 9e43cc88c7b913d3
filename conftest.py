"""Import our packages before pytest names test modules after folders that are called the same."""

import pytest

import contracts
import gateway
import shared

pytest.register_assert_rewrite("shared.conformance.suite")

__all__ = ["contracts", "gateway", "shared"]
