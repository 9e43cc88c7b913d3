"""A fault of the list in the reliability page, by its number and a name of its own."""

from collections.abc import Callable
from dataclasses import dataclass

from faults.experiment import Experiment

Inflict = Callable[[Experiment], bool]


@dataclass(frozen=True)
class Fault:
    """A fault that can be inflicted; `inflict` says whether it has really struck.

    It returns when it has struck; healing and the accounting come after it. One that takes long (`slow`)
    is played once in a run, and not `drawn` again.
    """

    code: str
    name: str
    inflict: Inflict
    slow: bool = False

    @property
    def drawn(self) -> bool:
        """Whether it may come several times in a run, among others."""
        return not self.slow and self.code != "F0"

    def __str__(self) -> str:
        """The number and the name."""
        return f"{self.code} {self.name}"
