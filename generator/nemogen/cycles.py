"""Cycles in a graph, found without recursion: the depth of the graph depends on an untrusted document."""

from __future__ import annotations

from collections.abc import Collection, Mapping


def on_circles(edges: Mapping[str, Collection[str]]) -> frozenset[str]:
    """The nodes of a graph (node to the nodes that it leads to) on a cycle, or on a path from one cycle to another.

    Nodes that `edges` does not hold as keys are passed over.
    """
    forwards = {node: {each for each in targets if each in edges} for node, targets in edges.items()}
    leading_to = _without_ends(forwards)
    return frozenset(_without_ends(_reversed(leading_to)))


def cycles(edges: Mapping[str, Collection[str]]) -> list[list[str]]:
    """The groups of nodes that all lead to each other, in order of `edges`; a node that leads to itself is one too.

    Nodes that `edges` does not hold as keys are passed over. Kosaraju's algorithm, with stacks of its own.
    """
    forwards = {node: {each for each in targets if each in edges} for node, targets in edges.items()}
    backwards = _reversed(forwards)
    owner: dict[str, str] = {}
    for start in reversed(_by_end(forwards)):
        ahead = [start]
        while ahead:
            node = ahead.pop()
            if node not in owner:
                owner[node] = start
                ahead.extend(backwards[node])
    groups: dict[str, list[str]] = {}
    for node in edges:
        groups.setdefault(owner[node], []).append(node)
    return [group for group in groups.values() if len(group) > 1 or group[0] in forwards[group[0]]]


def _by_end(edges: Mapping[str, Collection[str]]) -> list[str]:
    """The nodes in the order in which a walk in depth leaves them."""
    found: list[str] = []
    met: set[str] = set()
    for start in edges:
        ahead = [(start, False)]
        while ahead:
            node, is_left = ahead.pop()
            if is_left:
                found.append(node)
            elif node not in met:
                met.add(node)
                ahead.append((node, True))
                ahead.extend((each, False) for each in edges[node])
    return found


def _without_ends(edges: Mapping[str, Collection[str]]) -> dict[str, set[str]]:
    """The graph without the nodes whose ways all come to an end."""
    sources = _reversed(edges)
    ways = {node: len(targets) for node, targets in edges.items()}
    ends = [node for node, count in ways.items() if not count]
    while ends:
        for source in sources[ends.pop()]:
            ways[source] -= 1
            if not ways[source]:
                ends.append(source)
    kept = {node for node, count in ways.items() if count}
    return {node: {each for each in edges[node] if each in kept} for node in edges if node in kept}


def _reversed(edges: Mapping[str, Collection[str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {node: set() for node in edges}
    for node, targets in edges.items():
        for target in targets:
            found[target].add(node)
    return found
