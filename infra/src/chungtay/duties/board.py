"""From the outcomes of scenarios to what is shown of each duty."""

from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import BaseModel

from chungtay.problems import Problem


class Outcome(BaseModel):
    """One scenario: the duties that it shows, and whether it passed."""

    duties: list[str]
    passed: bool


class Shown(BaseModel):
    """One duty in `var/duties.json`."""

    service: str
    scenarios: list[str]
    passed: bool


@dataclass(frozen=True)
class Board:
    """What the scenarios say about the programme's duties. `services` maps every duty to its service."""

    services: Mapping[str, str]
    outcomes: Mapping[str, Outcome]

    def __post_init__(self) -> None:
        """Refuse a mark that names no duty. Raises Problem."""
        for scenario, outcome in self.outcomes.items():
            for duty in outcome.duties:
                if duty not in self.services:
                    message = f"{scenario} is marked with duty {duty}, which the programme does not have"
                    raise Problem(message)

    def shown(self) -> dict[str, Shown]:
        """Return the duties that have a scenario, in the programme's order; one passes if all of its do."""
        return {duty: self._shown(duty) for duty in self.services if self._scenarios(duty)}

    def closing_line(self) -> str:
        """Return the line that `chungtay duties` ends with."""
        passed = [shown.passed for shown in self.shown().values()]
        failing = passed.count(False)
        return f"duties: {len(self.services)}, shown {passed.count(True)}, failing {failing}"

    def _shown(self, duty: str) -> Shown:
        scenarios = self._scenarios(duty)
        passed = all(self.outcomes[scenario].passed for scenario in scenarios)
        return Shown(service=self.services[duty], scenarios=scenarios, passed=passed)

    def _scenarios(self, duty: str) -> list[str]:
        return [scenario for scenario, outcome in self.outcomes.items() if duty in outcome.duties]
