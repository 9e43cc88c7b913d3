"""The tables of the reporting service, as one database."""

from sqlalchemy import MetaData

metadata = MetaData()
