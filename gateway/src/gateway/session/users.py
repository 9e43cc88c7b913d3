"""Whose tokens are users' tokens: those of an OIDC issuer, or our own where none is named."""

import time

from gateway.session.key_ring import KeyRing
from gateway.settings import GatewaySettings
from shared.issuer_keys import keys_in
from shared.tokens import Expected, Verifier


def verifier_of_users(settings: GatewaySettings, ring: KeyRing) -> Verifier:
    """Return what callers' tokens are checked with."""
    address = settings.token_jwks
    keys = keys_in(address) if address else lambda: ring.public(time.time())
    return Verifier(Expected(settings.token_issuer, settings.token_audience, keys))
