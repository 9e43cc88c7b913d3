"""Who may act on a programme: its two parties (permission list of the programme's design, §2.3)."""

from contracts.errors import NotAllowed
from reporting.programmes.domain.parties import PARTY_FUNCTIONS
from reporting.programmes.domain.programme import Programme
from shared.authority import function, level
from shared.work import Work

party = level("T") & function(*PARTY_FUNCTIONS)


def one_of_its_parties(programme: Programme, work: Work) -> None:
    """Only the two that are to sign a programme read why it was refused. Raises NotAllowed."""
    if work.actor.body not in programme.signatory_bodies:
        raise NotAllowed(
            "parties-only",
            "Chỉ hai bên ký chương trình được đọc lý do từ chối",
            "Only the two parties to a programme read why it was refused",
        )


def check_party(programme: Programme, work: Work) -> None:
    """Only a party that has not signed signs or refuses. Raises NotAllowed, SignedAlready."""
    programme.check_party(work.actor.body)
