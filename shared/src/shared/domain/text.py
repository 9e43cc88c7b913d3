"""Vietnamese text: composed in one way at the door, and found with and without marks."""

import re
import unicodedata

from pydantic import JsonValue

STROKED = str.maketrans("đĐ", "dD")  # the one letter whose mark Unicode does not take apart


def composed(value: JsonValue) -> JsonValue:
    """Return a JSON value with every text in it in NFC, the keys of objects too."""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, list):
        return [composed(each) for each in value]
    if isinstance(value, dict):
        return {unicodedata.normalize("NFC", key): composed(each) for key, each in value.items()}
    return value


def folded(*texts: str) -> str:
    """Return the words of texts in small letters without marks, one space between them."""
    apart = unicodedata.normalize("NFKD", " ".join(texts)).translate(STROKED)
    plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return " ".join(re.findall(r"\w+", plain.casefold()))


def words_of(text: str) -> list[str]:
    """Return the distinct folded words of a search, in their order."""
    return list(dict.fromkeys(folded(text).split()))
