"""Opinions: issued by the chair of a critique, answered item by item by the drafting body."""

from contracts.critique.opinions import OpinionDocumentIssued, ResponseReceived
from critique.opinions.commands.answer_opinion import answer_opinion
from critique.opinions.commands.issue_opinion import issue_opinion
from critique.opinions.domain.opinion import LIFECYCLE, Opinion
from critique.opinions.queries.opinion_by_id import opinion_by_id
from shared.service import Feature, Subject

opinions = Feature(
    commands=[issue_opinion, answer_opinion],
    queries=[opinion_by_id],
    events=[OpinionDocumentIssued, ResponseReceived],
    subjects=[Subject("crt", Opinion, LIFECYCLE)],
)
