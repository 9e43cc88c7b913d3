"""The guard that several commands share (permission list of the programme's design, §2.3)."""

from reporting.domain.parties import PARTY_FUNCTIONS
from shared.authority import function, level

party = level("T") & function(*PARTY_FUNCTIONS)
