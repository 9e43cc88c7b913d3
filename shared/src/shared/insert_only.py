"""Tables whose rows can be inserted and never changed, by triggers of the database itself.

Whoever may alter the table can drop the triggers too; that this shows is the chain's matter.
"""

from sqlalchemy import DDL, Table, event

SQLITE = (
    "CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, '{said}'); END",
    "CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, '{said}'); END",
)
POSTGRESQL = (
    """CREATE FUNCTION {table}_refuse() RETURNS trigger LANGUAGE plpgsql
    AS $$BEGIN RAISE EXCEPTION '{said}'; END$$""",
    """CREATE TRIGGER {table}_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION {table}_refuse()""",
)
DROPPED = {
    "sqlite": ("DROP TRIGGER {table}_no_update", "DROP TRIGGER {table}_no_delete"),
    "postgresql": ("DROP TRIGGER {table}_insert_only ON {table}", "DROP FUNCTION {table}_refuse()"),
}
MADE = {"sqlite": SQLITE, "postgresql": POSTGRESQL}


def statements(table: str, dialect: str) -> list[str]:
    """Return what guards a table in a database."""
    return _filled(MADE[dialect], table)


def statements_to_drop(table: str, dialect: str) -> list[str]:
    """Return what takes the guard of a table away; for migrations, and for tests that tamper."""
    return _filled(DROPPED[dialect], table)


def guard(table: Table) -> None:
    """Guard a table wherever its metadata makes it."""
    for dialect in MADE:
        for statement in statements(table.name, dialect):
            made = DDL(statement).execute_if(dialect=dialect)  # type: ignore[no-untyped-call]
            event.listen(table, "after_create", made)


def _filled(templates: tuple[str, ...], table: str) -> list[str]:
    said = f"rows of {table} are only ever inserted"
    return [each.format(table=table, said=said) for each in templates]
