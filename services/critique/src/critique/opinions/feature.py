"""Opinions: issued by the chair of a critique, answered item by item by the drafting body."""

from contracts.critique.opinions import (
    OpinionDocumentIssued,
    ResponseExtended,
    ResponseOverdue,
    ResponseReceived,
)
from critique.opinions.commands.answer_opinion import answer_opinion
from critique.opinions.commands.extend_response import extend_response
from critique.opinions.commands.issue_opinion import issue_opinion
from critique.opinions.domain.opinion import LIFECYCLE, Opinion
from critique.opinions.queries.opinion_by_id import opinion_by_id
from critique.opinions.timers.find_late_responses import find_late_responses
from shared.service import Feature, Subject

opinions = Feature(
    commands=[issue_opinion, answer_opinion, extend_response],
    queries=[opinion_by_id],
    timers=[find_late_responses],
    events=[OpinionDocumentIssued, ResponseReceived, ResponseOverdue, ResponseExtended],
    subjects=[Subject("crt", Opinion, LIFECYCLE)],
)
