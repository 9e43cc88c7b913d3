"""Every service has a runbook, and it names every setting, command and query of the service."""

import re
from importlib import import_module
from pathlib import Path

import pytest

from contracts import catalogue
from shared.settings import Settings

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("service", catalogue.services())
def test_a_runbook_names_every_setting(service: str) -> None:
    text = (ROOT / "services" / service / "README.md").read_text("utf-8")
    assert [name for name in Settings.model_fields if f"`{name.upper()}`" not in text] == []


@pytest.mark.parametrize("service", catalogue.services())
def test_a_runbook_names_every_address(service: str) -> None:
    text = (ROOT / "services" / service / "README.md").read_text("utf-8")
    declared = import_module(f"{service}.service").service
    shown = {re.sub(r"\?.*", "", each) for each in re.findall(r"`(/[^`]*)`", text)}
    wanted = {each.path for each in (*declared.commands, *declared.queries)}
    assert wanted - shown == set()
