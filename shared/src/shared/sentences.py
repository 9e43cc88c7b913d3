"""Codes where people read: a sentence names bodies, units, rules and codes by their names."""

import re
from collections.abc import Iterator
from functools import cache

from contracts.catalogue import services
from contracts.reference import agencies, codes, rules, standards, units

# Words joined by underscores; ids, whose last part holds digits, are no such words.
_SNAKE_CASE = re.compile(r"(?<![\w.-])[a-z]+(?:_[a-z]+)+(?![\w-])")
_TOKEN = re.compile(r"(?<![\w-])[\w][\w./-]*[\w](?![\w-])", re.ASCII)
# «không có cơ quan nào mang mã «abc»» quotes what was sent, since nothing has that code.
_QUOTED = re.compile(r"mã «?[\w./-]+»?", re.ASCII)


def codes_in(sentence: str) -> list[str]:
    """Return the codes that a sentence uses as words, quoted input left out."""
    return sorted(set(_found(_QUOTED.sub("", sentence))))


def _found(sentence: str) -> Iterator[str]:
    yield from _SNAKE_CASE.findall(sentence)
    for token in _TOKEN.findall(sentence):
        if token in _known() or token.partition("/")[0] in _bodies() or _is_area(token):
            yield token


def _is_area(token: str) -> bool:
    return bool(re.fullmatch(r"\d{5}-K\d{3}", token))


@cache
def _bodies() -> frozenset[str]:
    """The agencies' codes with a hyphen: the rest (`vpcp`) could be words."""
    return frozenset(each.code for each in agencies().every() if "-" in each.code)


@cache
def _known() -> frozenset[str]:
    """Codes of services, communes, functions, rules, contents, standards; three digits may be a count."""
    communes = (each.code for each in units().every() if each.level == "X")
    functions = (each.code for each in agencies().functions() if "-" in each.code)
    of_campaign = (each.code for each in codes().all())
    return frozenset(
        (*communes, *functions, *rules().keys(), *of_campaign, *services(), *standards().codes())
    )
