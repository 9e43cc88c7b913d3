"""What the feature «pilot_models» keeps."""

from collections.abc import Collection
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, Table, func, literal, select, union_all

from campaigns.common.domain.invited import not_invited
from campaigns.pilot_models import tables
from campaigns.pilot_models.domain.member import Member
from campaigns.pilot_models.domain.model import Model, ModelState
from campaigns.pilot_models.domain.practice import Practice
from campaigns.pilot_models.domain.replication import Replication
from campaigns.pilot_models.domain.support import Support
from campaigns.pilot_models.messages.queries import ModelList, ModelSearch, PracticeList
from campaigns.pilot_models.messages.values import HitKind, HitState
from contracts.campaigns.pilot_models import ModelSubjectKind, ModelType
from contracts.names import Name
from shared.history import states_as_of
from shared.store import Listed, PageOf, Repository, narrowed, rows_page, within


class Counted(NamedTuple):
    """How many models of one type and subject stood in one state, on a day."""

    type: ModelType
    subject_kind: ModelSubjectKind
    state: ModelState
    models: int


class Hit(NamedTuple):
    """A model or a sheet that was found."""

    id: str
    kind: HitKind
    name_vi: str
    unit_code: str
    state: HitState
    on: date


class PilotModels(Repository):
    """Keeps and finds models, the bodies invited to them, their replications, and what they were given."""

    def get(self, model_id: str) -> Model:
        """Return a model. Raises NotFound."""
        return self._get(Model, model_id, Name("mô hình", "model"))

    def replication(self, replication_id: str) -> Replication:
        """Return a replication. Raises NotFound."""
        return self._get(Replication, replication_id, Name("lượt nhân rộng", "replication"))

    def members(self, model_id: str) -> list[Member]:
        """Return the bodies invited to a model, in the order of the invitations."""
        table = tables.members
        found = select(Member).where(table.c.model_id == model_id).order_by(table.c.id)
        return list(self._session.scalars(found))

    def invitation(self, model_id: str, body: str) -> Member:
        """Return a body's invitation to a model. Raises NotAllowed."""
        table = tables.members
        wanted = select(Member).where(table.c.model_id == model_id, table.c.member_body == body)
        found = self._session.scalar(wanted)
        if found is None:
            raise not_invited()
        return found

    def supports(self, model_id: str) -> list[Support]:
        """Return what was given to a model and to its replications, in the order of recording."""
        table = tables.supports
        found = select(Support).where(table.c.model_id == model_id).order_by(table.c.id)
        return list(self._session.scalars(found))

    def support_of(self, replication_ids: Collection[str], on: date) -> dict[str, int]:
        """Sum the money given to each replication by a day, đồng."""
        table = tables.supports
        summed = select(table.c.replication_id, func.sum(table.c.amount_vnd)).where(
            table.c.replication_id.in_(replication_ids), table.c.given_on <= on
        )
        found = self._session.execute(summed.group_by(table.c.replication_id))
        return {each: int(total or 0) for each, total in found}

    def stands_replicated(self, model_id: str, to_unit: str, to_model_id: str | None) -> bool:
        """Say whether a replication to the same end is pending or succeeded."""
        table = tables.replications
        found = select(table.c.id).where(
            table.c.model_id == model_id,
            table.c.to_unit == to_unit,
            table.c.to_model_id == to_model_id,
            table.c.state != "failed",
        )
        return self._session.scalars(found).first() is not None

    def children(self, model_ids: Collection[str]) -> list[str]:
        """Return the models one step below any of these, whenever it was taken."""
        table = tables.replications
        found = select(table.c.to_model_id).where(
            table.c.model_id.in_(model_ids), table.c.to_model_id.is_not(None)
        )
        return [each for each in self._session.scalars(found) if each]

    def replications_from(self, model_ids: Collection[str], on: date) -> list[Replication]:
        """Return the replications that begin at any of these models by a day, in their order."""
        table = tables.replications
        found = select(Replication).where(table.c.model_id.in_(model_ids), table.c.replicated_on <= on)
        return list(self._session.scalars(found.order_by(table.c.id)))

    def page(self, asked: ModelList) -> PageOf[Model]:
        """Return a page of models by place, type, subject, state, words and the day of the proposal."""
        table = tables.models
        given = asked.model_dump(include={"type", "subject_kind"}, exclude_none=True)
        wanted = select(Model).where(*(table.c[name] == value for name, value in given.items()))
        return self._list(Model, table, asked, _listed(table, table.c.proposed_on), wanted)

    def search(self, asked: ModelSearch) -> PageOf[Hit]:
        """Return a page of models and sheets that hold all the words."""
        found = union_all(
            _hits("model", tables.models, tables.models.c.proposed_on, asked),
            _hits("practice", tables.practices, tables.practices.c.published_on, asked),
        ).subquery()
        rows, after = rows_page(self._session, select(found), found.c.id, asked)
        return [Hit(**row) for row in rows], after

    def counts(self, unit_code: str, on: date) -> list[Counted]:
        """Count the models of a unit by type, subject and the state in which they stood on a day."""
        table = tables.models
        stood = states_as_of(select(table.c.id).where(within(table.c.path, unit_code)), on)
        of = (table.c.type, table.c.subject_kind, stood.c.state)
        counted = select(*of, func.count()).join(stood, stood.c.subject_id == table.c.id)
        return [Counted(*row) for row in self._session.execute(counted.group_by(*of).order_by(*of))]


class Practices(Repository):
    """Keeps and finds sheets of good practice."""

    def get(self, practice_id: str) -> Practice:
        """Return a sheet of good practice. Raises NotFound."""
        return self._get(Practice, practice_id, Name("cách làm hay", "practice"))

    def page(self, asked: PracticeList) -> PageOf[Practice]:
        """Return a page of sheets by place, state, model, words and the day of publication."""
        table, wanted = tables.practices, select(Practice)
        if asked.model_id:
            wanted = wanted.where(table.c.model_id == asked.model_id)
        return self._list(Practice, table, asked, _listed(table, table.c.published_on), wanted)


def _listed(table: Table, day: ColumnElement[Any]) -> Listed:
    return Listed(path=table.c.path, day=day, state=table.c.state, text=table.c.search)


def _hits(kind: str, table: Table, day: ColumnElement[Any], asked: ModelSearch) -> Select[Any]:
    c = table.c
    wanted = select(c.id, literal(kind).label("kind"), c.name_vi, c.unit_code, c.state, day.label("on"))
    return narrowed(wanted, asked, _listed(table, day))
