"""The table of contents of the feature «poverty»."""

from campaigns.poverty.commands.approve_poverty_review import approve_poverty_review
from campaigns.poverty.commands.check_poverty_review import check_poverty_review
from campaigns.poverty.commands.close_complaints import close_complaints
from campaigns.poverty.commands.close_scoring import close_scoring
from campaigns.poverty.commands.close_screening import close_screening
from campaigns.poverty.commands.decide_poverty_review import decide_poverty_review
from campaigns.poverty.commands.open_poverty_review import open_poverty_review
from campaigns.poverty.commands.post_poverty_review import post_poverty_review
from campaigns.poverty.commands.record_area_meeting import record_area_meeting
from campaigns.poverty.commands.return_poverty_review import return_poverty_review
from campaigns.poverty.commands.score_households import score_households
from campaigns.poverty.commands.screen_households import screen_households
from campaigns.poverty.commands.witness_area_meeting import witness_area_meeting
from campaigns.poverty.domain.area import LIFECYCLE as AREA_MEETING
from campaigns.poverty.domain.area import Area
from campaigns.poverty.domain.review import LIFECYCLE as REVIEW
from campaigns.poverty.domain.review import PovertyReview
from campaigns.poverty.queries.poverty_rates import poverty_rates
from campaigns.poverty.queries.poverty_review_by_id import poverty_review_by_id
from campaigns.poverty.queries.poverty_review_list import poverty_review_list
from campaigns.poverty.queries.poverty_statuses import poverty_statuses
from campaigns.poverty.queries.reviewed_households import reviewed_households
from contracts.campaigns.poverty import HouseholdPovertyStatusChanged, PovertyReviewApproved
from shared.service import Feature, Subject

poverty = Feature(
    commands=[
        open_poverty_review,
        screen_households,
        close_screening,
        score_households,
        close_scoring,
        record_area_meeting,
        witness_area_meeting,
        post_poverty_review,
        close_complaints,
        check_poverty_review,
        return_poverty_review,
        decide_poverty_review,
        approve_poverty_review,
    ],
    queries=[
        poverty_review_by_id,
        poverty_review_list,
        reviewed_households,
        poverty_statuses,
        poverty_rates,
    ],
    events=[PovertyReviewApproved, HouseholdPovertyStatusChanged],
    subjects=[Subject("pvr", PovertyReview, REVIEW), Subject("pva", Area, AREA_MEETING)],
)
