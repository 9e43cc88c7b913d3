"""Who may issue which guiding document, and of which duty it is evidence (programme, II.1 and III)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from campaigns.common.domain.front import MEMBERS, STANDING
from contracts.errors import InvalidField, NotAllowed
from contracts.names import code_name
from contracts.values import BodyLevel, GuidanceKind, Level, MovementCode

LEVELS: tuple[BodyLevel, ...] = ("T", "H", "X", "K")  # from the province down to the residential area

MOVEMENT_DUTIES: Mapping[MovementCode, str] = {
    "PT-NTM": "II.1b-a",
    "PT-VH": "II.1b-b",
    "PT-AN": "II.1b-c",
    "PT-VNN": "II.1b-d",
}
INTEGRATORS = (
    "rural-development",
    "culture",
    "poverty-reduction",
    "home-affairs",
    "police",
    "ntm-coordination",
    "peoples-committee",
)


@dataclass(frozen=True)
class Mandate:
    """A function may issue a kind of document; it is evidence where it reaches one of the levels."""

    function: str
    kind: GuidanceKind
    duty: str
    movement: MovementCode | None = None
    reaches: frozenset[BodyLevel] = frozenset(LEVELS)


LOCAL_FRONT: frozenset[BodyLevel] = frozenset(("H", "X", "K"))
LOCAL_COMMITTEES: frozenset[BodyLevel] = frozenset(("H", "X"))

MANDATES = (
    Mandate(STANDING, "guidance", "III.2a-a"),
    Mandate(STANDING, "criteria", "III.2a-g"),
    *(Mandate(member, "guidance", "II.1a-b", reaches=LOCAL_FRONT) for member in MEMBERS),
    *(Mandate(member, "integration", "III.2b-a", reaches=LOCAL_FRONT) for member in MEMBERS),
    *(
        Mandate(function, "integration", duty, movement)
        for function in INTEGRATORS
        for movement, duty in MOVEMENT_DUTIES.items()
    ),
    Mandate("poverty-reduction", "material", "III.1.1-a"),
    Mandate("rural-development", "scheme", "III.1.2-b"),
    Mandate("construction", "guidance", "III.1.4-b", reaches=LOCAL_COMMITTEES),
    Mandate("culture", "criteria", "III.1.5-b"),
    Mandate("environment", "guidance", "III.1.7-c", reaches=LOCAL_COMMITTEES),
    Mandate("justice", "convention", "III.1.8-c"),
    Mandate("finance", "budget", "III.1.11-a"),
    Mandate("information", "media_programme", "III.1.12-a"),
)
FRONT_ISSUERS = (STANDING, *MEMBERS)
STATE_ISSUERS = tuple(sorted({each.function for each in MANDATES} - set(FRONT_ISSUERS)))


def mandates(functions: frozenset[str], kind: GuidanceKind, movement: MovementCode | None) -> list[Mandate]:
    """Return what entitles a body to issue a document. Raises NotAllowed, InvalidField."""
    of_kind = [each for each in MANDATES if each.kind == kind and each.function in functions]
    if not of_kind:
        raise _no_mandate(kind)
    fitting = [each for each in of_kind if each.movement == movement]
    if not fitting:
        raise _wrong_movement(movement)
    return fitting


def duties_of_guidance(entitled: list[Mandate], audience_levels: Sequence[Level]) -> tuple[str, ...]:
    """Return the duties of which a document is evidence; none where it does not reach those meant."""
    return tuple(sorted({each.duty for each in entitled if not each.reaches.isdisjoint(audience_levels)}))


def require_audience(audience_levels: Sequence[Level], issuer_level: BodyLevel) -> None:
    """Refuse to guide levels above one's own. Raises InvalidField."""
    if any(LEVELS.index(level) < LEVELS.index(issuer_level) for level in audience_levels):
        raise InvalidField(
            "audience_levels",
            "own-level-or-below",
            "Không hướng dẫn cấp cao hơn cấp mình",
            "Nobody guides a level above their own",
        )


def _no_mandate(kind: GuidanceKind) -> NotAllowed:
    name = code_name(GuidanceKind, kind)
    return NotAllowed(
        f"mandate:{kind}",
        f"Chương trình không giao cơ quan này ban hành văn bản loại «{name.vi}»",
        f"The programme does not give this body documents of the kind «{name.en}»",
    )


def _wrong_movement(movement: MovementCode | None) -> InvalidField:
    if movement is None:
        return InvalidField(
            "movement_code",
            "required-for-integration",
            "Văn bản lồng ghép của bên Nhà nước phải nêu phong trào",
            "An integration by the state side names its movement",
        )
    return InvalidField(
        "movement_code",
        "only-for-state-integration",
        "Chỉ văn bản lồng ghép của bên Nhà nước mới nêu phong trào",
        "Only an integration by the state side names a movement",
    )
