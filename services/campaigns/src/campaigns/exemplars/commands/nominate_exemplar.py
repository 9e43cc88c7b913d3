"""Nominating an exemplar."""

from campaigns.domain.campaign import distinct
from campaigns.exemplars.domain.criteria import Criteria
from campaigns.exemplars.domain.exemplar import AlreadyNominated, Exemplar, Seconding, Subject
from campaigns.exemplars.domain.nominators import require_co_nominators
from campaigns.exemplars.guards import nominates
from campaigns.exemplars.standing import standing
from campaigns.history import note
from campaigns.store.store import CampaignStore
from contracts.campaigns.exemplars.commands import ExemplarStanding, NominateExemplar
from contracts.errors import InvalidField
from contracts.reference import Place
from shared.service import command
from shared.work import Work


@command(NominateExemplar, post="/exemplars", may=nominates)
def nominate_exemplar(wanted: NominateExemplar, work: Work[CampaignStore]) -> ExemplarStanding:
    """Nominate a person, household, group or collective of the area, by the criteria in force on the day.

    II.5b-e: the area's Front group nominates with the area's head and the chapters, who confirm for
    themselves. Each criterion of the content is stated with its evidence. A name is private.
    Raises: NotAllowed, NoCriteriaInForce, AlreadyNominated, NotFound, InvalidField.
    """
    names = distinct(list(wanted.co_nominators), "co_nominators")
    require_co_nominators(names, wanted.kdc_id, work.today)
    criteria = work.store.exemplars.criteria_in_force(work.today)
    criteria.require_met(wanted.content_code, [each.criterion_no for each in wanted.criteria_met])
    subject = _subject(wanted, work)
    if work.store.exemplars.is_nominated(subject.id, wanted.content_code, work.today.year):
        raise AlreadyNominated(subject_ref=subject.id, content_code=wanted.content_code, year=work.today.year)
    exemplar = _exemplar(wanted, subject, criteria, work)
    work.store.add(subject)
    work.store.add(exemplar)
    work.store.add(*[Seconding(work.new_id("snd"), exemplar.id, name, work.now) for name in names])
    note(work, exemplar.id, "nominate_exemplar", exemplar.state)
    return standing(exemplar)


def _subject(wanted: NominateExemplar, work: Work[CampaignStore]) -> Subject:
    if bool(wanted.name) == bool(wanted.subject_ref):
        raise _subject_error("name", "name-or-reference", "Nêu tên hoặc mã, chỉ một", "a name or a reference")
    if wanted.subject_kind == "household":
        return _household(wanted, work)
    if wanted.subject_ref is None:
        return Subject(work.new_id("sbj"), wanted.subject_kind, wanted.kdc_id, wanted.name, work.now)
    known = work.store.exemplars.subject(wanted.subject_ref)
    if (known.kind, known.kdc_id) != (wanted.subject_kind, wanted.kdc_id):
        raise _subject_error(
            "subject_ref", "subject-of-area", "Phải là đối tượng của khu dân cư", "a subject of the area"
        )
    return known


def _household(wanted: NominateExemplar, work: Work[CampaignStore]) -> Subject:
    ref = wanted.subject_ref or ""
    if ref not in work.store.titles.households_of(wanted.kdc_id, [ref]):
        raise _subject_error(
            "subject_ref",
            "household-of-area",
            "Phải là hộ trong danh sách của khu dân cư",
            "a household of the area's list, by its reference",
        )
    known = work.store.exemplars.known_subject(ref)
    return known or Subject(ref, "household", wanted.kdc_id, None, work.now)


def _subject_error(field: str, rule: str, vi: str, en: str) -> InvalidField:
    return InvalidField(field, rule, vi, f"Give {en}")


def _exemplar(
    wanted: NominateExemplar, subject: Subject, criteria: Criteria, work: Work[CampaignStore]
) -> Exemplar:
    return Exemplar(
        id=work.new_id("exm"),
        subject_kind=wanted.subject_kind,
        subject_ref=subject.id,
        kdc_id=wanted.kdc_id,
        path=Place.on(wanted.kdc_id, work.today, "kdc_id").path,
        year=work.today.year,
        content_code=wanted.content_code,
        achievement=wanted.achievement,
        criteria_id=criteria.id,
        criteria_version=criteria.version,
        criteria_met=[each.model_dump(mode="json") for each in wanted.criteria_met],
        nominated_by=work.actor.body,
        nominated_on=work.today,
        stands_since=work.today,
        recorded_at=work.now,
    )
