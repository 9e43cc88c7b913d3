"""The facts behind a decision on a title."""

from collections.abc import Sequence
from datetime import date

from campaigns.titles.domain.meeting import Meeting
from campaigns.titles.domain.standard import ATTENDANCE, YES
from campaigns.titles.domain.title import Title
from contracts.reference import CriteriaSet
from shared.domain.facts import Facts, day, rule_fact


def facts_of(
    title: Title, meeting: Meeting, criteria: CriteriaSet, contents: Sequence[str], on: date
) -> Facts:
    """Gather the facts of a decision on a day; `contents` is what the household registered that year."""
    return {
        "title": title.title,
        "subject_ref": title.subject_ref,
        "area_code": title.area_code,
        "units_above": title.path,
        "year": title.year,
        "criteria": {
            "code": criteria.code,
            "assessed_version": title.standard_version,
            "version_on_decision": criteria.version,
            "source": criteria.source,
            "confidence": criteria.confidence,
        },
        "self_assessment": title.self_assessment,
        "registered_contents": list(contents),
        "vote": _vote(title, meeting),
        "rules": [rule_fact(key, meeting.held_on) for key in (ATTENDANCE, YES)],
        "submitted_on": day(title.submitted_on),
        "decision_due": title.decision_due.model_dump(mode="json") if title.decision_due else None,
        "decided_on": day(on),
        "deciding_body": title.deciding_body,
        "decision_no": title.decision_no,
        "consecutive_years": title.consecutive_years,
        "last_year": title.last_year,
    }


def _vote(title: Title, meeting: Meeting) -> Facts:
    return {
        "meeting_id": meeting.id,
        "held_on": day(meeting.held_on),
        "invited": meeting.invited,
        "attended": meeting.attended,
        "yes_votes": title.yes_votes,
        "ballot": meeting.ballot,
        "minutes_ref": meeting.minutes_ref,
    }
