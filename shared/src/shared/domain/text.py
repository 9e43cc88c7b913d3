"""Vietnamese text: composed in one way at the door, and found with and without marks."""

import re
import unicodedata

UNSEEN = frozenset({"Cc", "Cf", "Cs"})
LINES = frozenset("\t\n\r")
STROKED = str.maketrans("đĐ", "dD")  # the one letter whose mark Unicode does not take apart


def composed(text: str) -> str:
    """Return a text in NFC, without space around it."""
    return unicodedata.normalize("NFC", text).strip()


def has_unseen(text: str) -> bool:
    """Whether it holds what no reader sees: NUL, controls, zero-width and direction marks, half letters."""
    if text.isprintable():
        return False
    return any(unicodedata.category(each) in UNSEEN and each not in LINES for each in text)


def folded(*texts: str) -> str:
    """Return the words of texts in small letters without marks, one space between them."""
    apart = unicodedata.normalize("NFKD", " ".join(texts)).translate(STROKED)
    plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return " ".join(re.findall(r"\w+", plain.casefold()))


def words_of(text: str) -> list[str]:
    """Return the distinct folded words of a search, in their order."""
    return list(dict.fromkeys(folded(text).split()))
