"""What may be asked about coordination programmes, and what is answered."""

from datetime import date
from typing import Annotated

from pydantic import Field

from contracts.messages import Answer, Command, Page, Query, TextListQuery
from contracts.names import Named
from contracts.reporting.programmes import (
    ProgrammeBasis,
    ProgrammeId,
    ProgrammeNumber,
    ProgrammeTitle,
    SignatoryBodies,
    SignedOn,
)
from contracts.values import BODY, BodyName, ProposedOn, ProposingBody, Reason, UnitCode
from reporting.programmes.domain.programme import ProgrammeState

SigningBody = Annotated[str, BODY, Named("Cơ quan ký", "Signing body")]
SigningBodies = Annotated[list[BodyName], Named("Các bên đã ký", "Parties that have signed")]
RefusingBody = Annotated[str, BODY, Named("Cơ quan từ chối ký", "Refusing body")]
InForceFrom = Annotated[date, Named("Có hiệu lực từ ngày", "In force from")]


class ProposeProgramme(Command):
    """Propose a coordination programme to the other party."""

    number: ProgrammeNumber
    title: ProgrammeTitle
    basis: ProgrammeBasis = Field(description="The document on which it rests")
    signatory_bodies: SignatoryBodies = Field(
        min_length=2, max_length=2, description="The two parties: one of the state, one of the Front"
    )


class SignProgramme(Command):
    """Sign a proposed programme for the acting party."""

    programme_id: ProgrammeId


class RefuseProgramme(Command):
    """Refuse to sign a proposed programme, with a reason."""

    programme_id: ProgrammeId
    reason: Reason = Field(description="Shown to the two parties only")


class ProgrammeById(Query):
    """One programme."""

    programme_id: ProgrammeId


class ProgrammeRefusal(Query):
    """Why a party refused to sign a programme, for the two parties."""

    programme_id: ProgrammeId


class ProgrammeList(TextListQuery):
    """The coordination programmes, proposed, in force and refused, by the day of their proposal.

    `text` is searched in number and title.
    """

    state: ProgrammeState | None = None


class ProgrammeStanding(Answer, vi="Tình trạng chương trình phối hợp"):
    """Where a programme now stands."""

    programme_id: ProgrammeId
    state: ProgrammeState
    signing_bodies: SigningBodies


class SignatureRecord(Answer, vi="Chữ ký"):
    """The signature of one party."""

    signing_body: SigningBody
    signed_on: SignedOn


class ProgrammeRecord(Answer, vi="Chương trình phối hợp"):
    """A programme as anyone may see it."""

    programme_id: ProgrammeId
    number: ProgrammeNumber
    title: ProgrammeTitle
    basis: ProgrammeBasis
    unit_code: UnitCode
    state: ProgrammeState
    proposing_body: ProposingBody
    proposed_on: ProposedOn
    signatory_bodies: SignatoryBodies
    signatures: Annotated[list[SignatureRecord], Named("Các chữ ký", "Signatures")]
    in_force_from: InForceFrom | None = Field(description="Day of the second signature")
    refusing_body: RefusingBody | None


class RefusalRecord(Answer, vi="Lý do từ chối ký chương trình"):
    """Who refused to sign a programme, and why; both empty where nobody did."""

    programme_id: ProgrammeId
    refusing_body: RefusingBody | None
    reason: Reason | None


class ProgrammePage(Page[ProgrammeRecord], vi="Danh sách chương trình phối hợp"):
    """One page of programmes."""
