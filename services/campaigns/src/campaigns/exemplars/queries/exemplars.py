"""Nominations for those who are signed in; who is meant is shown only by the audited personal query."""

from collections.abc import Iterable

from campaigns.domain.facts import digest_of
from campaigns.exemplars.domain.exemplar import Exemplar, Seconding
from campaigns.exemplars.guards import require_area, sees_persons
from campaigns.queries.record import record
from campaigns.store.store import CampaignStore
from contracts.campaigns.exemplars.queries import (
    CoNominator,
    ExemplarById,
    ExemplarCount,
    ExemplarCounts,
    ExemplarCountsAnswer,
    ExemplarFacts,
    ExemplarList,
    ExemplarPage,
    ExemplarRecord,
    ExemplarSubject,
    FrozenExemplarFacts,
    SubjectAnswer,
)
from contracts.errors import NotFound
from shared.authority import anyone, signed_in
from shared.service import query
from shared.work import Work


@query(ExemplarById, get="/exemplars/{exemplar_id}", may=signed_in)
def exemplar_by_id(asked: ExemplarById, work: Work[CampaignStore]) -> ExemplarRecord:
    """Show a nomination with its co-nominators, review, decision and award. Raises NotFound."""
    exemplar = work.store.exemplars.exemplar(asked.exemplar_id)
    return _nomination(exemplar, work.store.exemplars.secondings(exemplar.id))


@query(ExemplarList, get="/exemplars", may=signed_in)
def exemplar_list(asked: ExemplarList, work: Work[CampaignStore]) -> ExemplarPage:
    """List nominations by unit and all below it, year, state, content and subject."""
    found, after = work.store.exemplars.exemplars(asked)
    parts = work.store.exemplars.secondings(*[each.id for each in found])
    return ExemplarPage(items=[_nomination(each, parts) for each in found], next_cursor=after)


@query(ExemplarSubject, get="/exemplars/{exemplar_id}/subject", may=sees_persons, personal=True)
def exemplar_subject(asked: ExemplarSubject, work: Work[CampaignStore]) -> SubjectAnswer:
    """Show who is meant, to the Front bodies of the area and above it. Raises NotAllowed, NotFound."""
    exemplar = work.store.exemplars.exemplar(asked.exemplar_id)
    require_area(work.actor, exemplar, work.today)
    subject = work.store.exemplars.subject(exemplar.subject_ref)
    return record(
        SubjectAnswer,
        subject,
        exemplar_id=exemplar.id,
        subject_kind=exemplar.subject_kind,
        subject_ref=subject.id,
    )


@query(ExemplarFacts, get="/exemplars/{exemplar_id}/facts", may=signed_in)
def exemplar_facts(asked: ExemplarFacts, work: Work[CampaignStore]) -> FrozenExemplarFacts:
    """Show the facts that were frozen with the decision. Raises NotFound where none was made."""
    exemplar = work.store.exemplars.exemplar(asked.exemplar_id)
    if exemplar.facts is None or exemplar.facts_digest is None:
        raise NotFound(what="decision on", id=exemplar.id)
    return FrozenExemplarFacts(
        exemplar_id=exemplar.id,
        facts=exemplar.facts,
        digest=exemplar.facts_digest,
        intact=digest_of(exemplar.facts) == exemplar.facts_digest,
    )


@query(ExemplarCounts, get="/exemplar-counts", may=anyone)
def exemplar_counts(asked: ExemplarCounts, work: Work[CampaignStore]) -> ExemplarCountsAnswer:
    """Count the nominations of a unit and all below it, as they stood on the day of `as_of`."""
    counted = work.store.exemplars.counts(asked.unit_code, asked.year, work.today)
    return ExemplarCountsAnswer(
        unit_code=asked.unit_code,
        on=work.today,
        counts=[ExemplarCount.model_validate(each._asdict()) for each in counted],
    )


def _nomination(exemplar: Exemplar, parts: Iterable[Seconding]) -> ExemplarRecord:
    own = [each for each in parts if each.exemplar_id == exemplar.id]
    return record(
        ExemplarRecord,
        exemplar,
        exemplar_id=exemplar.id,
        co_nominators=[CoNominator(body=each.body, confirmed_on=each.confirmed_on) for each in own],
    )
