"""The public keys of the province's services, with which whoever takes part checks what they signed.

A province that hands its reference data to its agencies writes them into `data/service-keys.json`; an
installation that makes its own keys keeps them in a file beside (`shared.key_registry`).
"""

from functools import cache
from importlib.resources import files

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, TypeAdapter


class ServiceKey(BaseModel):
    """A key of a service: who may check what with it. `public` is an Ed25519 key: 32 bytes as base64.

    Instants are UTC; `valid_to` is the first outside. What was signed at or after `revoked_at` is not
    believed.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    key_id: str = Field(pattern=r"^[a-z][a-z0-9-]*-[0-9a-f]{16}$", max_length=120)
    service: str
    public: str = Field(pattern=r"^[A-Za-z0-9+/]{43}=$")
    valid_from: AwareDatetime
    valid_to: AwareDatetime | None = None
    revoked_at: AwareDatetime | None = None


@cache
def service_keys() -> tuple[ServiceKey, ...]:
    """Return the keys that the reference data name."""
    data = files("contracts.reference").joinpath("data/service-keys.json").read_bytes()
    return TypeAdapter(tuple[ServiceKey, ...]).validate_json(data)
