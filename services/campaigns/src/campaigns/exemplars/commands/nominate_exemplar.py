"""Nominating an exemplar."""

from campaigns.common.domain.lists import distinct
from campaigns.exemplars.answers import standing
from campaigns.exemplars.domain.criteria import Criteria
from campaigns.exemplars.domain.exemplar import AlreadyNominated, Exemplar, Subject
from campaigns.exemplars.domain.nominators import require_co_nominators
from campaigns.exemplars.guards import nominates
from campaigns.exemplars.messages import ExemplarStanding, NominateExemplar
from campaigns.exemplars.repository import CommendationCriteriaSets, Exemplars
from campaigns.households.repository import Households
from contracts.errors import InvalidField
from contracts.names import code_name
from contracts.reference import Place
from contracts.values import ContentCode
from shared.service import command
from shared.work import Work


@command(
    NominateExemplar,
    post="/exemplars",
    may=nominates,
    vi="Giới thiệu gương điển hình",
    takes=["exemplar:nominate"],
)
def nominate_exemplar(wanted: NominateExemplar, work: Work) -> ExemplarStanding:
    """Nominate a person, household, group or collective of the area, by the criteria in force on the day.

    II.5b-e: the area's Front group nominates with the area's head and the chapters, who confirm for
    themselves. Each criterion of the content is stated with its evidence. A name is private.
    Raises: NotAllowed, NoCriteriaInForce, AlreadyNominated, NotFound, InvalidField.
    """
    require_co_nominators(wanted.co_nominating_bodies, wanted.area_code, work.today)
    criteria = CommendationCriteriaSets(work).in_force(work.today)
    criteria.require_met(wanted.content_code, [each.criterion_no for each in wanted.criteria_met])
    subject = _subject(wanted, work)
    if Exemplars(work).is_nominated(subject.id, wanted.content_code, work.today.year):
        raise AlreadyNominated(content=code_name(ContentCode, wanted.content_code), year=work.today.year)
    exemplar = _exemplar(wanted, subject, criteria, work)
    Exemplars(work).add(subject)
    Exemplars(work).add(exemplar)
    return standing(exemplar)


def _subject(wanted: NominateExemplar, work: Work) -> Subject:
    if bool(wanted.name) == bool(wanted.subject_ref):
        raise _subject_error("name", "name-or-reference", "Nêu tên hoặc mã, chỉ một", "a name or a reference")
    if wanted.subject_kind == "household":
        return _household(wanted, work)
    if wanted.subject_ref is None:
        return Subject(work.new_id("sbj"), wanted.subject_kind, wanted.area_code, wanted.name, work.now)
    known = Exemplars(work).subject(wanted.subject_ref)
    if (known.kind, known.area_code) != (wanted.subject_kind, wanted.area_code):
        raise _subject_error(
            "subject_ref", "subject-of-area", "Phải là đối tượng của khu dân cư", "a subject of the area"
        )
    return known


def _household(wanted: NominateExemplar, work: Work) -> Subject:
    ref = wanted.subject_ref or ""
    if ref not in Households(work).of_area(wanted.area_code, [ref]):
        raise _subject_error(
            "subject_ref",
            "household-of-area",
            "Phải là hộ trong danh sách của khu dân cư",
            "a household of the area's list, by its reference",
        )
    known = Exemplars(work).known_subject(ref)
    return known or Subject(ref, "household", wanted.area_code, None, work.now)


def _subject_error(field: str, rule: str, vi: str, en: str) -> InvalidField:
    return InvalidField(field, rule, vi, f"Give {en}")


def _exemplar(wanted: NominateExemplar, subject: Subject, criteria: Criteria, work: Work) -> Exemplar:
    return Exemplar(
        id=work.new_id("exm"),
        subject_kind=wanted.subject_kind,
        subject_ref=subject.id,
        area_code=wanted.area_code,
        path=Place.on(wanted.area_code, work.today, "area_code").path,
        year=work.today.year,
        content_code=wanted.content_code,
        achievement=wanted.achievement,
        criteria_id=criteria.id,
        criteria_version=criteria.version,
        criteria_met=[each.model_dump(mode="json") for each in wanted.criteria_met],
        nominating_body=work.actor.body,
        co_nominating_bodies=distinct(list(wanted.co_nominating_bodies), "co_nominating_bodies"),
        nominated_on=work.today,
        recorded_at=work.now,
    )
