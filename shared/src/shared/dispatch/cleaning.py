"""What a caller sent, as it is kept: each text trimmed and composed (NFC), nothing in it that nobody sees."""

from collections.abc import Iterator

from pydantic import JsonValue

from contracts.calls import Call
from contracts.errors import FieldError
from shared.domain.text import composed, has_unseen
from shared.validation import InvalidInput

MOST_DEPTH = 20
Payload = dict[str, JsonValue]


def with_clean_payload(call: Call) -> Call:
    """Return the call as it is carried out, compared and audited. Raises InvalidInput."""
    return call.model_copy(update={"payload": cleaned(call.payload)})


def cleaned(payload: Payload) -> Payload:
    """Return a payload with clean texts, names of fields too. Raises InvalidInput naming each field."""
    errors = list(_errors(payload, ()))
    if errors:
        raise InvalidInput(fields=errors, count=len(errors))
    return {composed(name): _composed(each) for name, each in payload.items()}


def _errors(value: JsonValue, path: tuple[str, ...]) -> Iterator[FieldError]:
    if len(path) > MOST_DEPTH:
        yield _error(path[:2], "depth", "Lồng quá nhiều tầng", "It is nested too deeply")
    elif isinstance(value, str):
        if has_unseen(value):
            yield _error(path, "unseen-characters", "Có ký tự không nhìn thấy", "It holds unseen characters")
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from _errors(each, (*path, str(number)))
    elif isinstance(value, dict):
        for name, each in value.items():
            yield from _errors(name, (*path, "(name)"))
            yield from _errors(each, (*path, name))


def _error(path: tuple[str, ...], rule: str, vi: str, en: str) -> FieldError:
    # A name that nobody sees, or that is half a letter, could not be told to anybody.
    shown = ".".join("(name)" if has_unseen(each) else each for each in path)
    return FieldError(shown, rule, vi, en)


def _composed(value: JsonValue) -> JsonValue:
    if isinstance(value, str):
        return composed(value)
    if isinstance(value, list):
        return [_composed(each) for each in value]
    if isinstance(value, dict):
        return {composed(name): _composed(each) for name, each in value.items()}
    return value
