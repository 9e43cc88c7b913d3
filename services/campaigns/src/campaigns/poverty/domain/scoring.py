"""What the rules make of a household's form B (QĐ 59/2015; the cut-offs are in the rule table)."""

from collections.abc import Sequence
from datetime import date

from contracts.campaigns.poverty.values import AreaType, PovertyStatus
from contracts.reference import rules

CUT_OFFS = "poor.form_b.b1"
DEPRIVED = "poor.form_b.b2_min"
POINTS = 10  # of form B2 for each indicator in which a household is deprived


def classify(area_type: AreaType, b1_points: int, deprivations: Sequence[str], on: date) -> PovertyStatus:
    """Return `poor`, `near_poor` or `not_poor`. Raises NoRuleInForce where the table knows no cut-offs."""
    cut_offs = rules().value(f"{CUT_OFFS}.{area_type}", on)
    if not isinstance(cut_offs, dict):
        raise TypeError(CUT_OFFS)
    if b1_points <= int(str(cut_offs["poor_at_most"])):
        return "poor"
    if b1_points > int(str(cut_offs["band_at_most"])):
        return "not_poor"
    return "poor" if POINTS * len(deprivations) >= rules().number(DEPRIVED, on) else "near_poor"
