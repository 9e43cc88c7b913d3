"""What an operation does, in Vietnamese, made from what is declared: who may, which steps, which refusals."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from contracts.errors import Refusal
from shared.domain.lifecycle import Lifecycle
from shared.service import CommandHandler, QueryHandler, summary_of

Handler = CommandHandler[Any, Any] | QueryHandler[Any, Any]
Lifecycles = Mapping[str, Lifecycle]
# Refusals whose sentence only the moment knows.
PLAIN = {
    "invalid-input": "Một trường không đúng quy tắc.",
    "not-allowed": "Không có thẩm quyền.",
    "not-found": "Không tìm thấy đối tượng.",
    "wrong-step": "Đối tượng đang ở trạng thái không cho phép bước này.",
}


def description_vi(handler: Handler, lifecycles: Lifecycles) -> str:
    """Say in Vietnamese who may, which steps an operation takes, which duties it serves, what refuses it.

    `lifecycles` are those of the service, by name. Raises KeyError for a step of none of them.
    """
    parts = [f"Ai được thực hiện: {'; '.join(guard.vi for guard in handler.may.each())}."]
    if isinstance(handler, CommandHandler):
        parts += _listed("Bước", [_step(take, lifecycles) for take in handler.takes])
        items = ", ".join(handler.duties)  # the programme's own numbers
        parts += [f"Nhiệm vụ của Chương trình: {items}."] if items else []
    elif handler.personal:
        parts.append("Có dữ liệu cá nhân: mỗi lần đọc đều được ghi nhật ký.")
    parts += _listed("Bị từ chối khi", list(dict.fromkeys(_refusals(handler))))
    return "\n\n".join(parts)


def _listed(title: str, lines: list[str]) -> list[str]:
    return ["\n".join([f"{title}:", "", *(f"- {line}" for line in lines)])] if lines else []


def _step(take: str, lifecycles: Lifecycles) -> str:
    """«Hủy phiếu thu» (Khoản ủng hộ): từ «Đã ghi sổ» sang «Đã hủy»."""
    of, _, name = take.partition(":")
    lifecycle = lifecycles[of]
    step = lifecycle.steps[name]
    sources, aim = _names(lifecycle, step.sources), _names(lifecycle, [step.to] if step.to else [])
    if not sources:
        way = f"bắt đầu ở {aim}"
    elif aim:
        way = f"từ {sources} sang {aim}"
    else:
        way = f"ở {sources}, giữ nguyên trạng thái"
    return f"«{step.vi}» ({lifecycle.title.vi}): {way}"


def _names(lifecycle: Lifecycle, states: Iterable[str]) -> str:
    return ", ".join(f"«{lifecycle.states[each].vi}»" for each in states)


def _refusals(handler: Handler) -> Iterator[str]:
    """The sentences of the refusals that a docstring names, with «…» for what only the moment knows."""
    _, _, raised = summary_of(handler.act)[1].partition("Raises")
    known = {each.__name__: each for each in _all(Refusal) if hasattr(each, "slug")}
    for name in re.findall(r"\b[A-Z]\w+", raised):
        if name in known:
            slug = known[name].slug
            yield f"{PLAIN.get(slug) or re.sub(r'{[^}]*}', '…', known[name].vi)} (`{slug}`)"


def _all(kind: type[Refusal]) -> Iterator[type[Refusal]]:
    for each in kind.__subclasses__():
        yield each
        yield from _all(each)
