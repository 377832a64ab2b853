"""Digests of schemas: two schemas of equal meaning, recursive ones too, have one digest.

Schemas that are not recursive are hashed from the leaves up. A knot of mutually recursive ones (a strongly connected
component, found with Tarjan's algorithm) is told apart by refinement, as equal automata are: all start alike, and
each round hashes a schema together with what the round before said of its kids, until no more differences appear.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from nemogen.contract_form.schema import Node
from nemogen.contract_form.shapes import Shapes
from nemogen.contract_form.values import plain_canonical

MOST_ROUNDS = 64
"""Knots that need more rounds are written to cost time; they are kept apart by place instead."""

Edges = tuple[tuple[str, Node], ...]


@dataclass(eq=False, slots=True)
class _Visit:
    node: Node
    edges: Edges
    index: int
    low: int
    kids: Iterator[tuple[str, Node]] = field(init=False)

    def __post_init__(self) -> None:
        self.kids = iter(self.edges)


class Digests:
    """The digests of one document's schemas, each made once, without recursion."""

    def __init__(self, shapes: Shapes) -> None:
        self._shapes = shapes
        self._knots: dict[bytes, bytes] = {}

    def of(self, node: Node) -> bytes:
        """The digest of a schema with everything below it: prose, examples, vendor extensions and order left out."""
        if node.digest is None:
            self._settle(node)
        if node.digest is None:
            raise AssertionError(f"no digest for {node.pointer}")
        return node.digest

    def _settle(self, start: Node) -> None:
        visits: dict[int, _Visit] = {}
        path: list[_Visit] = []
        open_: list[_Visit] = []

        def enter(node: Node) -> None:
            visit = _Visit(node, tuple(self._shapes.kids(node)), len(visits), len(visits))
            visits[id(node)] = visit
            path.append(visit)
            open_.append(visit)

        enter(start)
        while path:
            visit = path[-1]
            step = next(visit.kids, None)
            if step is None:
                path.pop()
                if path:
                    path[-1].low = min(path[-1].low, visit.low)
                if visit.low == visit.index:
                    self._close(_cut(open_, visit))
            elif step[1].digest is None:
                seen = visits.get(id(step[1]))
                if seen is None:
                    enter(step[1])
                else:
                    visit.low = min(visit.low, seen.index)

    def _close(self, knot: list[_Visit]) -> None:
        members = {id(visit.node) for visit in knot}
        if len(knot) == 1 and all(id(kid) not in members for _, kid in knot[0].edges):
            visit = knot[0]
            signature = _sign(visit, _known)
            visit.node.digest = self._knots.get(signature, signature)
            return
        for visit, digest in zip(knot, _refine(knot), strict=True):
            visit.node.digest = digest
        for visit in knot:  # so that a recursion that is unrolled once is the same schema
            self._knots[_sign(visit, _known)] = _known(visit.node)


def _cut(open_: list[_Visit], last: _Visit) -> list[_Visit]:
    position = next(index for index in range(len(open_) - 1, -1, -1) if open_[index] is last)
    knot = open_[position:]
    del open_[position:]
    return knot


def _refine(knot: list[_Visit]) -> list[bytes]:
    colours: dict[int, bytes] = {id(visit.node): b"" for visit in knot}
    classes = 1
    for _ in range(MOST_ROUNDS):
        before = colours

        def colour(node: Node, before: dict[int, bytes] = before) -> bytes:
            return before[id(node)] if id(node) in before else _known(node)

        colours = {id(visit.node): _sign(visit, colour) for visit in knot}
        if len(set(colours.values())) == classes:
            break
        classes = len(set(colours.values()))
    else:
        return [_sign(visit, lambda node: node.pointer.encode()) for visit in knot]
    return [hashlib.sha256(b"knot" + colours[id(visit.node)]).digest() for visit in knot]


def _known(node: Node) -> bytes:
    if node.digest is None:
        raise AssertionError(f"{node.pointer} was closed before its kids")
    return node.digest


def _sign(visit: _Visit, digest_of: Callable[[Node], bytes]) -> bytes:
    """The hash of a schema's own facts and of what is below it. A set, because the order of branches says nothing."""
    parts = {label.encode("utf-8", "surrogatepass") + b"\0" + digest_of(kid) for label, kid in visit.edges}
    node = visit.node
    own = plain_canonical(node.facts if node.unresolved is None else {"unresolved": True})
    tags = plain_canonical(sorted(node.mapping))
    return hashlib.sha256(b"\1".join([own.encode(), tags.encode(), *sorted(parts)])).digest()
