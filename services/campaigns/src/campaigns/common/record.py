"""Making an answer from an object of the domain by the answer's own field names."""

from typing import TypeVar

from contracts.messages import Answer

A = TypeVar("A", bound=Answer)


def record(model: type[A], thing: object, **more: object) -> A:
    """Read an answer's fields from an object; `more` gives those that it does not have."""
    own = {name: getattr(thing, name) for name in model.model_fields if name not in more}
    return model(**own, **more)
