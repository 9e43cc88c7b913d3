"""Who keeps and who reads what households registered."""

from campaigns.guards import registers_households
from shared.authority import function, own_unit_or_below, side

keeps_pledges = registers_households
reads_pledges = (
    side("front")
    & function("front-standing", "front-committee", "area-front-group")
    & own_unit_or_below("kdc_id")
)
