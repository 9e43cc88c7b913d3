"""Passwords of the broker's users: given by the environment, else made once and kept for the owner alone."""

import os
import secrets
from collections.abc import Iterable, Mapping

from chungtay.home import Home

SETTING_PREFIX = "BROKER_PASSWORD_"


def passwords(
    home: Home, users: Iterable[str], environment: Mapping[str, str] = os.environ
) -> dict[str, str]:
    """Return each user's password: BROKER_PASSWORD_FUNDS_RELAY for `funds-relay`, else that of a file."""
    return {user: environment.get(setting_of(user)) or _kept(home, user) for user in users}


def setting_of(user: str) -> str:
    """The environment variable that may give a user's password."""
    return f"{SETTING_PREFIX}{user.upper().replace('-', '_')}"


def _kept(home: Home, user: str) -> str:
    folder = home.broker / "passwords"
    folder.mkdir(mode=0o700, exist_ok=True)
    path = folder / user
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(24), encoding="ascii")
    return path.read_text(encoding="ascii")
