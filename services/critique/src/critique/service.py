"""The table of contents of the critique service: everything it does, answers, hears and tells."""

from contracts.critique import events
from critique.commands.answer_opinion import answer_opinion
from critique.commands.complete_dossier import complete_dossier
from critique.commands.decide_form import decide_form
from critique.commands.issue_opinion import issue_opinion
from critique.commands.promulgate_draft import promulgate_draft
from critique.commands.register_draft import register_draft
from critique.commands.return_draft import return_draft
from critique.queries.drafts import draft_by_id, draft_list
from critique.queries.opinions import opinion_by_id
from critique.reactions.plan_agreed import know_topics
from critique.store import tables
from critique.store.store import CritiqueStore
from shared.service import Service

service = Service(
    name="critique",
    function="front-standing",
    title_vi="Phản biện xã hội",
    title_en="Social critique of drafts",
    store=CritiqueStore,
    tables=tables.metadata,
    migrations="critique.store:migrations",
    commands=[
        register_draft,
        complete_dossier,
        return_draft,
        decide_form,
        issue_opinion,
        answer_opinion,
        promulgate_draft,
    ],
    queries=[draft_list, draft_by_id, opinion_by_id],
    reactions=[know_topics],
    events=[
        events.DraftRegistered,
        events.DossierCompleted,
        events.FormDecided,
        events.OpinionDocumentIssued,
        events.ResponseReceived,
        events.DraftPromulgated,
    ],
)
