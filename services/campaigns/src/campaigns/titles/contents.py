"""The table of contents of the room «titles»."""

from typing import Any

from campaigns.store.store import CampaignStore
from campaigns.titles.commands.recognise_title import recognise_title
from campaigns.titles.commands.register_titles import register_titles
from campaigns.titles.commands.reject_title import reject_title
from campaigns.titles.commands.review_titles import review_titles
from campaigns.titles.commands.revoke_title import revoke_title
from campaigns.titles.commands.self_assess_title import self_assess_title
from campaigns.titles.commands.submit_titles import submit_titles
from campaigns.titles.queries.counts import title_counts
from campaigns.titles.queries.titles import title_by_id, title_facts, title_list, title_meeting_by_id
from contracts.campaigns.titles.events import TitleRecognized, TitleRegistered, TitleRevoked
from contracts.messages import Event
from shared.service import CommandHandler, QueryHandler, Reaction

COMMANDS: list[CommandHandler[Any, CampaignStore, Any]] = [
    register_titles,
    self_assess_title,
    review_titles,
    submit_titles,
    recognise_title,
    reject_title,
    revoke_title,
]
QUERIES: list[QueryHandler[Any, CampaignStore, Any]] = [
    title_by_id,
    title_list,
    title_facts,
    title_meeting_by_id,
    title_counts,
]
REACTIONS: list[Reaction[CampaignStore]] = []
EVENTS: list[type[Event]] = [TitleRegistered, TitleRecognized, TitleRevoked]
