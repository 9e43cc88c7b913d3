"""The tables of the funds service, as one database."""

from sqlalchemy import MetaData

metadata = MetaData()
