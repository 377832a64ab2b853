"""The order of definitions in a module of types."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set


def in_order(uses: Mapping[str, Set[str]]) -> Iterator[str]:
    """The names, each after those that it uses; what is left is in cycles, or uses such, and keeps its order."""
    placed: set[str] = set()
    ahead: Sequence[str] = tuple(uses)
    while ahead:
        left = []
        for name in ahead:
            if uses[name] - {name} <= placed:
                placed.add(name)
                yield name
            else:
                left.append(name)
        if len(left) == len(ahead):
            yield from left
            return
        ahead = left
