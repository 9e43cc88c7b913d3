"""Who keeps and who reads the register of households."""

from shared.authority import function, level, own_unit, own_unit_or_below, side

keeps_register = side("front") & level("X") & function("front-committee") & own_unit("unit_code")
goes_on = side("front") & level("X") & function("front-committee")
reads_imports = side("front") & function("front-standing", "front-committee")
reads_register = (
    side("front")
    & function("front-standing", "front-committee", "area-front-group")
    & own_unit_or_below("kdc_id")
)
