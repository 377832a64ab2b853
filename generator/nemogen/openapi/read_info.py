"""Reads metadata of a document: info, tags, and the names of its schemas. All versions share it."""

from __future__ import annotations

from collections.abc import Iterator

from nemogen.openapi.document import Info, Tag
from nemogen.openapi.read_parts import entries, follow_part, list_items, note_malformed, read_text
from nemogen.openapi.reading import RawNode
from nemogen.openapi.references import References
from nemogen.openapi.schema import SchemaRef, Target


def read_info(node: RawNode, reading: References) -> Info:
    """The metadata of the API as a whole; every field may be missing."""
    found = follow_part(node, "info", reading) if node.value is not None else None
    if found is None:
        return Info()
    contact, license_ = found.child("contact"), found.child("license")
    for child, kind in ((contact, "contact"), (license_, "license")):
        if child.value is not None:
            follow_part(child, kind, reading)
    reach = (read_text(contact, key, reading) for key in ("name", "email", "url"))
    return Info(
        title=read_text(found, "title", reading),
        version=read_text(found, "version", reading),
        summary=read_text(found, "summary", reading),
        description=read_text(found, "description", reading),
        license=read_text(license_, "name", reading) or read_text(license_, "identifier", reading),
        contact=" ".join(text for text in reach if text),
        terms_of_service=read_text(found, "termsOfService", reading),
    )


def read_tags(node: RawNode, reading: References) -> Iterator[Tag]:
    """The tags of a document, in its order."""
    for item in list_items(node, "tags", reading):
        tag = follow_part(item, "tag", reading)
        if tag is None:
            continue
        if not isinstance(tag.child("name").value, str):
            note_malformed(tag, "a `name` is required", reading)
            continue
        yield Tag(
            name=read_text(tag, "name", reading),
            description=read_text(tag, "description", reading),
            parent=read_text(tag, "parent", reading),
            kind=read_text(tag, "kind", reading),
            summary=read_text(tag, "summary", reading),
            location=reading.location(tag),
        )


def read_components(node: RawNode, reading: References) -> dict[str, SchemaRef]:
    """A reference to each schema that has a name, used or not; nothing of them is read."""
    return {
        name: SchemaRef(Target(entry.file, entry.pointer), f"#{entry.pointer}", reading.location(entry))
        for name, entry in entries(node, "schemas", reading)
    }
