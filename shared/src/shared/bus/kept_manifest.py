"""A service's manifest, kept in its database: a preparation makes it, every host publishes it."""

import hashlib

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from contracts.manifest import Manifest
from shared.bus.manifest_stream import KeptManifest
from shared.database import Database
from shared.tables import manifests


def keep(database: Database, manifest: Manifest) -> None:
    """Keep the manifest in place of an earlier one. Raises SQLAlchemyError."""
    body = manifest.model_dump_json().encode()
    digest = hashlib.sha256(body).hexdigest()
    row = {"service": manifest.service, "digest": digest, "body": body}

    def keep_instead(session: Session) -> None:
        session.execute(delete(manifests))
        session.execute(insert(manifests).values(row))

    database.carry_out(keep_instead)


def kept(database: Database) -> KeptManifest | None:
    """Return what was kept; None where the service was never prepared. Raises SQLAlchemyError."""
    with database.reading() as session:
        row = session.execute(select(manifests)).first()
    return KeptManifest(row.service, row.digest, row.body) if row else None


def kept_digest(database: Database) -> str | None:
    """Return by what one knows the kept manifest again. Raises SQLAlchemyError."""
    with database.reading() as session:
        return session.scalar(select(manifests.c.digest))
