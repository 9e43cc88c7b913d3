"""One operation of a manifest as OpenAPI describes it."""

from typing import Any

from contracts.manifest import Manifest, Operation
from gateway.catalog import Route
from gateway.openapi.components import Components, Json

ERRORS_OF_EVERY = ("422", "500", "503")
ERRORS_OF_SIGNED_IN = ("401", "403")
ERRORS_OF_COMMANDS = ("400", "409", "413", "415")
KEY_PARAMETER = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "schema": {"type": "string", "maxLength": 200},
    "description": "A repeated key gets the stored answer. Without one the gateway makes and returns a key.",
}


def describe(manifest: Manifest, route: Route, components: Components) -> Json:
    """Describe an operation; its schemas go to the components."""
    operation = route.operation
    return {
        "operationId": f"{manifest.service}_{operation.name}",
        "summary": operation.summary,
        "description": operation.description,
        "tags": [manifest.service],
        "security": [] if operation.public else [{"bearer": []}],
        **_input(manifest.service, route, components),
        "responses": _responses(manifest.service, route, components),
        "x-duties": operation.duties,
        "x-rules": operation.rules,
    }


def _input(service: str, route: Route, components: Components) -> Json:
    in_path = [_parameter(service, route, components, name, "path") for name in sorted(route.parameters)]
    if route.operation.method == "GET":
        names = [name for name in _properties(route.operation) if name not in route.parameters]
        return {
            "parameters": in_path + [_parameter(service, route, components, name, "query") for name in names]
        }
    body = components.place(_without(route), service, route.operation.name)
    return {
        "parameters": [*in_path, KEY_PARAMETER],
        "requestBody": {"required": True, "content": {"application/json": {"schema": body}}},
    }


def _properties(operation: Operation) -> Json:
    properties: Any = operation.input_schema.get("properties", {})
    return dict(properties)


def _parameter(service: str, route: Route, components: Components, name: str, place: str) -> Json:
    whole: Json = dict(route.operation.input_schema)
    schema = _properties(route.operation).get(name, {"type": "string"})
    return {
        "name": name,
        "in": place,
        "required": place == "path" or name in whole.get("required", ()),
        "description": schema.get("description", ""),
        "schema": components.lead(schema, whole, service, route.operation.name),
    }


def _without(route: Route) -> Json:
    """The schema of the body: what the address already says need not be repeated."""
    schema: Json = dict(route.operation.input_schema)
    names = route.parameters
    schema["properties"] = {k: v for k, v in _properties(route.operation).items() if k not in names}
    if required := [name for name in schema.pop("required", ()) if name not in names]:
        schema["required"] = required
    return schema


def _responses(service: str, route: Route, components: Components) -> Json:
    operation = route.operation
    answer = components.place(dict(operation.answer_schema), service, operation.name)
    statuses = [
        *ERRORS_OF_EVERY,
        *(() if operation.public else ERRORS_OF_SIGNED_IN),
        *(ERRORS_OF_COMMANDS if operation.method == "POST" else ()),
        *(("404",) if route.parameters or operation.method == "POST" else ()),
    ]
    success = {"description": "Done", "content": {"application/json": {"schema": answer}}}
    return {"200": success, **{each: {"$ref": "#/components/responses/Problem"} for each in sorted(statuses)}}
