"""The example service as its own processes, signed in as the agency that owns it."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from joserfc import jwt
from joserfc.jwk import KeySet, OKPKey

from shared.settings import Settings


class Subject:
    """Host and relay of the example on a broker, and the key that signs for its agency."""

    def __init__(self, amqp_url: str, home: Path) -> None:
        """Publish the key and name the database."""
        self.database = home / "example.db"
        self._key = OKPKey.generate_key("Ed25519", {"kid": "bench"})
        (home / "jwks.json").write_text(json.dumps(KeySet([self._key]).as_dict(private=False)))
        self.environment = {
            **os.environ,
            "AMQP_URL": amqp_url,
            "DATABASE_URL": f"sqlite:///{self.database}",
            "VAR_DIR": str(home),
            "KEYS_DIR": str(home),
            "SIGNING_DIR": str(home / "signing"),
            "LOG_LEVEL": "WARNING",
        }

    @contextmanager
    def running(self, *more: tuple[str, ...]) -> Iterator[None]:
        """Prepare; then keep host, relay and `more` modules alive for the block."""
        self._start("shared.host", "prepare", "shared.example").wait()
        modules = [("shared.host", "run", "shared.example"), ("shared.bus.relay", "shared.example"), *more]
        started = [self._start(*module) for module in modules]
        try:
            yield
        finally:
            for process in started:
                process.terminate()
            for process in started:
                process.wait()

    def token(self) -> str:
        """Sign in as the agency that owns the example."""
        settings = Settings()
        claims = {
            "iss": settings.token_issuer,
            "aud": settings.token_audience,
            "exp": int(time.time()) + 3600,
            "sub": "usr_synthetic",
            "agency": "btt-mttq-tinh",
            "unit": "19",
        }
        return jwt.encode({"alg": "Ed25519", "kid": "bench"}, claims, self._key, algorithms=["Ed25519"])

    def _start(self, *command: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen([sys.executable, "-W", "ignore", "-m", *command], env=self.environment)
