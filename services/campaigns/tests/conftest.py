"""The stage of the campaigns service and the steps that several tests begin with."""

from importlib import import_module
from importlib.util import find_spec

import pytest

from campaigns.common.tables import metadata
from shared.service import Service
from shared.testing import Stage

NAMES = (
    "campaigns", "criteria", "households", "household_imports", "consultations", "assignments", "guidance",
    "media", "outreach", "integration_plans", "pilot_models", "exemplars", "titles", "poverty", "standards",
)  # fmt: skip


@pytest.fixture(scope="session")
def service() -> Service:
    features = []
    for name in NAMES:
        if find_spec(f"campaigns.{name}") and find_spec(f"campaigns.{name}.feature"):
            try:
                features.append(getattr(import_module(f"campaigns.{name}.feature"), name))
            except ImportError:
                continue
    return Service("campaigns", "front-standing", "Cuộc vận động", "Campaigns", features, metadata, "campaigns:migrations")


@pytest.fixture
def stage(service: Service) -> Stage:
    return Stage(service)
