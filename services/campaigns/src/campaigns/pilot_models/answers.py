"""How commands and queries on models answer."""

from campaigns.common.record import record
from campaigns.pilot_models.domain.member import Member
from campaigns.pilot_models.domain.model import Model
from campaigns.pilot_models.domain.practice import Practice
from campaigns.pilot_models.domain.replication import Replication
from campaigns.pilot_models.domain.support import Support
from campaigns.pilot_models.messages.commands import (
    MemberStanding,
    ModelStanding,
    PracticeStanding,
    ReplicationStanding,
)
from campaigns.pilot_models.messages.queries import (
    ModelRecord,
    PracticeRecord,
    ReplicationRecord,
    SupportRecord,
)


def standing(model: Model) -> ModelStanding:
    """Say where a model stands."""
    return ModelStanding(model_id=model.id, state=model.state)


def answered(member: Member) -> MemberStanding:
    """Say how an invited body answered."""
    return MemberStanding(model_id=member.model_id, member_body=member.member_body, state=member.state)


def carried(edge: Replication) -> ReplicationStanding:
    """Say where a replication stands."""
    return ReplicationStanding(replication_id=edge.id, model_id=edge.model_id, result=edge.state)


def sheet_standing(practice: Practice) -> PracticeStanding:
    """Say where a sheet stands."""
    return PracticeStanding(practice_id=practice.id, state=practice.state)


def shown(model: Model) -> ModelRecord:
    """Show a model."""
    return record(ModelRecord, model, model_id=model.id)


def support(given: Support) -> SupportRecord:
    """Show what a body gave."""
    return record(SupportRecord, given, support_id=given.id)


def sheet(practice: Practice) -> PracticeRecord:
    """Show a sheet of good practice."""
    return record(PracticeRecord, practice, practice_id=practice.id)


def edge(found: Replication, support_vnd: int, *, closed: bool) -> ReplicationRecord:
    """Show a replication; one that is not closed on the day asked for is still pending."""
    return record(
        ReplicationRecord,
        found,
        replication_id=found.id,
        result=found.state if closed else "pending",
        reason=found.reason if closed else None,
        closed_on=found.closed_on if closed else None,
        support_vnd=support_vnd,
    )
