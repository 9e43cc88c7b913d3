"""Revoking a cultural title."""

from campaigns.titles.answers import standing
from campaigns.titles.guards import decides_titles, require_decider
from campaigns.titles.messages.commands import RevokeTitle, TitleStanding
from campaigns.titles.repository import Titles
from contracts.campaigns.titles import TitleRevoked
from shared.service import command
from shared.work import Work


@command(
    RevokeTitle,
    post="/titles/{registration_id}/revoke",
    may=decides_titles,
    vi="Thu hồi danh hiệu",
    takes=["title:revoke"],
    checks=require_decider,
)
def revoke_title(wanted: RevokeTitle, work: Work) -> TitleStanding:
    """Revoke a recognised title, with a decision and a reason.

    The recognition and its frozen facts stay readable; its year no longer counts in a row.
    Raises: NotAllowed (rule *.decided_by), NotFound, WrongStep, NoRuleInForce.
    """
    title = Titles(work).get(wanted.registration_id)
    require_decider(title, work)
    title.revoke(wanted.reason, work.today)
    work.emit(
        TitleRevoked(
            registration_id=title.id,
            title=title.title,
            subject_ref=title.subject_ref,
            area_code=title.area_code,
            year=title.year,
            decision_no=wanted.decision_no,
            revoked_on=work.today,
        )
    )
    return standing(title)
