"""Who may act on a programme: its two parties (permission list of the programme's design, §2.3)."""

from reporting.programmes.domain.parties import PARTY_FUNCTIONS
from reporting.programmes.domain.programme import Programme
from shared.authority import function, level
from shared.work import Work

party = level("T") & function(*PARTY_FUNCTIONS)


def check_party(programme: Programme, work: Work) -> None:
    """Only a party that has not signed signs or refuses. Raises NotAllowed, SignedAlready."""
    programme.check_party(work.actor.body)
