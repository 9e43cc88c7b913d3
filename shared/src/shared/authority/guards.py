"""Guards: each is one rule with a name, a sentence in two languages, and a test.

A command declares `may=` with guards joined by `&`; `any_of` offers alternatives.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from contracts.errors import InvalidField, NotAllowed
from contracts.messages import Message
from contracts.names import code_name
from contracts.reference import UnknownUnit, agencies, function_names, joined, lowered, units
from contracts.values import AgencySide, BodyLevel
from shared.authority.actor import Actor

PROVINCE_OPERATOR = "province-operator"
ROLES = {"operator": "người vận hành hệ thống", PROVINCE_OPERATOR: "người vận hành hệ thống của tỉnh"}


@dataclass(frozen=True)
class Ask:
    """Who asks for what, on which day; `actor` is None for an anonymous caller."""

    actor: Actor | None
    message: Message
    on: date


@dataclass(frozen=True)
class Guard:
    """One rule of authority; of `parts` all must allow, of `alternatives` one."""

    rule: str
    vi: str
    en: str
    allows: Callable[[Ask], bool]
    parts: tuple["Guard", ...] = ()
    alternatives: tuple["Guard", ...] = ()
    anonymous: bool = False
    for_province: bool = False

    def __and__(self, other: "Guard") -> "Guard":
        """Both must allow."""
        parts = (*self.each(), *other.each())
        return Guard(
            rule=" & ".join(part.rule for part in parts),
            vi="; ".join(part.vi for part in parts),
            en="; ".join(part.en for part in parts),
            allows=lambda ask: all(part.allows(ask) for part in parts),
            parts=parts,
        )

    def each(self) -> Iterator["Guard"]:
        """The single guards of which this one is made."""
        yield from self.parts or (self,)

    def check(self, ask: Ask) -> None:
        """Raise NotAllowed with the first rule that refuses.

        The operator of the province watches all services and acts in none, whatever else its body may do.
        """
        watches = ask.actor is not None and PROVINCE_OPERATOR in ask.actor.roles
        if watches and not (self.for_province or self.anonymous):
            raise NotAllowed(WATCHES.rule, WATCHES.vi, WATCHES.en)
        for part in self.each():
            if not part.allows(ask):
                raise NotAllowed(part.rule, part.vi, part.en)


def any_of(*guards: Guard) -> Guard:
    """One of them must allow."""
    return Guard(
        rule=" | ".join(guard.rule for guard in guards),
        vi=" hoặc ".join(guard.vi for guard in guards),
        en=" or ".join(guard.en for guard in guards),
        allows=lambda ask: any(guard.allows(ask) for guard in guards),
        alternatives=guards,
        for_province=any(guard.for_province for guard in guards),
    )


anyone = Guard("anyone", "Ai cũng được", "Anyone", lambda _: True, anonymous=True)
WATCHES = Guard(
    "role:province-operator-watches",
    "Người vận hành hệ thống của tỉnh chỉ được xem tình trạng các dịch vụ",
    "The operator of the province may only see how the services stand",
    lambda _: False,
)
signed_in = Guard("signed-in", "Phải đăng nhập", "Sign in first", lambda ask: ask.actor is not None)


def _known(test: Callable[[Actor, Ask], bool]) -> Callable[[Ask], bool]:
    return lambda ask: ask.actor is not None and test(ask.actor, ask)


def side(name: AgencySide) -> Guard:
    """The actor's agency is of this side: `state` or `front`."""
    return Guard(
        f"side:{name}",
        f"Chỉ dành cho cơ quan, tổ chức thuộc {lowered(code_name(AgencySide, name)).vi}",
        f"Only the {name} side may do this",
        _known(lambda actor, _: actor.side == name),
    )


def level(*names: BodyLevel) -> Guard:
    """The actor's agency is of one of these levels: T, H, X, K."""
    said = joined(lowered(code_name(BodyLevel, each)) for each in names)
    return Guard(
        f"level:{','.join(names)}",
        f"Chỉ dành cho cơ quan, tổ chức ở: {said.vi}",
        f"Only agencies of the level {said.en} may do this",
        _known(lambda actor, _: actor.level in names),
    )


def function(*names: str) -> Guard:
    """The actor's agency holds one of these functions on the day of the act."""
    return Guard(
        f"function:{','.join(names)}",
        f"Chỉ dành cho cơ quan, tổ chức có chức năng: {function_names(names).vi}",
        f"Only an agency with the function {function_names(names).en} may do this",
        _known(lambda actor, _: not actor.functions.isdisjoint(names)),
    )


def owner(service_function: str) -> Guard:
    """The actor's agency is the one that holds a service's function on the day: it owns the service."""
    return Guard(
        f"owner:{service_function}",
        "Chỉ cơ quan chủ quản dịch vụ được làm việc này",
        "Only the agency that owns the service may do this",
        _known(lambda actor, ask: actor.agency == agencies().holding(service_function, ask.on)[0].code),
    )


def role(name: str) -> Guard:
    """The actor's token gives this role, e.g. `operator`."""
    return Guard(
        f"role:{name}",
        f"Chỉ dành cho {ROLES[name]}",
        f"Only a user with the role {name} may do this",
        _known(lambda actor, _: name in actor.roles),
    )


def province_operator() -> Guard:
    """The actor is of a body of the province, and its token gives the role of the province's operator."""
    return replace(level("T") & role(PROVINCE_OPERATOR), for_province=True)


def own_unit(field: str = "unit_code") -> Guard:
    """The message's unit is the actor's own."""
    return Guard(
        f"own-unit:{field}",
        "Chỉ trong địa bàn của chính cơ quan mình",
        "Only in the agency's own unit",
        _known(lambda actor, ask: getattr(ask.message, field) == actor.unit),
    )


def own_unit_or_below(field: str = "unit_code") -> Guard:
    """The message's unit is the actor's own or lies below it on the day of the act."""
    return Guard(
        f"own-unit-or-below:{field}",
        "Chỉ trong địa bàn của cơ quan mình hoặc cấp dưới",
        "Only in the agency's own unit or below",
        _known(lambda actor, ask: _is_within(field, actor, ask)),
    )


def _is_within(field: str, actor: Actor, ask: Ask) -> bool:
    try:
        return units().is_within(getattr(ask.message, field), actor.unit, ask.on)
    except UnknownUnit as unknown:
        said = unknown.sentences()
        raise InvalidField(field, "known-unit", said["vi"], said["en"]) from unknown


def same_level(field: str = "unit_code") -> Guard:
    """The message's unit is of the actor's level («cùng cấp»)."""
    return Guard(
        f"same-level:{field}",
        "Chỉ phối hợp với cơ quan cùng cấp",
        "Only with an agency of the same level",
        _known(lambda actor, ask: units().level_of(getattr(ask.message, field)) == actor.level),
    )
