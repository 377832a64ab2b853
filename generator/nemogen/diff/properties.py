"""Compares the properties of two objects: which there are, which are required, which only go one way."""

from __future__ import annotations

from nemogen.contract_form.places import Spot
from nemogen.contract_form.schema import Node
from nemogen.diff.collector import Context
from nemogen.diff.schema_pairs import Pair, Walk

WRITABLE = ("readOnly", "writeOnly")
NEW: dict[str, tuple[str, str]] = {
    "request-property": ("new-required-request-property", "new-optional-request-property"),
    "request-parameter-property": (
        "new-required-request-parameter-property",
        "new-optional-request-parameter-property",
    ),
    "request-header-property": ("new-required-request-header-property", "new-optional-request-header-property"),
}
"""The rules of a new property in a request, required and optional, by scope."""


def compare_properties(walk: Walk, pair: Pair) -> None:
    """Note properties that came, went, were renamed or changed; hand the others to the walk."""
    base, revision = pair.base.properties, pair.revision.properties
    if not base and not revision and pair.base.required == pair.revision.required:
        return
    for name, spot in base.items():
        if name in revision:
            _compare_common(walk, pair, name, spot, revision[name])
    removed = {name: spot for name, spot in base.items() if name not in revision}
    added = {name: spot for name, spot in revision.items() if name not in base}
    if removed and added:
        for old, new in walk.matcher.renamed(removed, added).items():
            _note_renamed(walk, pair, (old, removed.pop(old)), (new, added.pop(new)))
    for name, spot in removed.items():
        _note_removed(walk, pair, name, spot)
    for name, spot in added.items():
        _note_added(walk, pair, name, spot)
    _compare_undeclared(walk, pair)


def _compare_common(walk: Walk, pair: Pair, name: str, old: Spot, new: Spot) -> None:
    base, revision = walk.base.shapes.node(old), walk.revision.shapes.node(new)
    keyword = "readOnly" if pair.context.is_sent else "writeOnly"
    is_quiet = keyword in revision.facts
    context = pair.context.below(name, is_quiet=is_quiet)
    if (name in pair.base.required) != (name in pair.revision.required):
        _note_required(walk, pair, name, context, revision)
    _compare_ways(walk, pair, name, base, revision)
    walk.push(Pair(base, revision, context))


def _note_required(walk: Walk, pair: Pair, name: str, context: Context, node: Node) -> None:
    change = "became-required" if name in pair.revision.required else "became-optional"
    if change == "became-required" and context.is_sent and "default" in node.facts:
        change = "became-required-with-default"
    walk.log.schema(change, context, pair.base.locate_required(name), pair.revision.locate_required(name))


def _compare_ways(walk: Walk, pair: Pair, name: str, base: Node, revision: Node) -> None:
    """Note a property that became read-only or write-only, or is so no longer."""
    if base.facts == revision.facts:
        return
    context = pair.context.below(name)
    if context.scope not in ("request-property", "response-property"):
        return
    need = "required" if name in pair.revision.required else "optional"
    for keyword, words in zip(WRITABLE, ("read-only", "write-only"), strict=True):
        if (keyword in base.facts) != (keyword in revision.facts):
            became = words if keyword in revision.facts else f"not-{words}"
            rule = f"{context.direction}-{need}-property-became-{became}"
            walk.log.add(rule, context, base.locate(keyword), revision.locate(keyword))


def _note_removed(walk: Walk, pair: Pair, name: str, spot: Spot) -> None:
    node = walk.base.shapes.node(spot)
    context = pair.context.below(name)
    revision = pair.revision.locate("properties")
    if not context.is_sent:
        walk.log.add(_given(pair.base, name, node, context, "removed"), context, spot.pointer, revision)
    elif context.scope in NEW and "readOnly" not in node.facts:
        is_refused = context.scope == "request-property" and "additionalProperties" in pair.revision.facts
        rule = f"{context.scope}-removed{'-from-closed-object' if is_refused else ''}"
        walk.log.add(rule, context, spot.pointer, revision)


def _note_added(walk: Walk, pair: Pair, name: str, spot: Spot) -> None:
    node = walk.revision.shapes.node(spot)
    context = pair.context.below(name)
    base = pair.base.locate("properties")
    if not context.is_sent:
        walk.log.add(_given(pair.revision, name, node, context, "added"), context, base, spot.pointer)
    elif context.scope in NEW and "readOnly" not in node.facts:
        required, optional = NEW[context.scope]
        if name not in pair.revision.required:
            rule = optional
        elif "default" in node.facts and context.scope == "request-property":
            rule = f"{required}-with-default"
        else:
            rule = required
        walk.log.add(rule, context, base, spot.pointer)


def _given(parent: Node, name: str, node: Node, context: Context, change: str) -> str:
    need = "required" if name in parent.required else "optional"
    is_hidden = "writeOnly" in node.facts or context.scope == "response-write-only-property"
    return f"response-{need}{'-write-only' if is_hidden else ''}-property-{change}"


def _note_renamed(walk: Walk, pair: Pair, old: tuple[str, Spot], new: tuple[str, Spot]) -> None:
    context = pair.context.below(old[0])
    parent, name = (pair.revision, new[0]) if context.is_sent else (pair.base, old[0])
    is_needed = name in parent.required
    scope = {"request-read-only-property": "request-property", "response-write-only-property": "response-property"}
    rule = f"{scope.get(context.scope, context.scope)}{'-required' if is_needed else ''}-renamed"
    walk.log.add(rule, context, old[1].pointer, new[1].pointer, old=old[0], new=new[0])
    walk.later(old[1], new[1], context)


def _compare_undeclared(walk: Walk, pair: Pair) -> None:
    """Names that are required without being declared."""
    declared = pair.base.properties.keys() | pair.revision.properties.keys()
    for name in sorted((pair.base.required ^ pair.revision.required) - declared):
        change = "became-required" if name in pair.revision.required else "became-optional"
        places = pair.base.locate_required(name), pair.revision.locate_required(name)
        walk.log.schema(change, pair.context.below(name), *places)
