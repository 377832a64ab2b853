"""Reads what a schema says beside its constraints: titles, defaults, examples, identifiers, the discriminator."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from nemogen import pointer
from nemogen.openapi.json_value import JsonValue, is_too_deep
from nemogen.openapi.reading import RawNode
from nemogen.openapi.schema import (
    MISSING,
    NO_ANNOTATIONS,
    NO_IDENTITY,
    Annotations,
    Discriminator,
    Identity,
    Missing,
    SchemaRef,
    Target,
)
from nemogen.openapi.schema_context import KeywordReader, listed

CLASS_NAME: Final = "x-nemogen-name"
"""The extension by which an overlay names the class of a schema."""

ANNOTATION_KEYWORDS: Final = frozenset(
    {"title", "description", "default", "example", "examples", "deprecated", "readOnly", "writeOnly", "externalDocs"}
    | {"xml", "$comment", "summary"}
)
IDENTITY_KEYWORDS: Final = frozenset({"$id", "$anchor", "$dynamicAnchor"})

_CLASS_NAME: Final = re.compile(r"[A-Z][A-Za-z0-9]*")
_COMPONENTS: Final = "/components/schemas"


def is_annotation(keyword: str) -> bool:
    """Whether a keyword says nothing about which values are valid."""
    return keyword in ANNOTATION_KEYWORDS or keyword.startswith("x-")


def read_annotations(reader: KeywordReader) -> Annotations:
    """All keywords that are not constraints."""
    raw = reader.raw
    extensions = {key: value for key, value in raw.items() if key.startswith("x-")}
    if not extensions and raw.keys().isdisjoint(ANNOTATION_KEYWORDS):
        return NO_ANNOTATIONS
    found = Annotations(
        title=reader.text("title").strip(),
        description=reader.text("description").strip(),
        default=_default(reader),
        examples=_examples(reader),
        deprecated=reader.flag("deprecated"),
        read_only=reader.flag("readOnly"),
        write_only=reader.flag("writeOnly"),
        name=_class_name(reader),
        external_docs=_external_docs(reader),
        comment=reader.text("$comment"),
        xml=raw.get("xml"),
        extensions=extensions,
    )
    return NO_ANNOTATIONS if found == NO_ANNOTATIONS else found


def _default(reader: KeywordReader) -> JsonValue | Missing:
    value = reader.raw.get("default", MISSING)
    if value is not MISSING and is_too_deep(value):
        reader.unreadable("default", "a value that can be compared: it is nested too deeply")
        return MISSING
    return value


def _examples(reader: KeywordReader) -> tuple[JsonValue, ...]:
    """The examples in both spellings: `example` of OpenAPI, `examples` of JSON Schema."""
    several = listed(reader.raw["examples"]) if "examples" in reader.raw else ()
    if several is None:
        reader.unreadable("examples", "a list")
    return (*((reader.raw["example"],) if "example" in reader.raw else ()), *(several or ()))


def _class_name(reader: KeywordReader) -> str:
    name = reader.text(CLASS_NAME)
    if name and not _CLASS_NAME.fullmatch(name):
        reader.note("name-unfit", f"`{CLASS_NAME}` is not the name of a class: ignored", CLASS_NAME)
        return ""
    return name


def _external_docs(reader: KeywordReader) -> str:
    value = reader.raw.get("externalDocs")
    url = value.get("url") if isinstance(value, Mapping) else None
    return url if isinstance(url, str) else ""


def read_identity(reader: KeywordReader) -> Identity:
    """The identifiers of JSON Schema; a `$dynamicRef` is read with the references."""
    if reader.raw.keys().isdisjoint(IDENTITY_KEYWORDS):
        return NO_IDENTITY
    anchors = tuple(name for name in (reader.text("$anchor"),) if name)
    dynamic = tuple(name for name in (reader.text("$dynamicAnchor"),) if name)
    return Identity(reader.text("$id"), anchors, dynamic, target=Target(reader.node.file, reader.node.pointer))


def read_discriminator(reader: KeywordReader, scope: str) -> Discriminator | None:
    """The discriminator; Swagger 2.0 writes the name of the property alone."""
    value = reader.raw.get("discriminator")
    if value is None:
        return None
    location = reader.reading.location(reader.node.child("discriminator"))
    if isinstance(value, str):
        return Discriminator(value, location=location)
    name = value.get("propertyName") if isinstance(value, Mapping) else None
    if not isinstance(name, str):
        reader.unreadable("discriminator", "an object with a `propertyName`")
        return None
    node = reader.node.child("discriminator")
    mapping = {tag: _mapped(reader, target, scope) for tag, target in node.child("mapping").members()}
    default = node.child("defaultMapping")
    found = Discriminator(
        name,
        {tag: target for tag, target in mapping.items() if target is not None},
        None if default.value is None else _mapped(reader, default, scope),
        location,
    )
    reader.reading.visit(node, "discriminator")
    return found


def _mapped(reader: KeywordReader, node: RawNode, scope: str) -> SchemaRef | None:
    """The schema of a tag: the name of a component, or a reference (OpenAPI 3.1.1, Discriminator Object)."""
    location = reader.reading.location(node)
    if not isinstance(node.value, str):
        reader.reading.note("keyword-unreadable", "a tag is mapped to no name and no reference: ignored", location)
        return None
    text = node.value
    is_name = not {"/", "#"} & set(text) and not text.endswith((".json", ".yaml", ".yml"))
    reference = f"#{pointer.join(_COMPONENTS, text)}" if is_name else text
    return SchemaRef(reader.reading.follow(reference, node, scope), text, location)


def with_dynamic_reference(identity: Identity, anchor: str, target: SchemaRef) -> Identity:
    """The identity of a schema with a `$dynamicRef`."""
    return replace(identity, dynamic_ref=anchor, dynamic_target=target)
