"""The facts behind a commendation; no name is among them."""

from collections.abc import Iterable
from datetime import date

from campaigns.exemplars.domain.criteria import Criteria
from campaigns.exemplars.domain.exemplar import Exemplar, Seconding
from shared.domain.facts import Facts, day


def facts_of(exemplar: Exemplar, criteria: Criteria, secondings: Iterable[Seconding], on: date) -> Facts:
    """Gather the facts of a decision on a day."""
    return {
        "subject_kind": exemplar.subject_kind,
        "subject_ref": exemplar.subject_ref,
        "area_code": exemplar.area_code,
        "units_above": exemplar.path,
        "year": exemplar.year,
        "content_code": exemplar.content_code,
        "achievement": exemplar.achievement,
        "criteria": {
            "version": criteria.version,
            "guidance_id": criteria.guidance_id,
            "effective_on": day(criteria.effective_on),
            "criteria": [dict(each) for each in criteria.criteria],
        },
        "criteria_met": [dict(each) for each in exemplar.criteria_met],
        "nominating_body": exemplar.nominating_body,
        "nominated_on": day(exemplar.nominated_on),
        "co_nominators": [
            {"nominating_body": each.nominating_body, "confirmed_on": day(each.confirmed_on)}
            for each in secondings
        ],
        "reviewing_body": exemplar.reviewing_body,
        "reviewed_on": day(exemplar.reviewed_on),
        "minutes_ref": exemplar.minutes_ref,
        "level": exemplar.level,
        "form": exemplar.form,
        "decision_no": exemplar.decision_no,
        "deciding_body": exemplar.deciding_body,
        "decided_on": day(on),
    }
