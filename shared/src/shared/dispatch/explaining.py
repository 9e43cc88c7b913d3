"""Saying whether an actor may do something, and what each rule says."""

from pydantic import JsonValue

from shared.authority import Ask, Guard


def explanation(may: Guard, ask: Ask) -> dict[str, JsonValue]:
    """Return `allowed`, and each rule with its verdict and its sentence in both languages."""
    verdicts = [(guard, _verdict(guard, ask)) for guard in may.each()]
    rules: list[JsonValue] = [_shown(guard, allowed) for guard, allowed in verdicts]
    return {"allowed": all(allowed is True for _, allowed in verdicts), "rules": rules}


def _verdict(guard: Guard, ask: Ask) -> bool | None:
    """A guard that reads a field which the question left out cannot say yes."""
    try:
        return guard.allows(ask)
    except (AttributeError, LookupError):
        return None


def _shown(guard: Guard, allowed: bool | None) -> JsonValue:  # noqa: FBT001 - a verdict is no switch
    return {"rule": guard.rule, "allowed": allowed, "message": {"vi": guard.vi, "en": guard.en}}
