"""The one metadata in which every feature of the service declares its tables."""

from sqlalchemy import MetaData

metadata = MetaData()
