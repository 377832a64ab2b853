"""The classes of bases of families: which they are, and which of them a request may send with any text as the tag."""

from __future__ import annotations

from collections.abc import Mapping

from nemogen.client.models_input import OpenTag
from nemogen.document import Document
from nemogen.openapi.family_tags import FamilyTags


def base_classes(document: Document) -> Mapping[str, OpenTag | None]:
    """The classes of bases of families by name, each with its tag where that is open."""
    declared = document.declared
    if declared is None or not declared.families:
        return {}
    tags = FamilyTags(declared)
    by_pointer = {family.alone.pointer: family for family in declared.families.values()}
    found: dict[str, OpenTag | None] = {}
    for name, origin in document.origins.items():
        if (family := by_pointer.get(origin)) is not None:
            tag = tags.property_of(family)
            is_open = tags.is_open(family.base, tag)
            found[name] = OpenTag(tag, tags.is_required(family.base, tag)) if is_open else None
    return found
