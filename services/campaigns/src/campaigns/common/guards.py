"""The guards that several features share (permission list of the programme's design, §2.3)."""

from campaigns.common.domain.front import COMMITTEE, STANDING
from shared.authority import function, side

leads_campaigns = side("front") & function(STANDING, COMMITTEE)
