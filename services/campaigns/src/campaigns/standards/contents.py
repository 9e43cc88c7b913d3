"""The table of contents of the room «standards»."""

from typing import Any

from campaigns.standards.commands.assess_criterion import assess_criterion
from campaigns.standards.commands.decide_unit import (
    announce_recognition,
    lapse_recognition,
    recognise_unit,
    reject_unit,
)
from campaigns.standards.commands.front_steps import complete_survey, give_opinion, open_survey
from campaigns.standards.commands.ntm_list import (
    approve_ntm_list,
    compile_ntm_list,
    return_ntm_list,
    submit_ntm_list,
)
from campaigns.standards.commands.own_steps import (
    complete_self_assessment,
    hold_commune_meeting,
    post_results,
    submit_candidate,
)
from campaigns.standards.commands.register_candidate import (
    accept_candidate,
    decline_candidate,
    propose_candidate,
)
from campaigns.standards.commands.verify_candidate import (
    appraise_candidate,
    return_candidate,
    verify_candidate,
)
from campaigns.standards.queries.standards import (
    assessment_list,
    candidate_by_id,
    candidate_facts,
    candidate_list,
    ntm_list_by_id,
    ntm_lists,
    recognition_share,
    recognitions,
)
from campaigns.store.store import CampaignStore
from contracts.campaigns.standards.events import (
    CriterionAssessed,
    NtmRegistrationListApproved,
    SatisfactionSurveyCompleted,
    UnitRecognized,
)
from contracts.messages import Event
from shared.service import CommandHandler, QueryHandler

COMMANDS: list[CommandHandler[Any, CampaignStore, Any]] = [
    propose_candidate,
    accept_candidate,
    decline_candidate,
    compile_ntm_list,
    submit_ntm_list,
    return_ntm_list,
    approve_ntm_list,
    assess_criterion,
    complete_self_assessment,
    post_results,
    hold_commune_meeting,
    verify_candidate,
    give_opinion,
    open_survey,
    complete_survey,
    submit_candidate,
    appraise_candidate,
    return_candidate,
    recognise_unit,
    reject_unit,
    announce_recognition,
    lapse_recognition,
]
QUERIES: list[QueryHandler[Any, CampaignStore, Any]] = [
    candidate_by_id,
    candidate_list,
    candidate_facts,
    ntm_list_by_id,
    ntm_lists,
    assessment_list,
    recognitions,
    recognition_share,
]
EVENTS: list[type[Event]] = [
    NtmRegistrationListApproved,
    CriterionAssessed,
    SatisfactionSurveyCompleted,
    UnitRecognized,
]
