"""The table of contents of the feature «titles»."""

from campaigns.titles.commands.recognise_title import recognise_title
from campaigns.titles.commands.register_titles import register_titles
from campaigns.titles.commands.reject_title import reject_title
from campaigns.titles.commands.review_titles import review_titles
from campaigns.titles.commands.revoke_title import revoke_title
from campaigns.titles.commands.self_assess_title import self_assess_title
from campaigns.titles.commands.submit_titles import submit_titles
from campaigns.titles.domain.meeting import LIFECYCLE as MEETING
from campaigns.titles.domain.meeting import Meeting
from campaigns.titles.domain.title import LIFECYCLE as TITLE
from campaigns.titles.domain.title import Title
from campaigns.titles.queries.title_by_id import title_by_id
from campaigns.titles.queries.title_counts import title_counts
from campaigns.titles.queries.title_facts import title_facts
from campaigns.titles.queries.title_list import title_list
from campaigns.titles.queries.title_meeting_by_id import title_meeting_by_id
from contracts.campaigns.titles import TitleRecognised, TitleRegistered, TitleRevoked
from shared.service import Feature, Subject

titles = Feature(
    commands=[
        register_titles,
        self_assess_title,
        review_titles,
        submit_titles,
        recognise_title,
        reject_title,
        revoke_title,
    ],
    queries=[title_by_id, title_list, title_facts, title_meeting_by_id, title_counts],
    events=[TitleRegistered, TitleRecognised, TitleRevoked],
    subjects=[Subject("ttl", Title, TITLE, personal=True), Subject("tmt", Meeting, MEETING)],
)
