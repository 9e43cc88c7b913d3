"""Commands that are imported when they are asked for: `chungtay up` loads nothing that it does not need."""

from importlib import import_module
from typing import Any

from typer.core import TyperGroup
from typer.main import get_command

LATE = {
    "events": "chungtay.operations.cli:events",
    "audit": "chungtay.operations.audit_cli:app",
    "outbox": "chungtay.operations.outbox_cli:app",
    "parked": "chungtay.operations.cli:parked_app",
    "broker": "chungtay.broker.cli:app",
    "keys": "chungtay.keys_cli:app",
    "contracts": "chungtay.contracts_tool.cli:app",
    "simulate": "chungtay.simulate.cli:app",
}


class LateCommands(TyperGroup):
    """A group that has the late commands beside its own, as Click's manual shows for large programs."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names of all commands, its own first."""
        return [*super().list_commands(ctx), *LATE]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return the command of a name, None where there is none."""
        if cmd_name not in LATE:
            return super().get_command(ctx, cmd_name)
        module, _, name = LATE[cmd_name].partition(":")
        command = get_command(getattr(import_module(module), name))
        command.name = cmd_name
        return command
