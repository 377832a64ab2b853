"""Writes an allOf of plain schemas as the one schema that it means."""

from __future__ import annotations

from nemogen.contract_form.schema import Node
from nemogen.contract_form.shapes import Shapes


def merged(shapes: Shapes, node: Node) -> Node | None:
    """A schema without allOf that means the same, or None where the parts contradict or cannot be laid together."""
    if "allOf" not in node.unions:
        return node
    parts = _parts(shapes, node)
    if parts is None:
        return None
    made = Node(tuple(layer for part in parts for layer in part.layers))
    made.mapping = node.mapping
    for part in parts:
        if not _lay(made, part):
            return None
    return made


def _parts(shapes: Shapes, node: Node) -> list[Node] | None:
    """The schema itself and all that it is made of, over any depth of allOf; None where a part is more than plain."""
    parts: list[Node] = []
    waiting = [node]
    while waiting:
        part = waiting.pop()
        is_plain = part.unresolved is None and not part.unions.keys() - {"allOf"} and not part.folded
        if part in parts or not is_plain:
            return None
        parts.append(part)
        waiting.extend(shapes.node(spot) for spot in part.unions.get("allOf", ()))
    return parts


def _lay(made: Node, part: Node) -> bool:
    """Lay one part over what is there; False where both say something on one thing that is not the same."""
    for own, theirs in ((made.prose, part.prose), (made.extensions, part.extensions), (made.values, part.values)):
        own.update({key: value for key, value in theirs.items() if key not in own})
    for key, value in part.facts.items():
        if key == "required":
            made.required |= part.required
            made.facts[key] = sorted(made.required)
        elif made.facts.setdefault(key, value) != value:
            return False
    for keyword, members in part.named.items():
        held = made.named.setdefault(keyword, {})
        if held.keys() & members.keys():
            return False
        held.update(members)
    if made.single.keys() & part.single.keys() or (made.tuple_items and part.tuple_items):
        return False
    made.single.update(part.single)
    made.tuple_items = made.tuple_items or part.tuple_items
    made.is_const = made.is_const or part.is_const
    return True
