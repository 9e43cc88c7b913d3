"""One process that must be kept alive."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Program:
    """A command and how to stop it.

    Programs of one group start and stop together; groups start in ascending `stage` and stop in
    descending order. `environment` adds to the suite's own. `stop_seconds` is the grace before SIGKILL.
    """

    name: str
    group: str
    stage: int
    command: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)
    stop_seconds: int = 15
