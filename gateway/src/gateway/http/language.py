"""In which of the two languages to answer."""

from typing import Literal

from werkzeug.datastructures import LanguageAccept
from werkzeug.http import parse_accept_header

Language = Literal["vi", "en"]


def language_of(accept_language: str) -> Language:
    """Choose by the header Accept-Language: Vietnamese unless English is preferred."""
    accepted = parse_accept_header(accept_language, LanguageAccept)
    return "en" if accepted.best_match(["vi", "en"], default="vi") == "en" else "vi"
