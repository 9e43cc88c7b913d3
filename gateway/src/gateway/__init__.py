"""The HTTP gateway of Chung Tay: login, routes made from manifests, problem+json, OpenAPI."""
