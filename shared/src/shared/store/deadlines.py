"""The column of a day that the rule table set, kept with all that it rests on."""

from sqlalchemy import JSON, Column, Dialect, TypeDecorator

from shared.domain.deadlines import ExplainedDeadline


class Explained(TypeDecorator[ExplainedDeadline]):
    """An explained deadline, as JSON."""

    impl = JSON(none_as_null=True)
    cache_ok = True

    def process_bind_param(self, value: ExplainedDeadline | None, dialect: Dialect) -> object:  # noqa: ARG002
        """Write it down."""
        return value.model_dump(mode="json") if value else None

    def process_result_value(self, value: object, dialect: Dialect) -> ExplainedDeadline | None:  # noqa: ARG002
        """Read it back."""
        return ExplainedDeadline.model_validate(value) if value else None


def deadline(name: str, *, nullable: bool = False) -> Column[ExplainedDeadline]:
    """Return the column of a day that a rule set, with its explanation."""
    return Column(name, Explained, nullable=nullable)
