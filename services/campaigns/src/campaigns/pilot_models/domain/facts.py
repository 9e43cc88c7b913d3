"""The facts behind the recognition of a model."""

from collections.abc import Iterable
from datetime import date

from campaigns.pilot_models.domain.member import Member
from campaigns.pilot_models.domain.model import Model
from campaigns.pilot_models.domain.support import Support
from shared.domain.facts import Facts, day


def facts_of(model: Model, members: Iterable[Member], supports: Iterable[Support], on: date) -> Facts:
    """Gather the facts of a recognition on a day."""
    return {
        "type": model.type,
        "subject_kind": model.subject_kind,
        "subject_ref": model.subject_ref,
        "unit_code": model.unit_code,
        "units_above": model.path,
        "name_vi": model.name_vi,
        "summary": model.summary,
        "chair_body": model.chair_body,
        "members": [{"member_body": each.member_body, "state": each.state} for each in members],
        "proposed_on": day(model.proposed_on),
        "started_on": day(model.started_on),
        "evaluation": model.evaluation,
        "evaluated_on": day(model.evaluated_on),
        "supports": [_support(each) for each in supports],
        "decision_no": model.decision_no,
        "recognising_body": model.recognising_body,
        "decided_on": day(on),
    }


def _support(support: Support) -> Facts:
    return {
        "support_id": support.id,
        "supporting_body": support.supporting_body,
        "given_on": day(support.given_on),
        "kind": support.kind,
        "amount_vnd": support.amount_vnd,
        "item": support.item,
        "quantity": support.quantity,
        "measure_unit": support.measure_unit,
    }
