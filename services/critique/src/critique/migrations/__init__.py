"""The revisions of the critique service's tables."""
