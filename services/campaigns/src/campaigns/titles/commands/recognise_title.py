"""Recognising a cultural title."""

from datetime import date

from campaigns.history import note
from campaigns.store.store import CampaignStore
from campaigns.titles.domain.meeting import Meeting
from campaigns.titles.domain.standard import optional_rule_key, rule_key
from campaigns.titles.domain.title import DUTY, Held, Title, years_in_a_row
from campaigns.titles.freezing import freeze
from campaigns.titles.guards import decides_titles, require_decider
from campaigns.titles.standing import decision
from contracts.campaigns.titles.commands import RecogniseTitle, TitleDecision
from contracts.campaigns.titles.events import TitleRecognized
from contracts.reference import CriteriaSet, rules
from shared.service import command
from shared.work import Work


@command(RecogniseTitle, post="/titles/{registration_id}/recognise", may=decides_titles, duties=(DUTY,))
def recognise_title(wanted: RecogniseTitle, work: Work[CampaignStore]) -> TitleDecision:
    """Recognise a title; the facts behind the decision are frozen with it.

    Duty II.1a-h. Who decides, how long the title holds and how many years in a row earn the certificate
    are rules of the criteria set in force on the day. Never the area's head alone: without a passed vote
    and a dossier there is nothing to recognise.
    Raises: NotAllowed (rule *.decided_by), NotFound, WrongStep, NoRuleInForce, NoStandardInForce.
    """
    title = work.store.titles.title(wanted.registration_id)
    criteria = work.store.criteria.in_force(title.title, work.today)
    require_decider(work.actor, title, criteria, work.today)
    earlier = work.store.titles.held(title.title, title.subject_ref)
    title.recognise(work.actor.body, wanted.decision_no, work.today)
    _count_years(title, earlier, criteria, work.today)
    meeting = freeze(title, work)
    note(work, title.id, "recognise_title", title.state)
    work.emit(_event(title, meeting))
    return decision(title)


def _count_years(title: Title, earlier: list[Held], criteria: CriteriaSet, on: date) -> None:
    period = rules().number(rule_key(criteria, ".recognition.period", on), on)
    title.last_year = title.year + period - 1
    title.consecutive_years = years_in_a_row(title.year, earlier)
    certificate = optional_rule_key(criteria, ".certificate.consecutive")
    if certificate:
        title.certificate_earned = title.consecutive_years >= rules().number(certificate, on)


def _event(title: Title, meeting: Meeting) -> TitleRecognized:
    return TitleRecognized.model_validate(
        {
            "registration_id": title.id,
            "title": title.title,
            "subject_ref": title.subject_ref,
            "kdc_id": title.kdc_id,
            "year": title.year,
            "last_year": title.last_year,
            "yes_votes": title.yes_votes,
            "voters": meeting.attended,
            "invited": meeting.invited,
            "decision_no": title.decision_no,
            "decided_on": title.decided_on,
            "consecutive_years": title.consecutive_years,
        }
    )
