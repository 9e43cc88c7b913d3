"""Revoking a cultural title."""

from campaigns.history import note
from campaigns.store.store import CampaignStore
from campaigns.titles.guards import decides_titles, require_decider
from campaigns.titles.standing import standing
from contracts.campaigns.titles.commands import RevokeTitle, TitleStanding
from contracts.campaigns.titles.events import TitleRevoked
from shared.service import command
from shared.work import Work


@command(RevokeTitle, post="/titles/{registration_id}/revoke", may=decides_titles)
def revoke_title(wanted: RevokeTitle, work: Work[CampaignStore]) -> TitleStanding:
    """Revoke a recognised title, with a decision and a reason.

    The recognition and its frozen facts stay readable; its year no longer counts in a row.
    Raises: NotAllowed (rule *.decided_by), NotFound, WrongStep, NoRuleInForce.
    """
    title = work.store.titles.title(wanted.registration_id)
    criteria = work.store.criteria.in_force(title.title, work.today)
    require_decider(work.actor, title, criteria, work.today)
    title.revoke(wanted.reason, work.today)
    note(work, title.id, "revoke_title", title.state, reason=wanted.reason)
    work.emit(
        TitleRevoked.model_validate(
            {
                "registration_id": title.id,
                "title": title.title,
                "subject_ref": title.subject_ref,
                "kdc_id": title.kdc_id,
                "year": title.year,
                "decision_no": wanted.decision_no,
                "revoked_on": work.today,
            }
        )
    )
    return standing(title)
