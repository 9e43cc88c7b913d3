"""Registering a draft."""

from contracts.critique.drafts import DraftRegistered
from contracts.errors import InvalidField
from contracts.reference import Body, Place, acting_level
from critique.common.domain.parties import drafts_at
from critique.drafts.answers import standing
from critique.drafts.conditions import pairs
from critique.drafts.domain import clauses, dossier
from critique.drafts.domain.draft import Draft
from critique.drafts.guards import registers_own
from critique.drafts.messages import DraftStanding, RegisterDraft
from critique.drafts.repository import Drafts
from shared.domain.text import folded
from shared.service import command
from shared.work import Work


@command(
    RegisterDraft,
    post="/drafts",
    may=registers_own,
    vi="Đăng ký dự thảo để phản biện",
    duties=clauses.REGISTERING,
    takes=["draft:register"],
)
def register_draft(wanted: RegisterDraft, work: Work) -> DraftStanding:
    """Register a draft for critique by the Front of the same level.

    Evidence of II.4b-a only where the dossier is complete (documents, time, people, money), and of
    the item of III.1 that asks this body for this kind of draft, where it is named. Co-drafters are
    state bodies of the same level: the Front would else judge its own draft.
    Raises: NotAllowed, InvalidField (unit_code, co_drafting_bodies, conditions, duty_id).
    """
    functions, level = work.actor.functions, work.actor.level
    clauses.check_asked_for(wanted.duty_id, functions, wanted.kind, level)
    co_drafters = _co_drafters(wanted, work)
    draft = _new_draft(wanted, work)
    Drafts(work).add(draft)
    evidence = clauses.evidence_of_registering(
        draft.duty_id, complete=draft.dossier_complete, co_drafters=co_drafters
    )
    work.emit(_event(draft), duties=evidence)
    return standing(draft)


def _co_drafters(wanted: RegisterDraft, work: Work) -> list[Body]:
    names = [*wanted.co_drafting_bodies, work.actor.body]
    if len(set(names)) < len(names):
        raise _wrong_co_drafter(
            "each-once", "Mỗi cơ quan phối hợp chỉ nêu một lần", "Each co-drafter is named once"
        )
    bodies = [Body.on(name, work.today, "co_drafting_bodies") for name in wanted.co_drafting_bodies]
    for body in bodies:
        if not drafts_at(body, work.actor.level, wanted.unit_code):
            raise _wrong_co_drafter(
                "state-body-of-the-level",
                f"{body.called.vi} không phải cơ quan Nhà nước soạn thảo cùng cấp",
                f"{body.called.en} is no state drafting body of the same level",
            )
    return bodies


def _new_draft(wanted: RegisterDraft, work: Work) -> Draft:
    place = Place.on(wanted.unit_code, work.today)
    return Draft(
        id=work.new_id("drf"),
        kind=wanted.kind,
        title=wanted.title,
        unit_id=place.unit_id,
        unit_code=place.code,
        path=place.path,
        level=acting_level(work.actor.level),
        drafting_body=work.actor.body,
        co_drafting_bodies=list(wanted.co_drafting_bodies),
        conditions=dossier.provided({}, pairs(wanted.conditions)),
        duty_id=wanted.duty_id,
        received_on=work.today,
        dossier_on=work.today,
        recorded_at=work.now,
        search=folded(wanted.title),
    )


def _event(draft: Draft) -> DraftRegistered:
    return DraftRegistered(
        draft_id=draft.id,
        kind=draft.kind,
        title=draft.title,
        drafting_body=draft.drafting_body,
        co_drafting_bodies=draft.co_drafting_bodies,
        level=draft.level,
        unit_code=draft.unit_code,
        dossier_complete=draft.dossier_complete,
        received_on=draft.received_on,
        duty_id=draft.duty_id,
    )


def _wrong_co_drafter(rule: str, vi: str, en: str) -> InvalidField:
    return InvalidField("co_drafting_bodies", rule, vi, en)
