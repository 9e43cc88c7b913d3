"""The one metadata of the service's tables."""

from sqlalchemy import MetaData

metadata = MetaData()
