"""A plug-in that does not declare a service."""

service = "not a service"
