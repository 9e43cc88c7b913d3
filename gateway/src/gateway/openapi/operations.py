"""One operation of a manifest as OpenAPI describes it."""

from collections.abc import Mapping
from typing import Any

from contracts.manifest import Manifest, Operation
from contracts.names import VI
from gateway.catalog import Route
from gateway.http.language import Language
from gateway.openapi.components import Components, Json
from gateway.openapi.texts import ACCEPTED, DONE, VI_DESCRIPTION

ERRORS_OF_EVERY = ("422", "429", "500", "503")
ERRORS_OF_SIGNED_IN = ("401", "403")
ERRORS_OF_COMMANDS = ("400", "408", "409", "413", "415")
KEY_PARAMETER: Json = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "schema": {
        "type": "string",
        "maxLength": 200,
        "title": "Idempotency key",
        VI: "Khóa chống gửi trùng",
        "description": "A repeated key gets the stored answer. Without one the gateway makes a key.",
        VI_DESCRIPTION: "Gửi lại cùng khóa thì nhận lại kết quả đã lưu. Không có khóa thì hệ thống tự tạo.",
    },
}


def describe(manifest: Manifest, route: Route, components: Components, language: Language) -> Json:
    """Describe an operation, not yet translated; its schemas go to the components."""
    operation = route.operation
    return {
        "operationId": f"{manifest.service}_{operation.name}",
        "summary": operation.summary,
        **({VI: operation.summary_vi} if operation.summary_vi else {}),
        "description": operation.description,
        VI_DESCRIPTION: operation.description_vi,
        "tags": [manifest.service],
        "security": [] if operation.public else [{"bearer": []}],
        **_input(manifest.service, route, components),
        "responses": _responses(manifest.service, route, components, language),
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
    body = components.add(_body_schema(route), service, route.operation.name)
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
        "schema": components.rewrite(schema, whole, service, route.operation.name),
    }


def _body_schema(route: Route) -> Json:
    """The schema of the body: what the address already says need not be repeated."""
    schema = _called(route.operation, route.operation.input_schema)
    names = route.parameters
    schema["properties"] = {k: v for k, v in _properties(route.operation).items() if k not in names}
    if required := [name for name in schema.pop("required", ()) if name not in names]:
        schema["required"] = required
    return schema


def _called(operation: Operation, schema: Mapping[str, Any]) -> Json:
    """A body or an answer without a Vietnamese name of its own is called as its operation."""
    name = {VI: operation.summary_vi} if operation.summary_vi else {}
    return {**name, **schema}


def _responses(service: str, route: Route, components: Components, language: Language) -> Json:
    operation = route.operation
    answer = components.add(_called(operation, operation.answer_schema), service, operation.name)
    statuses = [
        *ERRORS_OF_EVERY,
        *(() if operation.public else ERRORS_OF_SIGNED_IN),
        *(ERRORS_OF_COMMANDS if operation.method == "POST" else ()),
        *(("404",) if route.parameters or operation.method == "POST" else ()),
    ]
    code, said = ("202", ACCEPTED) if operation.accepted else ("200", DONE)
    success = {"description": said[language], "content": {"application/json": {"schema": answer}}}
    return {code: success, **{each: {"$ref": "#/components/responses/Problem"} for each in sorted(statuses)}}
