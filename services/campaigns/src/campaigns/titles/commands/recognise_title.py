"""Recognising a cultural title."""

from campaigns.criteria.repository import CriteriaSets
from campaigns.titles.answers import decision
from campaigns.titles.domain.meeting import Meeting
from campaigns.titles.domain.standard import optional_rule_key, rule_key
from campaigns.titles.domain.title import DUTY, Earned, Title, years_in_a_row
from campaigns.titles.freezing import freeze_decision
from campaigns.titles.guards import decides_titles, require_decider
from campaigns.titles.messages.commands import RecogniseTitle, TitleDecision
from campaigns.titles.repository import Titles
from contracts.campaigns.titles import TitleRecognised
from contracts.reference import rules
from shared.service import command
from shared.work import Work


@command(
    RecogniseTitle,
    post="/titles/{registration_id}/recognise",
    may=decides_titles,
    vi="Công nhận danh hiệu",
    duties=(DUTY,),
    takes=["title:recognise"],
    checks=require_decider,
)
def recognise_title(wanted: RecogniseTitle, work: Work) -> TitleDecision:
    """Recognise a title; the facts behind the decision are frozen with it.

    Duty II.1a-h. Who decides, how long the title holds and how many years in a row earn the certificate
    are rules of the criteria set in force on the day. Never the area's head alone: without a passed vote
    and a dossier there is nothing to recognise.
    Raises: NotAllowed (rule *.decided_by), NotFound, WrongStep, NoRuleInForce, NoStandardInForce.
    """
    titles = Titles(work)
    title = titles.get(wanted.registration_id)
    require_decider(title, work)
    earned = _earned(title, work)
    title.recognise(work.actor.body, wanted.decision_no, earned, work.today)
    meeting = titles.meeting(str(title.meeting_id))
    digest = freeze_decision(title, meeting, work)
    work.emit(_event(title, wanted.decision_no, earned, meeting))
    return decision(title, digest)


def _earned(title: Title, work: Work) -> Earned:
    """Say how long it holds, how many years in a row it is, and whether these earn the certificate."""
    on, criteria = work.today, CriteriaSets(work).in_force(title.title, work.today)
    period = rules().number(rule_key(criteria, ".recognition.period", on), on)
    years = years_in_a_row(title.year, Titles(work).held(title.title, title.subject_ref))
    certificate = optional_rule_key(criteria, ".certificate.consecutive")
    earns = certificate is not None and years >= rules().number(certificate, on)
    return Earned(title.year + period - 1, years, earns)


def _event(title: Title, decision_no: str, earned: Earned, meeting: Meeting) -> TitleRecognised:
    return TitleRecognised(
        registration_id=title.id,
        title=title.title,
        subject_ref=title.subject_ref,
        area_code=title.area_code,
        year=title.year,
        last_year=earned.last_year,
        yes_votes=title.yes_votes or 0,
        voters=meeting.attended,
        invited=meeting.invited,
        decision_no=decision_no,
        decided_on=title.stands_since,
        consecutive_years=earned.consecutive_years,
    )
