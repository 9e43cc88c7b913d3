"""What bodies are invited to: each answers for itself, and nobody joins uninvited (I.1-a)."""

from contracts.errors import NotAllowed


def not_invited() -> NotAllowed:
    """Return the refusal of a body that answers an invitation which it did not get."""
    return NotAllowed(
        "invited-only",
        "Chỉ cơ quan, tổ chức được mời mới trả lời lời mời",
        "Only a body that was invited answers an invitation",
    )
