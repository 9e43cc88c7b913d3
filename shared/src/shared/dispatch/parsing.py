"""What a caller sent becomes a message: its text composed (NFC), each field checked by its schema."""

from typing import TypeVar

from pydantic import ValidationError

from contracts.calls import Call
from contracts.errors import NotFound
from contracts.messages import Message
from contracts.names import Name
from shared.domain.text import composed
from shared.validation import InvalidInput

H = TypeVar("H")
M = TypeVar("M", bound=Message)
OPERATION = Name("thao tác", "operation")


def handler_of(handlers: dict[str, H], call: Call) -> H:
    """Return the handler that a call names. Raises NotFound."""
    if call.name not in handlers:
        raise NotFound(what=OPERATION, id=call.name)
    return handlers[call.name]


def parsed(model: type[M], call: Call) -> M:
    """Read the message of a call. Raises InvalidInput naming each field."""
    try:
        return model.model_validate(composed(dict(call.payload)))
    except ValidationError as error:
        raise InvalidInput.of(error) from error
