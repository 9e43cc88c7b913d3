"""What the room «models» keeps."""

from collections.abc import Collection
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, Table, extract, func, literal, select, union_all

from campaigns.domain.folding import words_of
from campaigns.models import tables
from campaigns.models.domain.member import Member
from campaigns.models.domain.model import Model
from campaigns.models.domain.practice import Practice
from campaigns.models.domain.replication import Replication
from campaigns.models.domain.support import Support
from campaigns.store.repository import PageOf, Repository
from campaigns.store.standings import standings
from contracts.campaigns.models import queries
from contracts.errors import NotFound


class Counted(NamedTuple):
    """How many models of one type and subject stood in one state, on a day."""

    type: str
    subject_kind: str
    state: str
    models: int


class Hit(NamedTuple):
    """A model or a sheet that was found."""

    id: str
    kind: str
    name_vi: str
    unit_code: str
    state: str
    on: date


class ModelsStore(Repository):
    """Keeps and finds models, their replications and sheets of good practice."""

    def model(self, model_id: str) -> Model:
        """Return a model. Raises NotFound."""
        return self._get(Model, model_id, "model")

    def replication(self, replication_id: str) -> Replication:
        """Return a replication. Raises NotFound."""
        return self._get(Replication, replication_id, "replication")

    def practice(self, practice_id: str) -> Practice:
        """Return a sheet of good practice. Raises NotFound."""
        return self._get(Practice, practice_id, "practice")

    def members(self, model_id: str) -> list[Member]:
        """Return the bodies invited to a model, in the order of the invitations."""
        table = tables.members
        found = select(Member).where(table.c.model_id == model_id).order_by(table.c.id)
        return list(self._session.scalars(found))

    def invitation(self, model_id: str, body: str) -> Member:
        """Return a body's invitation to a model. Raises NotFound."""
        table = tables.members
        wanted = select(Member).where(table.c.model_id == model_id, table.c.body == body)
        found = self._session.scalar(wanted)
        if found is None:
            raise NotFound(what=f"invitation of {body} to", id=model_id)
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
            table.c.result != "failed",
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

    def models(self, asked: queries.ModelList) -> PageOf[Model]:
        """Return a page of models by place, type, subject, state, year and words."""
        table = tables.models
        given = asked.model_dump(include={"type", "subject_kind", "state"})
        wanted = select(Model).where(*_equal(table, given))
        return self._page(_narrowed(wanted, table, table.c.proposed_on, asked), table, asked)

    def practices(self, asked: queries.PracticeList) -> PageOf[Practice]:
        """Return a page of sheets by place, year, state, model and words."""
        table = tables.practices
        wanted = select(Practice).where(*_equal(table, asked.model_dump(include={"state", "model_id"})))
        return self._page(_narrowed(wanted, table, table.c.published_on, asked), table, asked)

    def search(self, asked: queries.ModelSearch) -> PageOf[Hit]:
        """Return a page of models and sheets that hold all the words."""
        found = union_all(
            _hits("model", tables.models, tables.models.c.proposed_on, asked),
            _hits("practice", tables.practices, tables.practices.c.published_on, asked),
        ).subquery()
        wanted = select(found).order_by(found.c.id).limit(asked.limit + 1)
        if asked.cursor:
            wanted = wanted.where(found.c.id > asked.cursor)
        rows = [Hit(*row) for row in self._session.execute(wanted)]
        page = rows[: asked.limit]
        return page, page[-1].id if len(rows) > asked.limit else None

    def counts(self, unit_code: str, on: date) -> list[Counted]:
        """Count the models of a unit by type, subject and the state in which they stood on a day."""
        table = tables.models
        stood = standings(select(table.c.id).where(_within(table, unit_code)), on)
        of = (table.c.type, table.c.subject_kind, stood.c.state)
        found = (
            select(*of, func.count()).join(stood, stood.c.object_id == table.c.id).group_by(*of).order_by(*of)
        )
        return [Counted(*row) for row in self._session.execute(found)]


Listed = queries.ModelList | queries.PracticeList | queries.ModelSearch


def _equal(table: Table, given: dict[str, Any]) -> list[ColumnElement[bool]]:
    return [table.c[name] == value for name, value in given.items() if value]


def _within(table: Table, unit_code: str) -> ColumnElement[bool]:
    return table.c.path.contains(f"/{unit_code}/", autoescape=True)


def _narrowed(wanted: Select[Any], table: Table, day: ColumnElement[date], asked: Listed) -> Select[Any]:
    if asked.unit_code:
        wanted = wanted.where(_within(table, asked.unit_code))
    if asked.year:
        wanted = wanted.where(extract("year", day) == asked.year)
    for word in words_of(asked.text or ""):
        wanted = wanted.where(table.c.search_text.contains(word, autoescape=True))
    return wanted


def _hits(kind: str, table: Table, day: ColumnElement[date], asked: queries.ModelSearch) -> Select[Any]:
    c = table.c
    wanted = select(c.id, literal(kind).label("kind"), c.name_vi, c.unit_code, c.state, day.label("on"))
    return _narrowed(wanted, table, day, asked)
