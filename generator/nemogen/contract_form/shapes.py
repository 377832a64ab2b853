"""The schemas of one document as canonical nodes, each made once."""

from __future__ import annotations

from collections.abc import Iterator

from nemogen.contract_form import keywords
from nemogen.contract_form.places import Spot
from nemogen.contract_form.reader import Reader
from nemogen.contract_form.schema import Node, read_annotations, read_core
from nemogen.document import Json

STRONG = keywords.CONSTRAINTS - keywords.ANNOTATIONS
NOTHING: tuple[Json, ...] = (False, 0, [], {}, "", None)
"""Values with which a keyword says nothing."""
NULL_SPELLINGS: tuple[dict[str, Json], ...] = (
    {"type": "null"},
    {"type": ["null"]},
    {"enum": [None]},
    {"const": None},
    {"type": "null", "enum": [None]},
)


class Shapes:
    """Makes the canonical node of a raw schema; one node for a place, so that recursion ends."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self._nodes: dict[str, Node] = {}

    def node(self, spot: Spot) -> Node:
        """The canonical node of the schema at `spot`."""
        found = self._nodes.get(spot.pointer)
        if found is None:
            found = self._at_target(spot)
            self._nodes[spot.pointer] = found
        return found

    def kids(self, node: Node) -> Iterator[tuple[str, Node]]:
        """The schemas below, each with a label; members of one union share theirs, as their order says nothing."""
        for keyword, spot in node.single.items():
            yield keyword, self.node(spot)
        for keyword, members in node.named.items():
            for name, spot in members.items():
                yield f"{keyword}/{name}", self.node(spot)
        for index, spot in enumerate(node.tuple_items):
            yield f"prefixItems/{index}", self.node(spot)
        for keyword, branches in node.unions.items():
            for spot in branches:
                yield keyword, self.node(spot)

    def _at_target(self, spot: Spot) -> Node:
        """A bare reference shares the node of its target; with something beside it, it is a node of its own."""
        raw = spot.raw
        if isinstance(raw, dict) and isinstance(raw.get("$ref"), str) and (self.reader.is_old or len(raw) == 1):
            target = self.reader.resolve(spot)
            if target is None:
                return Node((spot,), unresolved=raw["$ref"])
            if target.pointer != spot.pointer:
                return self.node(target)
        return self._build(spot)

    def _build(self, spot: Spot) -> Node:
        layers = list(self._layers(spot))
        core = layers[-1]
        node = Node(tuple(layers))
        if core.raw is False:
            node.facts["impossible"] = True
        if not isinstance(core.raw, dict):
            return node
        if isinstance(core.raw.get("$ref"), str):
            self._read_reference(node, core)
        else:
            read_core(node, core, core.raw)
            self._read_unions(node, core)
        for layer in reversed(layers):
            self._read_layer(node, layer)
        return node

    def _read_layer(self, node: Node, layer: Spot) -> None:
        read_annotations(node, layer.raw)
        if self._has_null_branch(layer):
            node.facts["nullable"] = True

    def _has_null_branch(self, layer: Spot) -> bool:
        branches = [member for key in ("anyOf", "oneOf") if key in layer.raw for member in layer.at(key).items()]
        return any(self._is_null(branch) for branch in branches)

    def _layers(self, spot: Spot) -> Iterator[Spot]:
        """The wrappers from the outside in, and the core last."""
        seen: set[str] = set()
        while spot.pointer not in seen:
            yield spot
            seen.add(spot.pointer)
            inner = self._inner(spot)
            if inner is None:
                return
            spot = inner
        self.reader.fault("reference-circular", spot.pointer, "a schema that is made of nothing but itself")

    def _inner(self, spot: Spot) -> Spot | None:
        raw = spot.raw
        if not isinstance(raw, dict):
            return None
        if isinstance(raw.get("$ref"), str):
            says_more = not self.reader.is_old and raw.keys() & STRONG
            return None if says_more else self.reader.resolve(spot)
        present = [key for key in keywords.UNIONS if key in raw]
        if len(present) != 1 or not isinstance(raw[present[0]], list):
            return None
        members = spot.at(present[0]).items()
        if present[0] != "allOf":
            members = [member for member in members if not self._is_null(member)]
        if len(members) != 1:
            return None
        others = {key for key in raw if key in keywords.CONSTRAINTS} - keywords.ANNOTATIONS - {present[0]}
        if others == {"type"} and self._same_type(raw, members[0]):
            others = set()
        return members[0] if not others else None

    def _same_type(self, raw: dict[str, Json], member: Spot) -> bool:
        inner = self.reader.resolved(member).raw
        return isinstance(inner, dict) and bool(inner.get("type") == raw["type"])

    def _is_null(self, member: Spot) -> bool:
        raw = self.reader.resolved(member).raw if isinstance(member.raw, dict) else None
        if not isinstance(raw, dict):
            return False
        said = {key: value for key, value in raw.items() if key in keywords.CONSTRAINTS}
        return said in NULL_SPELLINGS

    def _read_reference(self, node: Node, core: Spot) -> None:
        """A reference with constraints beside it (OpenAPI 3.1) means both: an allOf of two."""
        beside = {key: value for key, value in core.raw.items() if key != "$ref"}
        target = self.reader.target(core.raw["$ref"], core.pointer)
        if target is None:
            node.unresolved = core.raw["$ref"]
            return
        read_core(node, core, beside)
        self._read_unions(node, Spot(beside, core.pointer))
        node.unions["allOf"] = (*node.unions.get("allOf", ()), target)

    def _read_unions(self, node: Node, core: Spot) -> None:
        for keyword in keywords.UNIONS:
            if keyword not in core.raw:
                continue
            members = core.at(keyword).items()
            if keyword != "allOf":
                members = [member for member in members if not self._is_null(member)]
            if not members:
                continue
            folded = self._bare_types(members) if keyword != "allOf" and "type" not in node.facts else None
            if folded:
                node.facts["type"], node.folded = folded, tuple(members)
            else:
                node.unions[keyword] = tuple(members)

    def _bare_types(self, members: list[Spot]) -> list[str] | None:
        """The types of a union whose branches say nothing but a type: a type list in another spelling."""
        types: set[str] = set()
        for member in members:
            layers = list(self._layers(member))
            said = {key for layer in layers for key in _said(layer)} - (
                {*keywords.UNIONS} if len(layers) > 1 else set()
            )
            kind = layers[-1].raw.get("type") if said == {"type"} else None
            if not isinstance(kind, str) or any(self._has_null_branch(layer) for layer in layers):
                return None
            types.add(kind)
        return sorted(types - {"integer"} if "number" in types else types)


def _said(layer: Spot) -> set[str]:
    """The keywords of one layer that constrain something."""
    if not isinstance(layer.raw, dict):
        return {"not"}
    return {key for key, value in layer.raw.items() if key in keywords.CONSTRAINTS and value not in NOTHING}
