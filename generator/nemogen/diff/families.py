"""Children by `allOf` of what both documents declare as the base of a family: which are the same, added or removed.

A child is matched by its name, or by a tag that it has on both sides: then only its component was renamed.
"""

from __future__ import annotations

from collections.abc import Mapping

from nemogen import pointer
from nemogen.diff.side import Side
from nemogen.light_dataclasses import dataclass
from nemogen.openapi.families import Family, target_of
from nemogen.openapi.family_tags import FamilyTags
from nemogen.openapi.schema import Schema, SchemaNode, SchemaRef
from nemogen.openapi.schema_unions import said_by


@dataclass(frozen=True, slots=True)
class Children:
    """The children of a base in two documents, by name: pairs by the later name, and those of one document alone."""

    pairs: Mapping[str, tuple[SchemaRef, SchemaRef]]
    removed: Mapping[str, SchemaRef]
    added: Mapping[str, SchemaRef]


_NONE = Children({}, {}, {})


def match_children(base: Side, old: SchemaNode, revision: Side, new: SchemaNode) -> Children:
    """The children of what `old` and `new` are declared as; none where one of them is not the base of a family.

    Nothing is removed or added where one side had no discriminator, or has a union: that is a change of its own.
    """
    if not base.document.families and not revision.document.families:
        return _NONE
    before, after = _family(base, old), _family(revision, new)
    left, right = _by_name(before), _by_name(after)
    pairs = {name: (left.pop(name), right.pop(name)) for name in [each for each in left if each in right]}
    if not (_may_have_children(base, old) and _may_have_children(revision, new)):
        return Children(pairs, {}, {})
    tagged = {tag: name for name, each in left.items() for tag in _tags(base, before, each)}
    for name, each in [*right.items()]:
        known = next((tagged[tag] for tag in _tags(revision, after, each) if tagged.get(tag) in left), None)
        if known is not None:
            pairs[name] = (left.pop(known), right.pop(name))
    return Children(pairs, left, right)


def _meant(node: SchemaNode) -> SchemaNode:
    """What a schema that says nothing but one `allOf` means."""
    while isinstance(node, Schema) and len(node.all_of) == 1 and said_by(node) == {"all_of"}:
        (node,) = node.all_of
    return node


def _family(side: Side, node: SchemaNode) -> Family | None:
    meant = _meant(node)
    return side.document.families.get(meant.target) if isinstance(meant, SchemaRef) and meant.target else None


def _by_name(family: Family | None) -> dict[str, SchemaRef]:
    found = family.children if family else ()
    return {pointer.split(target_of(each).pointer)[-1]: each for each in found}


def _may_have_children(side: Side, node: SchemaNode) -> bool:
    """Whether a schema is the base of a family, or would be if there were a child."""
    if _family(side, node) is not None:
        return True
    meant = _meant(node)
    if not isinstance(meant, SchemaRef) or not side.knows(meant):
        return False
    schema = side.plain(meant)
    return schema.discriminator is not None and not schema.one_of and not schema.any_of


def _tags(side: Side, family: Family | None, child: SchemaRef) -> tuple[str, ...]:
    if family is None:
        return ()
    tags = FamilyTags(side.document)
    return tags.of(child, tags.property_of(family))
