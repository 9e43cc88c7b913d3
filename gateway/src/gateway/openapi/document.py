"""The whole document: the gateway's own addresses and those of every service in the catalogue."""

from collections.abc import Iterator, Sequence

from fastapi.openapi.utils import get_openapi
from starlette.routing import BaseRoute

from contracts.names import lift_names
from gateway.catalog import Catalog, CatalogEntry
from gateway.http.language import Language
from gateway.http.problem_details import MEDIA_TYPE
from gateway.openapi import texts
from gateway.openapi.components import Components, Json
from gateway.openapi.operations import ERRORS_OF_SIGNED_IN, describe
from gateway.openapi.translation import Translation

VERSION = "1"
PROBLEM_SCHEMA = {"$ref": "#/components/schemas/ProblemDetails"}
PROBLEM = {"$ref": "#/components/responses/Problem"}


def build(routes: Sequence[BaseRoute], catalog: Catalog, language: Language) -> Json:
    """Describe in one language everything that can be asked now."""
    document = _own(routes, language)
    parts = document["components"]
    components = Components(parts["schemas"])
    document["tags"] = [{"name": "gateway", "description": texts.GATEWAY[language]}]
    for entry in catalog:
        document["tags"].append(_tag(entry, language))
        _add_paths(document["paths"], entry, components, language)
    said = Translation(language, components.schemas)
    parts["schemas"] = {key: said.field(each) for key, each in components.schemas.items()}
    for methods in document["paths"].values():
        methods.update({method: said.operation(each) for method, each in methods.items()})
    return document


def _own(routes: Sequence[BaseRoute], language: Language) -> Json:
    """Describe the gateway's own addresses, as FastAPI knows them."""
    document = get_openapi(
        title=texts.TITLE,
        version=VERSION,
        summary=texts.SUMMARY[language],
        description=texts.DESCRIPTION[language],
        routes=routes,
    )
    parts = document["components"]
    parts["securitySchemes"] = {"bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}}
    parts["responses"] = {"Problem": _problem_response(language)}
    lift_names({"$defs": parts["schemas"]})
    for operation in _operations(document):
        operation["responses"] = _own_responses(operation, language)
        # FastAPI names a parameter after its address; those that may be absent carry their name within.
        for parameter in operation.get("parameters", ()):
            lift_names({"properties": {"": parameter["schema"]}})
    return document


def _own_responses(operation: Json, language: Language) -> Json:
    refusals = {*operation["responses"], *(ERRORS_OF_SIGNED_IN if "security" in operation else ())}
    succeeds = {**operation["responses"]["200"], "description": texts.DONE[language]}
    return {**dict.fromkeys(sorted(refusals), PROBLEM), "200": succeeds}


def _operations(document: Json) -> Iterator[Json]:
    for methods in document["paths"].values():
        yield from methods.values()


def _problem_response(language: Language) -> Json:
    """Every error looks like this."""
    return {"description": texts.REFUSED[language], "content": {MEDIA_TYPE: {"schema": PROBLEM_SCHEMA}}}


def _tag(entry: CatalogEntry, language: Language) -> Json:
    manifest = entry.manifest
    return {
        "name": manifest.service,
        "description": texts.of_service(manifest, language),
        "x-agency": manifest.agency,
        "x-lifecycles": [each.model_dump(mode="json") for each in manifest.lifecycles],
    }


def _add_paths(paths: Json, entry: CatalogEntry, components: Components, language: Language) -> None:
    for route in entry.routes:
        address = f"/v1/{entry.manifest.service}{route.template}"
        described = describe(entry.manifest, route, components, language)
        paths.setdefault(address, {})[route.operation.method.lower()] = described
