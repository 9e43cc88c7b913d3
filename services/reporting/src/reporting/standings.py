"""Where a programme stands, as several commands answer it."""

from contracts.reporting.commands import ProgrammeStanding
from reporting.domain.programme import Programme


def programme_standing(programme: Programme) -> ProgrammeStanding:
    """Return a programme's state and who has signed."""
    return ProgrammeStanding(programme_id=programme.id, state=programme.state, signed_by=programme.signed_by)
