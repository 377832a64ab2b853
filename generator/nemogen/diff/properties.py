"""Compares the properties of two objects: which there are, which are required, which only go one way."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from nemogen.diff.collector import Context
from nemogen.diff.form_fields import locate_field
from nemogen.diff.schema_pairs import Pair, Walk
from nemogen.diff.side import Side
from nemogen.errors import Location
from nemogen.openapi.schema import MISSING, Schema, SchemaNode

NEW: Final[Mapping[str, tuple[str, str]]] = {
    "request-property": ("new-required-request-property", "new-optional-request-property"),
    "request-parameter-property": (
        "new-required-request-parameter-property",
        "new-optional-request-parameter-property",
    ),
    "request-header-property": ("new-required-request-header-property", "new-optional-request-header-property"),
}
"""The rules of a new property in a request, required and optional, by scope."""

TWO_WAY: Final = ("request-property", "response-property")
"""The scopes of properties that requests and responses may share, so that some go one way only."""


def compare_properties(walk: Walk, pair: Pair) -> None:
    """Note properties that came, went, were renamed or changed; hand the others to the walk."""
    base, revision = pair.base.objects.properties, pair.revision.objects.properties
    if not base and not revision and pair.base.objects.required == pair.revision.objects.required:
        return
    for name, node in base.items():
        if name in revision:
            _compare_common(walk, pair, name, node, revision[name])
    removed = {name: node for name, node in base.items() if name not in revision}
    added = {name: node for name, node in revision.items() if name not in base}
    if removed and added:
        for old, new in walk.matcher.renamed(removed, added).items():
            _note_renamed(walk, pair, (old, removed.pop(old)), (new, added.pop(new)))
    for name, node in removed.items():
        _note_removed(walk, pair, name, node)
        _compare_with_rest(walk, pair, name, (node, _rest(walk.revision, pair.revision)))
    for name, node in added.items():
        _note_added(walk, pair, name, node)
        _compare_with_rest(walk, pair, name, (_rest(walk.base, pair.base), node))
    _compare_undeclared(walk, pair)


def _rest(side: Side, schema: Schema) -> SchemaNode | None:
    """The schema of a name that is not declared; None where it may hold anything, or may not be there."""
    node = schema.objects.additional_properties
    return None if node is None or not side.knows(node) or side.plain(node).never else node


def _compare_with_rest(walk: Walk, pair: Pair, name: str, nodes: tuple[SchemaNode | None, SchemaNode | None]) -> None:
    """Compare a property that only one side declares with the other side's schema for undeclared names."""
    old, new = nodes
    if old is not None and new is not None and walk.base.knows(old) and walk.revision.knows(new):
        walk.push(Pair(walk.base.plain(old), walk.revision.plain(new), pair.context.below(name), is_variant=True))


def _is_required(schema: Schema, name: str) -> bool:
    return schema.objects.requires(name)


def _is_other_way(schema: Schema, context: Context) -> bool:
    """Whether a property is not sent in this direction: read-only in a request, write-only in a response."""
    return schema.annotations.read_only if context.is_sent else schema.annotations.write_only


def _compare_common(walk: Walk, pair: Pair, name: str, old: SchemaNode, new: SchemaNode) -> None:
    if not walk.base.knows(old) or not walk.revision.knows(new):
        _note_required(walk, pair, name, pair.context.below(name), None)
        return
    base, revision = walk.base.plain(old), walk.revision.plain(new)
    context = pair.context.below(name)
    was_quiet, is_quiet = _is_other_way(base, context), _is_other_way(revision, context)
    _compare_ways(walk, pair, name, base, revision)
    if was_quiet and not is_quiet and context.scope in TWO_WAY:
        return  # to those who look this way it is new: what it was before does not matter
    always = _is_required(pair.base, name) and _is_required(pair.revision, name)
    context = pair.context.below(name, is_quiet=is_quiet)._replace(is_always_given=always)
    _note_required(walk, pair, name, context, revision)
    walk.push(Pair(base, revision, context))
    walk.push_children(old, new, context)


def _note_required(walk: Walk, pair: Pair, name: str, context: Context, revision: Schema | None) -> None:
    if _is_required(pair.base, name) == _is_required(pair.revision, name):
        return
    change = "became-required" if _is_required(pair.revision, name) else "became-optional"
    has_default = revision is not None and revision.annotations.default is not MISSING
    if change == "became-required" and context.is_sent and has_default:
        change = "became-required-with-default"
    walk.log.schema(change, context, *_locate_required(walk, pair, name))


