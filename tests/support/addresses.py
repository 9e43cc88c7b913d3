"""Which command an address means, as the services declare them."""

import re
from collections.abc import Iterable
from typing import Any

from shared.service import CommandHandler


def fit(commands: Iterable[CommandHandler[Any, Any]], service: str, path: str, body: dict[str, Any]) -> Any:
    """Return the message that a request makes for the one command of its address. Raises ValidationError."""
    found = [(each, _fields(f"/v1/{service}{each.path}", path)) for each in commands]
    [(handler, named)] = [(each, named) for each, named in found if named is not None]
    return handler.model.model_validate({**body, **named})


def _fields(pattern: str, path: str) -> dict[str, str] | None:
    found = re.fullmatch(re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", pattern), path)
    return found.groupdict() if found else None
