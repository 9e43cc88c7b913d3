"""The HTTP gateway of Chung Tay: login, routes made from manifests, problem+json, OpenAPI."""

import shared  # noqa: F401 - first of all, for it decides how structlog is imported
