"""Where the public keys of an issuer of tokens are: an address, or a folder of this machine."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, build_opener

from joserfc.jwk import KeySet
from pydantic import AfterValidator

JWKS = "jwks.json"
LOCAL = {"127.0.0.1", "localhost", "::1"}
PATIENCE_SECONDS = 5


def _trustworthy(address: str) -> str:
    parts = urlsplit(address)
    here = parts.scheme == "file" or (parts.scheme == "http" and parts.hostname in LOCAL)
    if parts.scheme != "https" and not here:
        message = f"keys must be fetched over https, or from a file, not from {address}"
        raise ValueError(message)
    return address


JwksAddress = Annotated[str, AfterValidator(_trustworthy)]


def keys_in(place: str | Path) -> Callable[[], KeySet]:
    """Return how keys are loaded from an address, or from `jwks.json` in a folder.

    What is returned raises OSError where nobody answers or nothing is there, and whatever the library raises
    for what is no set of keys.
    """

    def load() -> KeySet:
        text = _fetch(place) if isinstance(place, str) else (place / JWKS).read_text("utf-8")
        return KeySet.import_key_set(json.loads(text))

    return load


def _fetch(address: str) -> str:
    with DIRECTLY.open(_trustworthy(address), timeout=PATIENCE_SECONDS) as answer:
        return str(answer.read().decode())


class _NoRedirects(HTTPRedirectHandler):
    """Whoever sends us elsewhere for keys is not asked: it would choose the host, and perhaps plain http."""

    def redirect_request(self, *_: object, **__: object) -> None:
        """Follow none; the answer is an error."""


DIRECTLY = build_opener(_NoRedirects)
