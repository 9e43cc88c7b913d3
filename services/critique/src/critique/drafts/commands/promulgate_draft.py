"""Promulgating the text of a draft."""

from contracts.critique.drafts import DraftPromulgated, NewCriteria
from contracts.errors import InvalidField
from contracts.names import code_name
from contracts.values import DraftedStandard
from critique.drafts.domain import clauses
from critique.drafts.domain.draft import Draft
from critique.drafts.domain.promulgation import Promulgation, require_distinct
from critique.drafts.guards import drafter_of_it, drafts
from critique.drafts.messages import PromulgateDraft, PromulgationStanding
from critique.drafts.repository import Drafts
from shared.service import command
from shared.work import Work


@command(
    PromulgateDraft,
    post="/drafts/{draft_id}/promulgate",
    may=drafts,
    vi="Ghi nhận ban hành văn bản chính thức",
    duties=(clauses.CRITERIA_OF_TOWNS,),
    takes=["draft:promulgate"],
    checks=drafter_of_it,
)
def promulgate_draft(wanted: PromulgateDraft, work: Work) -> PromulgationStanding:
    """Record that a draft's text was promulgated after the Front's opinion, and whether that was answered.

    A set of criteria takes effect in the campaigns service from `effective_on`. Evidence of III.1.4-a
    where that item asked for the draft.
    Raises: NotAllowed (not the drafter), NotFound, WrongStep, DayBeforeLastStep,
    InvalidField (effective_on, criteria).
    """
    draft = Drafts(work).get(wanted.draft_id)
    drafter_of_it(draft, work)
    if wanted.criteria:
        _require_own_criteria(draft, wanted.criteria, work)
    promulgation = _promulgation(draft, wanted, work)
    draft.promulgate(promulgation)
    evidence = clauses.evidence_of_promulgating(draft.duty_id)
    work.emit(_event(draft, promulgation, wanted.criteria), duties=evidence)
    return PromulgationStanding(
        draft_id=draft.id,
        doc_number=promulgation.doc_number,
        promulgated_on=promulgation.promulgated_on,
        effective_on=promulgation.effective_on,
        critique_reflected=promulgation.critique_reflected,
    )


def _require_own_criteria(draft: Draft, criteria: NewCriteria, work: Work) -> None:
    functions, level = work.actor.functions, work.actor.level
    if draft.kind != "criteria" or not clauses.may_lay_down(criteria.standard, functions, level):
        name = code_name(DraftedStandard, criteria.standard)
        raise InvalidField(
            "criteria.standard",
            "criteria-of-the-drafter",
            f"Chương trình không giao cơ quan này ban hành bộ tiêu chí «{name.vi}» bằng dự thảo này",
            f"The programme leaves the criteria of «{name.en}» to another body, or another draft",
        )
    require_distinct(criteria)


def _promulgation(draft: Draft, wanted: PromulgateDraft, work: Work) -> Promulgation:
    return Promulgation(
        draft_id=draft.id,
        doc_number=wanted.doc_number,
        promulgated_on=work.today,
        effective_on=wanted.effective_on,
        critique_reflected=draft.state == "response_received",
        criteria=wanted.criteria.model_dump(mode="json") if wanted.criteria else None,
    )


def _event(draft: Draft, promulgation: Promulgation, criteria: NewCriteria | None) -> DraftPromulgated:
    return DraftPromulgated(
        draft_id=draft.id,
        kind=draft.kind,
        drafting_body=draft.drafting_body,
        unit_code=draft.unit_code,
        doc_number=promulgation.doc_number,
        promulgated_on=promulgation.promulgated_on,
        effective_on=promulgation.effective_on,
        critique_reflected=promulgation.critique_reflected,
        criteria=criteria,
    )
