"""What may be asked of the reporting service, and what it answers."""

from pydantic import Field

from contracts.messages import Answer, Command
from contracts.reporting.values import BodyCode, DutyId, DutyStatus, ProgrammeState, Year

SHORT, LONG = 400, 1000


class ProposeProgramme(Command):
    """Propose a coordination programme to the other party."""

    number: str = Field(
        pattern=r"^[0-9]{1,5}/CTrPH/[^\s/]{1,40}$",
        description="Number of the joint document",
        examples=["75/CTrPH/UBND-UBMTTQ"],
    )
    title: str = Field(min_length=1, max_length=SHORT, pattern=r"\S")
    basis: str = Field(
        min_length=1, max_length=SHORT, pattern=r"\S", description="The document on which it rests"
    )
    signatories: list[BodyCode] = Field(
        min_length=2, max_length=2, description="The two parties: one of the state, one of the Front"
    )


class SignProgramme(Command):
    """Sign a proposed programme for the acting party."""

    programme_id: str


class RefuseProgramme(Command):
    """Refuse to sign a proposed programme, with a reason."""

    programme_id: str
    reason: str = Field(
        min_length=1, max_length=LONG, pattern=r"\S", description="Shown to the two parties only"
    )


class MarkDutyDone(Command):
    """Declare that the acting body has done a duty for a year."""

    duty_id: DutyId
    year: Year


class ProgrammeStanding(Answer):
    """Where a programme now stands."""

    programme_id: str
    state: ProgrammeState
    signed_by: list[BodyCode] = Field(description="The parties that have signed")


class DutyMarked(Answer):
    """Where a body now stands with a duty in a year."""

    standing_id: str
    duty_id: DutyId
    body: BodyCode
    year: Year
    state: DutyStatus
    evidence: int = Field(description="Events on which the declaration rests")
