"""A draft was promulgated: the criteria that it lays down apply from their day."""

from campaigns.criteria.domain.versions import PromulgatedSet
from campaigns.criteria.repository import CriteriaSets
from contracts.critique.drafts import DraftPromulgated
from shared.service import reaction
from shared.work import Work


@reaction(DraftPromulgated, replayable=True)
def adopt_criteria(promulgated: DraftPromulgated, work: Work) -> None:
    """Keep the criteria set of a promulgated draft; a text without criteria is none of ours.

    III.1.4-a, III.1.5-b: the version applies from `effective_on`; what was decided before stays decided.
    """
    if promulgated.criteria is None:
        return
    adopted = PromulgatedSet(
        draft_id=promulgated.draft_id,
        standard=promulgated.criteria.standard,
        doc_number=promulgated.doc_number,
        drafting_body=promulgated.drafting_body,
        promulgated_on=promulgated.promulgated_on,
        effective_on=promulgated.effective_on,
        criteria=[each.model_dump(mode="json") for each in promulgated.criteria.criteria],
    )
    CriteriaSets(work).keep(adopted)
