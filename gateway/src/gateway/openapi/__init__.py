"""The OpenAPI 3.1 document, made from the manifests when it is asked for."""
