"""The linear history of the service's tables."""
