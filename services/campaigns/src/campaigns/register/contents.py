"""The table of contents of the room «register»."""

from typing import Any

from campaigns.register.commands.go_on import continue_import
from campaigns.register.commands.upload import upload_households
from campaigns.register.queries.register import (
    household_counts,
    household_register,
    import_by_id,
    import_faults,
    import_list,
    import_template,
)
from campaigns.store.store import CampaignStore
from contracts.messages import Event
from shared.service import CommandHandler, QueryHandler

COMMANDS: list[CommandHandler[Any, CampaignStore, Any]] = [upload_households, continue_import]
EVENTS: list[type[Event]] = []
QUERIES: list[QueryHandler[Any, CampaignStore, Any]] = [
    import_by_id,
    import_list,
    import_faults,
    import_template,
    household_register,
    household_counts,
]
