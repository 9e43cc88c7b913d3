"""The tables of imports; `household_heads` holds who a household is, and nothing leaves it."""

from sqlalchemy import Column, Date, ForeignKey, Integer, LargeBinary, Table, Text

from campaigns.common.tables import metadata
from campaigns.household_imports.domain.household_import import HouseholdImport, KeptFault, Upload
from campaigns.households import tables as households  # noqa: F401 - heads belong to households
from shared.store import key, map_all, part_of, path, recorded_at, short_text

household_heads = Table(
    "household_heads",
    metadata,
    Column("household_ref", ForeignKey("households.id"), primary_key=True),
    short_text("head_name", 100),
    short_text("search", 200),
    Column("members", Integer),
    short_text("import_id", 64),
)

imports = Table(
    "household_imports",
    metadata,
    key(),
    short_text("unit_code", 16, index=True),
    path(),
    short_text("format", 8),
    Column("total", Integer, nullable=False),
    short_text("uploading_body"),
    Column("uploaded_on", Date, nullable=False),
    short_text("state", 12),
    Column("stands_since", Date, nullable=False),
    Column("errors", Integer, nullable=False),
    Column("imported", Integer, nullable=False),
    recorded_at(),
)

uploads = Table(
    "household_uploads",
    metadata,
    Column("import_id", ForeignKey("household_imports.id"), primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

faults = Table(
    "household_import_faults",
    metadata,
    key(),
    part_of("import_id", "household_imports"),
    Column("row", Integer, nullable=False),
    short_text("column", 40),
    Column("value", Text, nullable=False),
    short_text("rule", 40),
    Column("vi", Text, nullable=False),
    Column("en", Text, nullable=False),
    Column("search", Text, nullable=False),
)

map_all(metadata, {HouseholdImport: imports, Upload: uploads, KeptFault: faults})
