"""The programme as a joint document: it is in force only when both parties have signed (duty 0-a)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from contracts.errors import InvalidField, Kind, NotAllowed, Refusal, WrongStep
from contracts.reporting.values import ProgrammeState


class SignedAlready(Refusal):
    """A party signs once, and may not refuse what it has signed."""

    slug = "signed-already"
    kind = Kind.CONFLICT
    vi = "{body} đã ký chương trình {number}."
    en = "{body} has already signed the programme {number}."


@dataclass
class Signature:
    """One party's signature."""

    programme_id: str
    body: str
    signed_on: date


@dataclass
class Programme:
    """A coordination programme: proposed, then in force when both have signed, or refused by one."""

    id: str
    number: str
    title: str
    basis: str
    unit_code: str
    signatories: Sequence[str]
    proposed_by: str
    proposed_on: date
    recorded_at: datetime
    state: ProgrammeState = "proposed"
    in_force_from: date | None = None
    refused_by: str | None = None
    reason: str | None = None
    signatures: list[Signature] = field(default_factory=list)

    @property
    def signed_by(self) -> list[str]:
        """The parties that have signed, in the order in which they did."""
        return [signature.body for signature in self.signatures]

    def sign(self, by: str, on: date) -> None:
        """Sign for one party; the second signature puts the programme in force.

        Raises NotAllowed, WrongStep, SignedAlready, InvalidField.
        """
        self._check_step("sign", by, on)
        self.signatures.append(Signature(self.id, by, on))
        if set(self.signed_by) == set(self.signatories):
            self.state, self.in_force_from = "in_force", max(each.signed_on for each in self.signatures)

    def refuse(self, by: str, on: date, reason: str) -> None:
        """Refuse for one party, which ends the proposal.

        Raises NotAllowed, WrongStep, SignedAlready, InvalidField.
        """
        self._check_step("refuse", by, on)
        self.state, self.refused_by, self.reason = "refused", by, reason

    def _check_step(self, step: str, by: str, on: date) -> None:
        if by not in self.signatories:
            raise NotAllowed(
                "signatory-only",
                "Chỉ hai bên ký kết chương trình được làm việc này",
                "Only the two parties to the programme may do this",
            )
        if self.state != "proposed":
            raise WrongStep(rule=f"programme:{step}", subject=self.id, state=self.state, step=step)
        if by in self.signed_by:
            raise SignedAlready(body=by, number=self.number)
        if on < self.proposed_on:
            raise InvalidField(
                "occurred_on",
                "not-before-proposal",
                "Không thể ký hoặc từ chối trước ngày đề nghị",
                "It cannot be signed or refused before it was proposed",
            )
