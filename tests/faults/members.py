"""The services under test: the five of the suite, and a witness that keeps every event it hears."""

from dataclasses import dataclass
from functools import cached_property

from chungtay.suite import SERVICES
from shared.loading import load
from shared.service import Service

WITNESS = "witness"


@dataclass(frozen=True)
class Member:
    """One service: its name and the module that declares it."""

    name: str
    module: str

    @cached_property
    def service(self) -> Service:
        """What it declares."""
        return load(self.module)

    @property
    def relay(self) -> str:
        """The name of its relay's process."""
        return f"{self.name}-relay"

    def hears(self, wire_type: str) -> bool:
        """Say whether it declares a reaction to events of a type."""
        return any(each.wire_type in {wire_type, "#"} for each in self.service.reactions)


def members(names: tuple[str, ...] = SERVICES) -> tuple[Member, ...]:
    """Return the named services of the suite, and the witness."""
    own = (Member(name, f"{name}.service") for name in names)
    return (*own, Member(WITNESS, "faults.witness"))
