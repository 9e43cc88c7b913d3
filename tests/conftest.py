"""Fixtures of the tests that no single agency owns."""

from chungtay.testing import broker, suite

__all__ = ["broker", "suite"]
