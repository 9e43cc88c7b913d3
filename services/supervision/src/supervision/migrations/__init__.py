"""The revisions of the supervision service's tables."""
