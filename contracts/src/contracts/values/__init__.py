"""Value types that messages of two or more features carry, each with its name in both languages.

One module a subject; what one feature alone uses lies with that feature.
"""

# ruff: noqa: F403 -- each module is handed on whole; who reads a message need not know which subject a type is of
from contracts.values.bodies import *
from contracts.values.codes import *
from contracts.values.counts import *
from contracts.values.giving import *
from contracts.values.ids import *
from contracts.values.money import *
from contracts.values.papers import *
from contracts.values.places import *
from contracts.values.time import *
from contracts.values.topics import *
