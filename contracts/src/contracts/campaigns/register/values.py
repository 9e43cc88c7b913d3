"""The small vocabularies of the register of households."""

from typing import Literal

ImportState = Literal["received", "checked", "rejected", "imported"]
FileFormat = Literal["xlsx", "csv"]
