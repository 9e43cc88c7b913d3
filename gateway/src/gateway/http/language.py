"""In which of the two languages to answer."""

from typing import Literal

from werkzeug.datastructures import LanguageAccept
from werkzeug.http import parse_accept_header

Language = Literal["vi", "en"]
DEFAULT: Language = "vi"
LANGUAGES: tuple[Language, ...] = ("vi", "en")
# The parameter of every address by which a reader chooses the language.
PARAMETER = "lang"


def language_of(chosen: str | None, accept_language: str) -> Language:
    """Choose by `?lang=`, else by the header Accept-Language; Vietnamese where neither names one of ours."""
    for language in LANGUAGES:
        if chosen == language:
            return language
    accepted = parse_accept_header(accept_language, LanguageAccept)
    return "en" if accepted.best_match(LANGUAGES, default=DEFAULT) == "en" else DEFAULT
