"""Vietnamese text without marks and case, so that `giam ngheo` finds `giảm nghèo`."""

import re
import unicodedata

STROKED = str.maketrans("đĐ", "dD")  # the one letter whose mark Unicode does not take apart


def folded(*texts: str) -> str:
    """Return the words of texts in small letters without marks, one space between them."""
    apart = unicodedata.normalize("NFKD", " ".join(texts)).translate(STROKED)
    plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return " ".join(re.findall(r"\w+", plain.casefold()))


def words_of(text: str) -> list[str]:
    """Return the distinct folded words of a search, in their order."""
    return list(dict.fromkeys(folded(text).split()))
