"""Keeping a document that is issued, with its event, whichever act issues it."""

from campaigns.documents.domain.contents import check, copies_of
from campaigns.documents.domain.convention import VillageConvention
from campaigns.domain.guidance import Guidance, NumberTaken
from campaigns.history import note
from campaigns.store.store import CampaignStore
from contracts.campaigns.documents.values import ConventionContent, GuidanceContent
from contracts.campaigns.events import GuidanceIssued
from contracts.reference.places import Place
from shared.work import Work


def hold(guidance: Guidance, content: GuidanceContent | None, work: Work[CampaignStore]) -> None:
    """Give a document its content. Raises InvalidField naming the field within it."""
    guidance.copies = copies_of(content, guidance.copies)
    if content:
        check(content, guidance.kind, guidance.unit_code, work.today)
        guidance.content_kind, guidance.content = content.kind, content.model_dump(mode="json")


def issue(guidance: Guidance, duties: tuple[str, ...], work: Work[CampaignStore]) -> None:
    """Keep a document and tell of it. Raises NumberTaken, and what `Guidance.replace` raises."""
    if work.store.has_number(guidance.issuer_org, guidance.doc_number):
        raise NumberTaken(issuer_org=guidance.issuer_org, doc_number=guidance.doc_number)
    if guidance.replaces_id:
        old = work.store.guidance(guidance.replaces_id)
        old.replace(guidance.issuer_org, guidance.id, work.today)
        note(work, old.id, "replace_guidance", old.state)
    work.store.add(guidance)
    work.store.add(*_conventions(guidance, work))
    note(work, guidance.id, "issue_guidance", guidance.state)
    work.emit(_event(guidance), duties=duties)


def _conventions(guidance: Guidance, work: Work[CampaignStore]) -> list[VillageConvention]:
    if guidance.content_kind != "convention":
        return []
    content = ConventionContent.model_validate(guidance.content)
    return [
        VillageConvention(
            id=work.new_id("cvn"),
            guidance_id=guidance.id,
            kdc_id=each.kdc_id,
            path=Place.on(each.kdc_id, work.today, "content").path,
            text_ref=each.text_ref,
            approved_on=each.approved_on,
            approved_by=each.approved_by,
        )
        for each in content.conventions
    ]


def _event(guidance: Guidance) -> GuidanceIssued:
    return GuidanceIssued.model_validate(
        {
            "guidance_id": guidance.id,
            "kind": guidance.kind,
            "doc_number": guidance.doc_number,
            "title": guidance.title,
            "issuer_org": guidance.issuer_org,
            "audience_levels": guidance.audience_levels,
            "copies": guidance.copies,
            "effective_on": guidance.effective_on,
            "replaces_id": guidance.replaces_id,
            "movement_code": guidance.movement_code,
            "unit_code": guidance.unit_code,
            "content_kind": guidance.content_kind,
            "coord_orgs": guidance.coord_orgs,
        }
    )
