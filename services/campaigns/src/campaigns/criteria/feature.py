"""The table of contents of the feature «criteria»."""

from campaigns.criteria.queries.criteria_in_force import criteria_in_force
from campaigns.criteria.queries.criteria_versions import criteria_versions
from campaigns.criteria.reactions.adopt_criteria import adopt_criteria
from shared.service import Feature

criteria = Feature(queries=[criteria_versions, criteria_in_force], reactions=[adopt_criteria])
