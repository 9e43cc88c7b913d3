"""Where a Vietnamese sentence of the source code puts a code, a list or a table in place of a name."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

# A letter that Vietnamese writes and English does not.
VIETNAMESE = re.compile("[À-ỹĂăĐđƠơƯư]")
# What a sentence itself calls a code: it quotes what was sent.
QUOTED = re.compile(r"(mã|ký hiệu|khóa|Khóa chống gửi lặp) «?$")
NAMES_OF_CODES = """
    agency agencies area_code body bodies code codes content_code duty_id format function functions holders
    key kind law level media_format model_type movement movement_code operation outlet place rule service
    services side standard state step subject_ref title topic track type unit unit_code
"""
CODED = frozenset(NAMES_OF_CODES.split())
SOURCES = ("contracts/src", "shared/src", "gateway/src", "services/*/src")


def coded(root: Path) -> list[str]:
    """Name file, line and placeholder of each sentence that would say a code."""
    folders = [folder for source in SOURCES for folder in root.glob(source)]
    files = sorted(file for folder in folders for file in folder.rglob("*.py"))
    return [f"{file.relative_to(root)}:{found}" for file in files for found in _coded_in(file)]


def _coded_in(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.JoinedStr) and VIETNAMESE.search(_words(node)):
            yield from _of_sentence(node)
        elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "vi":
            yield from _of_template(node.value)


def _words(sentence: ast.JoinedStr) -> str:
    return "".join(str(each.value) for each in sentence.values if isinstance(each, ast.Constant))


def _of_sentence(sentence: ast.JoinedStr) -> Iterator[str]:
    before = ""
    for part in sentence.values:
        if isinstance(part, ast.FormattedValue) and _is_coded(part.value) and not QUOTED.search(before):
            yield f"{part.lineno} {{{ast.unparse(part.value)}}}"
        before = str(part.value) if isinstance(part, ast.Constant) else ""


def _is_coded(value: ast.expr) -> bool:
    """Whether it is a code, a part of a value, or a list joined on the spot; `.vi` is a name."""
    if isinstance(value, ast.Attribute):
        return value.attr in CODED
    if isinstance(value, ast.Name):
        return value.id in CODED
    if isinstance(value, ast.Call):
        return ast.unparse(value.func).endswith(".join") and ".vi for " not in ast.unparse(value)
    return isinstance(value, ast.Subscript) and not _is_of_names(value)


def _is_of_names(value: ast.expr) -> bool:
    """Whether a part is of a name, or of a constant of the module: `step.vi[1:]`, `ROLES[name]`."""
    while isinstance(value, ast.Subscript):
        value = value.value
    return ast.unparse(value).endswith(".vi") or (isinstance(value, ast.Name) and value.id.isupper())


def _of_template(template: ast.expr) -> Iterator[str]:
    if isinstance(template, ast.Constant) and isinstance(template.value, str):
        for before, field, _, _ in Formatter().parse(template.value):
            if field and field.rpartition(".")[2] in CODED and not QUOTED.search(before):
                yield f"{template.lineno} {{{field}}}"