def _locate_required(walk: Walk, pair: Pair, name: str) -> tuple[Location, Location]:
    return _required_at(walk.base, pair.base, name), _required_at(walk.revision, pair.revision, name)


def _required_at(side: Side, schema: Schema, name: str) -> Location:
    """The location of the `required` that names a property, or of any, or of the schema.

    A field of a form of Swagger 2.0 says itself whether it is required.
    """
    field = locate_field(side, schema.objects.properties.get(name))
    if field is not None:
        return side.near(field, "required")
    return next(iter(side.locate_required(schema, name)), schema.locate("required"))


def _compare_ways(walk: Walk, pair: Pair, name: str, base: Schema, revision: Schema) -> None:
    """Note a property that became read-only or write-only, or is so no longer."""
    context = pair.context.below(name)
    old, new = base.annotations, revision.annotations
    if old is new or context.scope not in TWO_WAY:
        return
    need = "required" if _is_required(pair.revision, name) else "optional"
    for keyword, words, was, is_ in (
        ("readOnly", "read-only", old.read_only, new.read_only),
        ("writeOnly", "write-only", old.write_only, new.write_only),
    ):
        if was != is_:
            rule = f"{context.direction}-{need}-property-became-{words if is_ else f'not-{words}'}"
            walk.log.add(rule, context, base.locate(keyword), revision.locate(keyword))


def _note_removed(walk: Walk, pair: Pair, name: str, node: SchemaNode) -> None:
    schema = walk.base.plain(node)
    context = pair.context.below(name)
    revision = pair.revision.locate("properties")
    if not context.is_sent:
        walk.log.add(_given(pair.base, name, schema, context, "removed"), context, node.location, revision)
    elif context.scope in NEW and not schema.annotations.read_only:
        is_refused = context.scope == "request-property" and _is_closed(walk.revision, pair.revision)
        rule = f"{context.scope}-removed{'-from-closed-object' if is_refused else ''}"
        walk.log.add(rule, context, node.location, revision)


def _is_closed(side: Side, schema: Schema) -> bool:
    return any(
        node is not None and side.plain(node).never
        for node in (schema.objects.additional_properties, schema.objects.unevaluated_properties)
    )


def _note_added(walk: Walk, pair: Pair, name: str, node: SchemaNode) -> None:
    schema = walk.revision.plain(node)
    context = pair.context.below(name)
    base = pair.base.locate("properties")
    if not context.is_sent:
        walk.log.add(_given(pair.revision, name, schema, context, "added"), context, base, node.location)
    elif context.scope in NEW and not schema.annotations.read_only:
        required, optional = NEW[context.scope]
        if not _is_required(pair.revision, name) or _is_required(pair.base, name):
            rule = optional
        elif schema.annotations.default is not MISSING and context.scope == "request-property":
            rule = f"{required}-with-default"
        else:
            rule = required
        walk.log.add(rule, context, base, node.location)


def _given(parent: Schema, name: str, schema: Schema, context: Context, change: str) -> str:
    need = "required" if _is_required(parent, name) else "optional"
    is_hidden = schema.annotations.write_only or context.scope == "response-write-only-property"
    return f"response-{need}{'-write-only' if is_hidden else ''}-property-{change}"


def _note_renamed(walk: Walk, pair: Pair, old: tuple[str, SchemaNode], new: tuple[str, SchemaNode]) -> None:
    context = pair.context.below(old[0])
    parent, name = (pair.revision, new[0]) if context.is_sent else (pair.base, old[0])
    scope = {"request-read-only-property": "request-property", "response-write-only-property": "response-property"}
    required = "-required" if _is_required(parent, name) else ""
    rule = f"{scope.get(context.scope, context.scope)}{required}-renamed"
    walk.log.add(rule, context, old[1].location, new[1].location, old=old[0], new=new[0])
    walk.later(old[1], new[1], context)


def _compare_undeclared(walk: Walk, pair: Pair) -> None:
    """Names that a side requires without declaring them."""
    base, revision = pair.base.objects, pair.revision.objects
    declared = base.properties.keys() & revision.properties.keys()
    for name in sorted(({*base.required} ^ {*revision.required}) - declared):
        if name in (revision if revision.requires(name) else base).properties:
            continue  # reported with the property, which is new or was removed
        change = "became-required" if revision.requires(name) else "became-optional"
        walk.log.schema(change, pair.context.below(name), *_locate_required(walk, pair, name))
