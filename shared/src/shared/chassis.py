"""What every service has beside its own features: history, tasks, next steps, operators' verbs, the audit."""

from dataclasses import replace

from contracts.audit import audit_head_of
from shared.history import history_feature
from shared.next_steps import next_feature
from shared.operations import operations_feature, operator_of
from shared.operations.audit_entries import audit_entry_list
from shared.service import Feature, Service
from shared.tasks import tasks_feature


def with_chassis(service: Service) -> Service:
    """Return the service with the features that the chassis gives to each."""
    own = [
        history_feature(service.subjects),
        tasks_feature(service.subjects),
        next_feature(service.name, service.subjects, service.commands),
        operations_feature(service.function, service.replayable()),
        _audit(service),
    ]
    return replace(service, features=[*service.features, *own])


def _audit(service: Service) -> Feature:
    return Feature(
        queries=[audit_entry_list(operator_of(service.function))], events=[audit_head_of(service.name)]
    )
