"""The one user of a broker that this suite starts for itself."""

import secrets

from chungtay.home import Home

USER = "chungtay"


def node_password(home: Home) -> str:
    """Return the user's password, made at the first start: others on this machine must not log in."""
    path = home.broker / "password"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(24), encoding="ascii")
    return path.read_text(encoding="ascii")
