"""The table of contents of the reporting service: everything it does, answers, hears and tells."""

from contracts.reporting.events import DutyStatusChanged, ProgrammeInForce
from reporting.commands.mark_duty_done import mark_duty_done
from reporting.commands.propose_programme import propose_programme
from reporting.commands.refuse_programme import refuse_programme
from reporting.commands.sign_programme import sign_programme
from reporting.queries.duties import duty_board, duty_on_board, duty_standings
from reporting.queries.programmes import programme_by_id, programme_list
from reporting.reactions.note_evidence import note_evidence
from reporting.store.store import ReportingStore
from reporting.store.tables import metadata
from shared.service import Service

service = Service(
    name="reporting",
    function="peoples-committee",
    title_vi="Chương trình phối hợp và bảng theo dõi nhiệm vụ",
    title_en="The coordination programme and its duty board",
    store=ReportingStore,
    tables=metadata,
    migrations="reporting.store:migrations",
    commands=[propose_programme, sign_programme, refuse_programme, mark_duty_done],
    queries=[programme_list, programme_by_id, duty_board, duty_on_board, duty_standings],
    reactions=[note_evidence],
    events=[ProgrammeInForce, DutyStatusChanged],
)
