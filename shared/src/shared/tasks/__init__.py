"""What awaits whom until when: opened and closed by steps, one query for every service."""

from shared.tasks.feature import tasks_feature
from shared.tasks.follow import follow

__all__ = ["follow", "tasks_feature"]
