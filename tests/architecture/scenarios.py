"""What scenarios prove and what they try to be refused, read from their source without running it."""

import ast
from collections.abc import Iterator, Mapping

ASKS = frozenset({"refused", "wrong_body", "wrong_step"})
Functions = Mapping[str, ast.FunctionDef]


def without_refusal(source: str) -> list[str]:
    """Return the scenarios of a module that prove a duty and ask for nothing that is refused."""
    module = ast.parse(source)
    functions = {each.name: each for each in module.body if isinstance(each, ast.FunctionDef)}
    tests = [each for name, each in functions.items() if name.startswith("test_")]
    return [each.name for each in tests if _proves(each, module) and not _asks(each, functions)]


def proving(source: str) -> list[str]:
    """Return the scenarios of a module that prove a duty."""
    module = ast.parse(source)
    tests = [each for each in module.body if isinstance(each, ast.FunctionDef)]
    return [each.name for each in tests if each.name.startswith("test_") and _proves(each, module)]


def _proves(test: ast.FunctionDef, module: ast.Module) -> bool:
    """Whether a duty stands on a test itself, or on a parameter in a list that its decorator names."""
    lists = dict(_assigned(module))
    named = [node.id for each in test.decorator_list for node in ast.walk(each) if isinstance(node, ast.Name)]
    said = [*test.decorator_list, *(lists[name] for name in named if name in lists)]
    return any("duty" in _attributes(each) for each in said)


def _assigned(module: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    for node in module.body:
        if isinstance(node, ast.Assign):
            yield from ((each.id, node.value) for each in node.targets if isinstance(each, ast.Name))


def _asks(function: ast.FunctionDef, functions: Functions, seen: frozenset[str] = frozenset()) -> bool:
    """Whether a function, or one of its module that it calls, asks for something that is refused."""
    if ASKS & set(_called(function)):
        return True
    ahead = {name for name in _names(function) if name in functions} - seen - {function.name}
    return any(_asks(functions[name], functions, seen | {function.name}) for name in ahead)


def _called(function: ast.FunctionDef) -> Iterator[str]:
    calls = (node.func for node in ast.walk(function) if isinstance(node, ast.Call))
    return (each.attr for each in calls if isinstance(each, ast.Attribute))


def _names(function: ast.FunctionDef) -> Iterator[str]:
    calls = (node.func for node in ast.walk(function) if isinstance(node, ast.Call))
    return (each.id for each in calls if isinstance(each, ast.Name))


def _attributes(node: ast.expr) -> set[str]:
    return {each.attr for each in ast.walk(node) if isinstance(each, ast.Attribute)}
