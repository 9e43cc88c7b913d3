"""What a caller sends: one payload from the address, the query and the JSON body."""

from collections.abc import Iterator
from typing import Any

from starlette.datastructures import QueryParams

from contracts.errors import FieldError
from contracts.manifest import Operation
from gateway.catalog import Match
from gateway.http.body import Payload
from gateway.http.errors import InvalidRequest
from gateway.http.language import PARAMETER
from gateway.http.text_values import value_of


def payload_of(match: Match, query: QueryParams, body: Payload) -> Payload:
    """Merge the address's fields, the query's (GET) and the body's. Raises InvalidRequest."""
    sent = _fields_of_query(match, query) if match.operation.method == "GET" else body
    errors = [*_unknown_parameters(match, query), *_contradictions(match, sent)]
    if errors:
        raise InvalidRequest(*errors)
    return {**sent, **_fields_of_address(match)}


def is_upload(operation: Operation) -> bool:
    """Whether a file travels in one of the operation's fields."""
    return any(map(_is_file, properties_of(operation).values()))


def properties_of(operation: Operation) -> dict[str, Any]:
    """Return the schemas of an operation's fields by name."""
    properties = operation.input_schema.get("properties", {})
    return properties if isinstance(properties, dict) else {}


def _is_file(schema: object) -> bool:
    if not isinstance(schema, dict):
        return False
    return schema.get("format") == "base64" or any(map(_is_file, schema.get("anyOf", ())))


def _fields_of_address(match: Match) -> Payload:
    schemas = properties_of(match.operation)
    return {name: value_of([str(text)], schemas.get(name, {})) for name, text in match.fields.items()}


def _fields_of_query(match: Match, query: QueryParams) -> Payload:
    schemas = properties_of(match.operation)
    names = [name for name in query if name in schemas or name != PARAMETER]
    return {name: value_of(query.getlist(name), schemas.get(name, {})) for name in names}


def _unknown_parameters(match: Match, query: QueryParams) -> Iterator[FieldError]:
    known = properties_of(match.operation) if match.operation.method == "GET" else {}
    for name in query:
        if name not in known and name != PARAMETER:
            yield FieldError(name, "unknown-parameter", "Không có tham số này", "There is no such parameter")


def _contradictions(match: Match, sent: Payload) -> Iterator[FieldError]:
    for name, value in match.fields.items():
        if name in sent and str(sent[name]) != str(value):
            yield FieldError(
                name, "same-as-address", "Khác với giá trị trong địa chỉ", "Differs from the address"
            )
