"""Fixtures of the tests that no single agency owns."""

from chungtay.testing import broker, postgres, suite

__all__ = ["broker", "postgres", "suite"]
