"""Who takes part on the broker: what each service tells and hears, as its manifest says.

`members.json` keeps that of the suite's services, so that a start need not load them; a test holds it to
their manifests, and `chungtay contracts freeze` writes it anew.
"""

from collections.abc import Iterable
from importlib.resources import files

from pydantic import BaseModel, ConfigDict, TypeAdapter

from contracts.manifest import Manifest
from shared.bus.topology import exchange_of, reading_host_of

EVERYTHING = "#"


class Member(BaseModel):
    """A service: its name, the wire types of its events, and those that it listens to (`#` for all)."""

    model_config = ConfigDict(frozen=True)

    service: str
    tells: tuple[str, ...]
    hears: tuple[str, ...]

    @classmethod
    def of(cls, manifest: Manifest) -> "Member":
        """Take from a manifest what the broker must know."""
        tells = sorted(event.name for event in manifest.events_out)
        return cls(service=manifest.service, tells=tuple(tells), hears=tuple(sorted(manifest.events_in)))

    @property
    def keys(self) -> tuple[str, ...]:
        """The routing keys with which it publishes."""
        return tuple(key_of(each) for each in self.tells)

    @property
    def hosts(self) -> tuple[str, str]:
        """The names under which its hosts are called: those that do everything, and those for readings."""
        return self.service, reading_host_of(self.service)


MEMBERS = TypeAdapter(tuple[Member, ...])


def members() -> tuple[Member, ...]:
    """Return the services of the suite."""
    return MEMBERS.validate_json(files("chungtay.broker").joinpath("members.json").read_bytes())


def key_of(wire_type: str) -> str:
    """The routing key of a type: `donation_received.v1` of `funds.donation_received.v1`."""
    return wire_type.partition(".")[2]


def sources(members: Iterable[Member]) -> list[str]:
    """The services whose exchanges must stand: members, and whomever they listen to."""
    heard = {each.partition(".")[0] for member in members for each in member.hears if each != EVERYTHING}
    return sorted({member.service for member in members} | heard)


def exchange_and_key(wire_type: str) -> tuple[str, str]:
    """Where events of a type are published."""
    return exchange_of(wire_type.partition(".")[0]), key_of(wire_type)
