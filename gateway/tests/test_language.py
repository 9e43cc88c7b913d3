import pytest

from gateway.http.language import language_of


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "vi"),
        ("*", "vi"),
        ("fr", "vi"),
        ("vi,en;q=0.9", "vi"),
        ("en", "en"),
        ("en-US,en;q=0.9,vi;q=0.8", "en"),
        ("en;q=0.1, vi;q=0", "en"),
        ("nonsense;;q=", "vi"),
    ],
)
def test_vietnamese_unless_english_is_preferred(header: str, language: str) -> None:
    assert language_of(header) == language
