"""Synthetic data and real ones never lie in one database: a demonstration writes no row beside a real act."""

from sqlalchemy import select

from shared.connections import Connections
from shared.tables import audit

NOBODY = ("", "event", "timer")
REAL = select(audit.c.seq).where(audit.c.outcome == "done", ~audit.c.synthetic, audit.c.user.not_in(NOBODY))


class RealData(Exception):
    """A service whose settings say that its data are synthetic has carried out a real act."""

    def __init__(self, seq: int) -> None:
        """Name the entry of the audit."""
        super().__init__(f"SYNTHETIC_DATA is set, yet entry {seq} of the audit is a real act; unset it")


def require_no_real_act(database: Connections) -> None:
    """Refuse to play where somebody acted in earnest. Raises RealData."""
    with database.bare_reading() as connection:
        seq = connection.scalar(REAL.limit(1))
    if seq is not None:
        raise RealData(seq)
