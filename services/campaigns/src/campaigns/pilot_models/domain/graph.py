"""The replication graph: what descends from a model, and which edge would close a circle."""

from collections.abc import Callable, Collection, Iterable

Children = Callable[[Collection[str]], Iterable[str]]


def descendants(start: str, children: Children, max_depth: int | None = None) -> dict[str, int]:
    """Return the depth of every node below `start`, by its shortest way; the nearest first.

    `children` gives the nodes one step below any of a set of nodes. `start` itself is not included,
    even in a graph with circles.
    """
    depth, frontier, level = {start: 0}, {start}, 0
    while frontier and (max_depth is None or level < max_depth):
        level += 1
        frontier = set(children(frontier)) - depth.keys()
        depth.update(dict.fromkeys(sorted(frontier), level))
    del depth[start]
    return depth


def closes_circle(source: str, target: str, children: Children) -> bool:
    """Say whether an edge from source to target would let the target descend from itself."""
    return source == target or source in descendants(target, children)
