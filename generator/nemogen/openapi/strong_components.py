"""The cycles of a graph (Tarjan 1972), found without recursion: a graph is as deep as its author wants it to be."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Generic, TypeVar

from nemogen.light_dataclasses import dataclass

Node = TypeVar("Node", bound=Hashable)


@dataclass(slots=True)
class _Visit(Generic[Node]):
    node: Node
    edges: Iterator[Node]
    index: int
    low: int


def strong_components(start: Iterable[Node], edges: Callable[[Node], Iterable[Node]]) -> Iterator[list[Node]]:
    """The strongly connected components that `start` leads to, each before those that lead to it.

    `edges` is called once for each node. A component of more than one node is a cycle; one of one node is a cycle only
    where the node leads to itself.
    """
    indices: dict[Node, int] = {}
    open_: dict[Node, None] = {}
    for root in start:
        path = [] if root in indices else [_enter(root, edges, indices, open_)]
        while path:
            visit = path[-1]
            following = next((node for node in visit.edges if node not in indices or node in open_), None)
            if following is None:
                path.pop()
                if path:
                    path[-1].low = min(path[-1].low, visit.low)
                if visit.low == visit.index:
                    yield _close(visit.node, open_)
            elif following in open_:
                visit.low = min(visit.low, indices[following])
            else:
                path.append(_enter(following, edges, indices, open_))


def _enter(
    node: Node, edges: Callable[[Node], Iterable[Node]], indices: dict[Node, int], open_: dict[Node, None]
) -> _Visit[Node]:
    index = len(indices)
    indices[node] = index
    open_[node] = None
    return _Visit(node, iter(edges(node)), index, index)


def _close(first: Node, open_: dict[Node, None]) -> list[Node]:
    """Take the nodes from `first` on off those that are open."""
    found: list[Node] = []
    while not found or found[-1] != first:
        found.append(open_.popitem()[0])
    return found[::-1]
