"""The coordination programme as a document that two parties sign."""

from contracts.reporting.programmes import ProgrammeInForce
from reporting.programmes.commands.propose_programme import propose_programme
from reporting.programmes.commands.refuse_programme import refuse_programme
from reporting.programmes.commands.sign_programme import sign_programme
from reporting.programmes.domain.programme import LIFECYCLE, Programme
from reporting.programmes.queries.programme_by_id import programme_by_id
from reporting.programmes.queries.programme_list import programme_list
from reporting.programmes.queries.programme_refusal import programme_refusal
from shared.service import Feature, Subject

programmes = Feature(
    commands=[propose_programme, sign_programme, refuse_programme],
    queries=[programme_list, programme_by_id, programme_refusal],
    events=[ProgrammeInForce],
    subjects=[Subject("prg", Programme, LIFECYCLE)],
)
