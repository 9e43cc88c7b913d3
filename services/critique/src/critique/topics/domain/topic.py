"""Topics that are supervised in a year."""

from dataclasses import dataclass


@dataclass(eq=False)
class SupervisedTopic:
    """A topic of an agreed supervision plan."""

    plan_id: str
    topic: str
    year: int
    unit_code: str
    path: str
    chair_body: str
