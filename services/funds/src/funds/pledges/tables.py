"""The tables of the feature «pledges»."""

from sqlalchemy import BigInteger, Column, Date, ForeignKey, Index, Table, text

from funds.common.tables import metadata
from funds.pledges.domain.donor import Donor
from funds.pledges.domain.pledge import Pledge
from shared.store import key, map_all, part_of, short_text

donors = Table(
    "donors",
    metadata,
    key(),
    part_of("fund_id", "funds"),
    short_text("kind", 32),
    short_text("name", 200),
    short_text("search", 400),
)

# What the timer looks for; what is fulfilled or found overdue leaves it small.
OWED = text("state IN ('registered', 'partly_received')")

pledges = Table(
    "pledges",
    metadata,
    key(),
    part_of("fund_id", "funds"),
    part_of("drive_id", "drives"),
    Column("donor_id", ForeignKey("donors.id")),
    short_text("donor_kind", 32),
    Column("amount_vnd", BigInteger, nullable=False),
    Column("due_on", Date, nullable=False),
    Column("first_due_on", Date, nullable=False),
    Column("registered_on", Date, nullable=False),
    short_text("registering_body"),
    short_text("restriction", 32, nullable=True),
    Column("received_vnd", BigInteger, nullable=False),
    short_text("state", 20),
    Column("stands_since", Date, nullable=False),
    Index("pledges_of_drive", "drive_id", "id"),
    Index("pledges_owed", "due_on", sqlite_where=OWED, postgresql_where=OWED),
)

map_all(metadata, {Donor: donors, Pledge: pledges})
