"""The table of contents of the feature «standards»."""

from campaigns.standards.commands.accept_candidate import accept_candidate
from campaigns.standards.commands.announce_recognition import announce_recognition
from campaigns.standards.commands.appraise_candidate import appraise_candidate
from campaigns.standards.commands.approve_ntm_list import approve_ntm_list
from campaigns.standards.commands.assess_criterion import assess_criterion
from campaigns.standards.commands.compile_ntm_list import compile_ntm_list
from campaigns.standards.commands.complete_self_assessment import complete_self_assessment
from campaigns.standards.commands.complete_survey import complete_survey
from campaigns.standards.commands.decline_candidate import decline_candidate
from campaigns.standards.commands.give_opinion import give_opinion
from campaigns.standards.commands.hold_commune_meeting import hold_commune_meeting
from campaigns.standards.commands.lapse_recognition import lapse_recognition
from campaigns.standards.commands.open_survey import open_survey
from campaigns.standards.commands.post_results import post_results
from campaigns.standards.commands.propose_candidate import propose_candidate
from campaigns.standards.commands.recognise_unit import recognise_unit
from campaigns.standards.commands.reject_unit import reject_unit
from campaigns.standards.commands.return_candidate import return_candidate
from campaigns.standards.commands.return_ntm_list import return_ntm_list
from campaigns.standards.commands.submit_candidate import submit_candidate
from campaigns.standards.commands.submit_ntm_list import submit_ntm_list
from campaigns.standards.commands.verify_candidate import verify_candidate
from campaigns.standards.domain.candidate import Candidate
from campaigns.standards.domain.ntm_list import LIFECYCLE as NTM_LIST
from campaigns.standards.domain.ntm_list import NtmList
from campaigns.standards.domain.survey import LIFECYCLE as SURVEY
from campaigns.standards.domain.survey import Survey
from campaigns.standards.domain.way import LIFECYCLE as CANDIDATE
from campaigns.standards.queries.assessment_list import assessment_list
from campaigns.standards.queries.candidate_by_id import candidate_by_id
from campaigns.standards.queries.candidate_facts import candidate_facts
from campaigns.standards.queries.candidate_list import candidate_list
from campaigns.standards.queries.ntm_list_by_id import ntm_list_by_id
from campaigns.standards.queries.ntm_lists import ntm_lists
from campaigns.standards.queries.recognition_share import recognition_share
from campaigns.standards.queries.recognitions import recognitions
from contracts.campaigns.standards import (
    CriterionAssessed,
    NtmRegistrationListApproved,
    SatisfactionSurveyCompleted,
    UnitRecognised,
)
from shared.service import Feature, Subject

standards = Feature(
    commands=[
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
    ],
    queries=[
        candidate_by_id,
        candidate_list,
        candidate_facts,
        ntm_list_by_id,
        ntm_lists,
        assessment_list,
        recognitions,
        recognition_share,
    ],
    events=[NtmRegistrationListApproved, CriterionAssessed, SatisfactionSurveyCompleted, UnitRecognised],
    subjects=[
        Subject("can", Candidate, CANDIDATE),
        Subject("ntl", NtmList, NTM_LIST),
        Subject("sur", Survey, SURVEY),
    ],
)
