"""Who took which step with which object: written with each step, one query for every service."""

from shared.history.as_of import states_as_of
from shared.history.feature import history_feature
from shared.history.write import write

__all__ = ["history_feature", "states_as_of", "write"]
