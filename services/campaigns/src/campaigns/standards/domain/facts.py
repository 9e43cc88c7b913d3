"""The facts behind a decision on a unit."""

from collections.abc import Iterable
from datetime import date

from campaigns.standards.domain.assessment import Assessment
from campaigns.standards.domain.candidate import Candidate
from campaigns.standards.domain.procedure import rule_on
from shared.domain.facts import Facts, day, rule_fact


def facts_of(candidate: Candidate, assessments: Iterable[Assessment], on: date) -> Facts:
    """Gather what a decision rests on: the steps, the assessments, the rules of the day."""
    procedure = candidate.procedure
    keys = (procedure.vote, procedure.panel, procedure.coverage, procedure.satisfied, procedure.validity)
    return {
        "unit_code": candidate.unit_code,
        "standard": candidate.standard,
        "version": candidate.version,
        "decision_no": candidate.decision_no,
        "deciding_body": candidate.deciding_body,
        "decided_on": day(on),
        "steps": list(candidate.steps),
        "assessments": [_fact(each) for each in assessments],
        "rules": [rule_fact(key, on) for key in keys if key and rule_on(key, on)],
    }


def _fact(assessment: Assessment) -> Facts:
    return {
        "standard": assessment.standard,
        "version": assessment.version,
        "criterion_no": assessment.criterion_no,
        "passed": assessment.passed,
        "measured_value": assessment.measured_value,
        "unit_of_measure": assessment.unit_of_measure,
        "assessing_body": assessment.assessing_body,
        "assessed_on": day(assessment.assessed_on),
        "evidence_ref": assessment.evidence_ref,
    }
