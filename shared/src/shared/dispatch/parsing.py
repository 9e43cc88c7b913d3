"""A call's payload becomes a message: JSON types as its schema says, each field checked."""

from copy import copy
from functools import cache
from typing import Any, TypeVar

from pydantic import ValidationError, create_model
from pydantic.fields import FieldInfo
from pydantic_core import to_json

from contracts.calls import Call
from contracts.errors import NotFound
from contracts.messages import Message
from contracts.names import Name
from shared.dispatch.cleaning import Payload
from shared.validation import InvalidInput

H = TypeVar("H")
M = TypeVar("M", bound=Message)
OPERATION = Name("thao tác", "operation")


def handler_of(handlers: dict[str, H], call: Call) -> H:
    """Return the handler that a call names. Raises NotFound."""
    if call.name not in handlers:
        raise NotFound(what=OPERATION, id=call.name)
    return handlers[call.name]


def parsed(model: type[M], payload: Payload) -> M:
    """Read a message: `true` is no number and `"5"` neither. Raises InvalidInput naming each field."""
    try:
        return model.model_validate_json(_json(payload), strict=True)
    except ValidationError as error:
        raise InvalidInput.of(error) from error


def parsed_in_part(model: type[Message], payload: Payload) -> Message:
    """Read a message of which fields may be left out. Raises InvalidInput naming each field that is wrong."""
    try:
        part = _in_part(model).model_validate_json(_json(payload), strict=True)
    except ValidationError as error:
        raise InvalidInput.of(error) from error
    given: dict[str, Any] = {name: getattr(part, name) for name in part.model_fields_set}
    return model.model_construct(set(given), **given)


@cache
def _in_part(model: type[Message]) -> type[Message]:
    """The same fields, of which none is required."""
    fields: dict[str, Any] = {
        name: (field.annotation, _optional(field)) for name, field in model.model_fields.items()
    }
    return create_model(f"{model.__name__}InPart", __base__=Message, **fields)


def _optional(field: FieldInfo) -> FieldInfo:
    optional = copy(field)
    optional.default, optional.default_factory = None, None
    return optional


def _json(payload: Payload) -> bytes:
    return to_json(payload, inf_nan_mode="constants")
