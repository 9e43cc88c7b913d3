"""What an actor may do next with an object: from its lifecycle, its commands and their guards."""

from shared.next_steps.feature import next_feature

__all__ = ["next_feature"]
