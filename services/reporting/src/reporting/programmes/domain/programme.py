"""The programme as a joint document: it is in force only when both parties have signed (duty 0-a)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Literal

from contracts.errors import Kind, NotAllowed, Refusal
from contracts.names import Named
from contracts.reference import body_name
from shared.domain.lifecycle import Awaits, Lifecycle, Step
from shared.domain.text import folded

ProgrammeState = Annotated[
    Literal["proposed", "in_force", "refused"],
    Named(
        "Tình trạng chương trình",
        "State of the programme",
        codes={
            "proposed": "Đã đề nghị ký",
            "in_force": "Có hiệu lực",
            "refused": "Từ chối ký",
        },
    ),
]

# Each party, also the one that proposed, is awaited until it has signed.
LIFECYCLE = Lifecycle(
    "programme",
    vi="Chương trình phối hợp",
    states=ProgrammeState,
    steps={
        "propose": Step(
            to="proposed",
            vi="Đề nghị ký",
            awaits=Awaits("sign", lambda programme: programme.signatory_bodies),
        ),
        "sign": Step("proposed", vi="Ký"),
        "put_in_force": Step("proposed", to="in_force", vi="Ký, chương trình có hiệu lực"),
        "refuse": Step("proposed", to="refused", vi="Từ chối ký"),
    },
)


class SignedAlready(Refusal):
    """A party signs once, and may not refuse what it has signed."""

    slug = "signed-already"
    kind = Kind.CONFLICT
    vi = "{body.vi} đã ký chương trình {number}."
    en = "{body.en} has already signed the programme {number}."


@dataclass(eq=False)
class Signature:
    """One party's signature."""

    programme_id: str
    signing_body: str
    signed_on: date


@dataclass(eq=False)
class Programme:
    """A coordination programme; `path` holds the codes of its unit and all above it on the proposal's day.

    The reason of a refusal is for the two parties, so it stands here and not in the history.
    """

    id: str
    number: str
    title: str
    basis: str
    unit_code: str
    path: str
    signatory_bodies: Sequence[str]
    proposing_body: str
    proposed_on: date
    in_force_from: date | None = None
    refusing_body: str | None = None
    reason: str | None = None
    signatures: list[Signature] = field(default_factory=list)
    search: str = field(init=False)
    state: ProgrammeState = field(init=False)
    stands_since: date = field(init=False)

    def __post_init__(self) -> None:
        """Begin its life."""
        self.search = folded(f"{self.number} {self.title}")
        LIFECYCLE.begin(self, "propose", self.proposed_on)

    @property
    def signing_bodies(self) -> list[str]:
        """The parties that have signed, in the order in which they did."""
        return [signature.signing_body for signature in self.signatures]

    def sign(self, by: str, on: date) -> None:
        """Sign for one party; the second signature puts the programme in force.

        Raises NotAllowed, WrongStep, SignedAlready, DayBeforeLastStep.
        """
        self._check("sign", by, on)
        self.signatures.append(Signature(self.id, by, on))
        if set(self.signing_bodies) == set(self.signatory_bodies):
            self._put_in_force()
        else:
            LIFECYCLE.take(self, "sign", on)

    def refuse(self, by: str, on: date, reason: str) -> None:
        """Refuse for one party, which ends the proposal.

        Raises NotAllowed, WrongStep, SignedAlready, DayBeforeLastStep.
        """
        self._check("refuse", by, on)
        LIFECYCLE.take(self, "refuse", on)
        self.refusing_body, self.reason = by, reason

    def check_party(self, by: str) -> None:
        """Only a party acts on it, and none that has signed. Raises NotAllowed, SignedAlready."""
        if by not in self.signatory_bodies:
            raise NotAllowed(
                "signatory-only",
                "Chỉ hai bên ký kết chương trình được làm việc này",
                "Only the two parties to the programme may do this",
            )
        if by in self.signing_bodies:
            raise SignedAlready(body=body_name(by, self.stands_since), number=self.number)

    def _check(self, step: str, by: str, on: date) -> None:
        LIFECYCLE.check(self, step, on)
        self.check_party(by)

    def _put_in_force(self) -> None:
        # The parties sign apart; their signatures may be recorded in another order than that of their days.
        self.in_force_from = max(each.signed_on for each in self.signatures)
        LIFECYCLE.take(self, "put_in_force", self.in_force_from)
