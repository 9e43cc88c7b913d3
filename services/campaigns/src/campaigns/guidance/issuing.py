"""Keeping a document that is issued, with its event, whichever act issues it."""

from campaigns.guidance.domain.content import ConventionContent, GuidanceContent
from campaigns.guidance.domain.content_checks import check, copies_of
from campaigns.guidance.domain.convention import VillageConvention
from campaigns.guidance.domain.guidance import Guidance, NumberTaken
from campaigns.guidance.repository import GuidanceDocuments
from contracts.campaigns.guidance import GuidanceIssued
from contracts.reference import Place, body_name
from shared.work import Work


def hold(guidance: Guidance, content: GuidanceContent | None, work: Work) -> None:
    """Give a document its content. Raises InvalidField naming the field within it."""
    guidance.copies = copies_of(content, guidance.copies)
    if content:
        check(content, guidance.kind, guidance.unit_code, work.today)
        guidance.content_kind, guidance.content = content.kind, content.model_dump(mode="json")


def issue(guidance: Guidance, duties: tuple[str, ...], work: Work) -> None:
    """Keep a document and tell of it. Raises NumberTaken; of one replaced: NotAllowed, WrongStep."""
    documents = GuidanceDocuments(work)
    if documents.has_number(guidance.issuing_body, guidance.doc_number):
        issuer = body_name(guidance.issuing_body, work.today)
        raise NumberTaken(issuer=issuer, doc_number=guidance.doc_number)
    if guidance.replaces_id:
        old = documents.get(guidance.replaces_id)
        old.require_issuer(guidance.issuing_body, work.today)
        old.replace(guidance.id, work.today)
    documents.add(guidance)
    documents.add(*_conventions(guidance, work))
    work.emit(_event(guidance), duties=duties)


def _conventions(guidance: Guidance, work: Work) -> list[VillageConvention]:
    if guidance.content_kind != "convention":
        return []
    content = ConventionContent.model_validate(guidance.content)
    return [
        VillageConvention(
            id=work.new_id("cvn"),
            guidance_id=guidance.id,
            area_code=each.area_code,
            path=Place.on(each.area_code, work.today, "content").path,
            text_ref=each.text_ref,
            approved_on=each.approved_on,
            approving_body=each.approving_body,
        )
        for each in content.conventions
    ]


def _event(guidance: Guidance) -> GuidanceIssued:
    return GuidanceIssued(
        guidance_id=guidance.id,
        kind=guidance.kind,
        doc_number=guidance.doc_number,
        title=guidance.title,
        issuing_body=guidance.issuing_body,
        audience_levels=guidance.audience_levels,
        copies=guidance.copies,
        effective_on=guidance.effective_on,
        replaces_id=guidance.replaces_id,
        movement_code=guidance.movement_code,
        unit_code=guidance.unit_code,
        content_kind=guidance.content_kind,
        coordinating_bodies=guidance.coordinating_bodies,
    )
