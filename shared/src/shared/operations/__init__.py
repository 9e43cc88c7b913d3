"""What every service offers its own operators: status, inbox, parked events, retry and discard.

They are ordinary commands and queries: the dispatcher checks the operator's agency, audits each act with
its reason, and repeats an answer for a repeated key.
"""

from shared.authority import Guard, any_of, owner, province_operator, role
from shared.operations.discard_parked import discard_parked
from shared.operations.inbox_events import inbox_events
from shared.operations.journal_verbs import (
    accept_journal_loss,
    accept_restored,
    refill_inbox,
    republish_outbox,
    taken_back_events,
)
from shared.operations.parked_events import parked_event, parked_events
from shared.operations.replay_event import replay_event
from shared.operations.retry_parked import retry_parked
from shared.operations.service_status import service_status
from shared.operations.unread_calls import unread_call_list
from shared.service import Feature


def operator_of(service_function: str) -> Guard:
    """Return the guard of an operator of the agency that owns the service."""
    return owner(service_function) & role("operator")


def operations_feature(service_function: str, replayable: frozenset[str]) -> Feature:
    """Return the operators' commands and queries of the agency that owns a service.

    `replayable` are the types of events to which every reaction may be repeated.
    """
    may = operator_of(service_function)
    on_the_journal = (refill_inbox, accept_journal_loss, accept_restored, republish_outbox)
    watching = any_of(may, province_operator())
    queries = (inbox_events, parked_events, parked_event, unread_call_list, taken_back_events)
    return Feature(
        commands=[
            *(retry_parked(may), discard_parked(may), replay_event(may, replayable)),
            *(each(may) for each in on_the_journal),
        ],
        queries=[service_status(watching), *(each(may) for each in queries)],
    )
