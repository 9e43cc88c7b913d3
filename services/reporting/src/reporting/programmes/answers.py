"""How programmes answer."""

from reporting.programmes.domain.programme import Programme
from reporting.programmes.messages import ProgrammeRecord, ProgrammeStanding, SignatureRecord


def programme_standing(programme: Programme) -> ProgrammeStanding:
    """Return a programme's state and who has signed."""
    return ProgrammeStanding(
        programme_id=programme.id, state=programme.state, signing_bodies=programme.signing_bodies
    )


def programme_record(programme: Programme) -> ProgrammeRecord:
    """Show a programme to anyone; the reason of a refusal is for its two parties."""
    signatures = [
        SignatureRecord(signing_body=each.signing_body, signed_on=each.signed_on)
        for each in programme.signatures
    ]
    return ProgrammeRecord(
        programme_id=programme.id,
        number=programme.number,
        title=programme.title,
        basis=programme.basis,
        unit_code=programme.unit_code,
        state=programme.state,
        proposing_body=programme.proposing_body,
        proposed_on=programme.proposed_on,
        signatory_bodies=list(programme.signatory_bodies),
        signatures=signatures,
        in_force_from=programme.in_force_from,
        refusing_body=programme.refusing_body,
    )
