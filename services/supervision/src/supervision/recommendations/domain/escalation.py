"""Who takes up a recommendation that was left without answer: the Front one level up (`sup.escalation`)."""

from datetime import date

from contracts.reference import body_holding, level_of

CENTRAL_FRONT = "ubtw-mttq"
ABOVE = {"X": ("H", "T"), "H": ("T",)}


def front_above(level: str, path: str, on: date) -> str:
    """Name the Front next above a level on a day, `ub-mttq-huyen/164`; above the province, the central one.

    `path` holds the codes of the unit and all above it; a level without a Front that day is passed over.
    """
    codes = {level_of(code): code for code in path.split("/") if code}
    found = (
        body_holding("front-committee", codes[each], on, each)
        for each in ABOVE.get(level, ())
        if each in codes
    )
    return next(filter(None, found), CENTRAL_FRONT)
