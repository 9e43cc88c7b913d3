"""The kinds of outreach: who holds each, and which duty of the programme it proves.

One table: duty and holder are the programme's (III.1.1-e, III.1.2-c/d, III.1.3-g/h, III.1.6, III.1.7-a,
III.1.8-a, III.1.9-a). Where the programme names the Front beside the holder, the outreach is evidence only
if a body of the Front has joined; and where it names the holder as the one who takes part (investment
promotion), only if there was somebody to take part with.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal

from contracts.campaigns.outreach import LinkedProgramme, OutreachKind
from contracts.errors import InvalidField, NotAllowed
from contracts.names import code_name
from contracts.reference import codes, function_names
from contracts.values import AgencySide

Partner = Literal["front", "anybody"]


@dataclass(frozen=True)
class Kind:
    """A kind of outreach: functions that hold it, its duty, and the partner without whom it proves none."""

    holders: tuple[str, ...]
    duty: str | None = None
    partner: Partner | None = None


FRONT = (
    "front-standing",
    "front-committee",
    "member-organisation",
    "socio-political-organisation",
    "area-front-group",
)
KINDS: Mapping[OutreachKind, Kind] = {
    "meeting": Kind(FRONT),
    "guide_people": Kind(("poverty-reduction",), "III.1.1-e", "front"),
    "extension": Kind(("rural-development",), "III.1.2-c"),
    "technology_transfer": Kind(("rural-development",), "III.1.2-d"),
    "investment_promotion": Kind(("ntm-coordination",), "III.1.3-g", "anybody"),
    "training": Kind(("ntm-coordination",), "III.1.3-h"),
    "health": Kind(("health",)),
    "environment": Kind(("environment",), "III.1.7-a", "front"),
    "legal": Kind(("justice",), "III.1.8-a", "front"),
    "crime_prevention": Kind(("police",), "III.1.9-a", "front"),
}
INSURANCE: LinkedProgramme = "LK-BHYT"


def require_holder(kind: OutreachKind, functions: Collection[str]) -> None:
    """Refuse a body without a function that holds outreach of this kind. Raises NotAllowed."""
    holders = KINDS[kind].holders
    if not set(functions) & set(holders):
        held, what = function_names(holders), code_name(OutreachKind, kind)
        rule = f"holder-of-kind:{kind}"
        raise NotAllowed(
            rule,
            f"Chỉ cơ quan, tổ chức có chức năng: {held.vi} được tổ chức hoạt động «{what.vi}»",
            f"Only a body with the function: {held.en} holds outreach of the kind «{what.en}»",
        )


def require_no_training(kind: OutreachKind) -> None:
    """Refuse a session of training that stands in no year's plan (III.1.3-h). Raises InvalidField."""
    if kind == "training":
        raise InvalidField(
            "kind",
            "training-by-plan",
            "Lớp đào tạo, bồi dưỡng phải nằm trong kế hoạch đào tạo của năm",
            "A session of training stands in a year's training plan",
        )


def require_programme(kind: OutreachKind, linked_programme: LinkedProgramme | None) -> None:
    """Check that health outreach, and no other, names its linked programme. Raises InvalidField."""
    if (kind == "health") != (linked_programme is not None):
        raise InvalidField(
            "linked_programme",
            "programme-of-health",
            "Hoạt động y tế phải gắn với một chương trình; loại khác thì không",
            "Health outreach names its linked programme; other kinds have none",
        )


def require_enrolment(linked_programme: LinkedProgramme | None, enrolled: int | None) -> None:
    """Check that enrolment is counted for health insurance alone. Raises InvalidField."""
    if (linked_programme == INSURANCE) != (enrolled is not None):
        raise InvalidField(
            "enrolled",
            "enrolment-of-insurance",
            "Chỉ và luôn ghi số người tham gia mới với vận động bảo hiểm y tế",
            "Enrolment is counted for health insurance, always and only there",
        )


def duties_of(
    kind: OutreachKind, linked_programme: LinkedProgramme | None, partner_sides: Collection[AgencySide]
) -> tuple[str, ...]:
    """Return the duties of which an outreach that was held is evidence."""
    if linked_programme:
        return codes().get(linked_programme).duties
    known = KINDS[kind]
    if known.duty is None or not _is_joint(known.partner, partner_sides):
        return ()
    return (known.duty,)


def _is_joint(partner: Partner | None, sides: Collection[AgencySide]) -> bool:
    if partner is None:
        return True
    return bool(sides) if partner == "anybody" else partner in sides
