"""The table of contents of the campaigns service."""

from importlib import import_module
from importlib.util import find_spec
from typing import Any

from campaigns.common.tables import metadata
from shared.service import Service

# While features move, those that exist make the service; in the end they are named here one by one.
ORDER = (
    "campaigns",
    "criteria",
    "households",
    "household_imports",
    "consultations",
    "assignments",
    "guidance",
    "integration_plans",
    "outreach",
    "pilot_models",
    "exemplars",
    "media",
    "titles",
    "poverty",
    "standards",
)


def _exists(name: str) -> bool:
    return find_spec(f"campaigns.{name}") is not None and find_spec(f"campaigns.{name}.feature") is not None


def _feature(name: str) -> Any:
    return getattr(import_module(f"campaigns.{name}.feature"), name)


service = Service(
    name="campaigns",
    function="front-standing",
    title_vi="Cuộc vận động và phong trào",
    title_en="Campaigns and movements",
    features=[_feature(name) for name in ORDER if _exists(name)],
    tables=metadata,
    migrations="campaigns:migrations",
)
