"""Media types with their schemas, encodings and examples; and the headers of responses and parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nemogen.openapi.document import Encoding, Example, Header, MediaType
from nemogen.openapi.json_value import JsonValue
from nemogen.openapi.read_parts import entries, follow_part, list_items, read_flag, read_text
from nemogen.openapi.read_schema import read_schema
from nemogen.openapi.reading import RawNode
from nemogen.openapi.references import References
from nemogen.openapi.schema import SchemaNode


def read_content(node: RawNode, reading: References) -> tuple[MediaType, ...]:
    """The media types of a `content`, in the order of the document."""
    found = []
    for name, entry in entries(node, "media types", reading):
        media = follow_part(entry, "media type", reading, "the content is left out")
        if media is not None:
            found.append(read_media_type(name, media, reading))
    return tuple(found)


def read_media_type(name: str, node: RawNode, reading: References) -> MediaType:
    """One media type; `node` is the object itself, references followed."""
    return MediaType(
        name=name,
        schema=read_schema_at(node.child("schema"), reading),
        item_schema=read_schema_at(node.child("itemSchema"), reading),
        encoding=dict(_read_encodings(node.child("encoding"), reading)),
        prefix_encoding=tuple(_read_prefix_encodings(node.child("prefixEncoding"), reading)),
        item_encoding=_read_encoding(node.child("itemEncoding"), reading),
        examples=read_examples(node, reading),
        location=reading.location(node),
    )


def read_schema_at(node: RawNode, reading: References) -> SchemaNode | None:
    """The schema at `node`, which is the outermost one there; None if there is none."""
    return None if node.value is None else read_schema(node, reading, node.pointer)


def _read_encodings(node: RawNode, reading: References) -> Iterator[tuple[str, Encoding]]:
    for name, entry in entries(node, "encodings", reading):
        encoding = _read_encoding(entry, reading)
        if encoding is not None:
            yield name, encoding


def _read_prefix_encodings(node: RawNode, reading: References) -> Iterator[Encoding]:
    """The encodings by position: one that cannot be read keeps its place."""
    for item in list_items(node, "encodings", reading):
        yield _read_encoding(item, reading) or Encoding(location=reading.location(item))


def _read_encoding(node: RawNode, reading: References) -> Encoding | None:
    found = follow_part(node, "encoding", reading) if node.value is not None else None
    if found is None:
        return None
    return Encoding(
        content_type=read_text(found, "contentType", reading) or None,
        style=read_text(found, "style", reading) or None,
        explode=read_flag(found, "explode", reading),
        allow_reserved=read_flag(found, "allowReserved", reading) is True,
        headers=read_headers(found.child("headers"), reading),
        location=reading.location(found),
    )


def read_headers(node: RawNode, reading: References) -> tuple[Header, ...]:
    """The headers of a response or a part. `Content-Type` is left out: the media type says it (OpenAPI 3.2, 4.17)."""
    found: dict[str, Header] = {}
    for name, entry in entries(node, "headers", reading):
        header = follow_part(entry, "header", reading)
        if header is None:
            continue
        if name.lower() == "content-type":
            reading.note("header-ignored", f"the media type says what `{name}` is: left out", reading.location(entry))
        elif name.lower() in found:
            reading.note(
                "duplicate-header", f"`{name}` is declared twice: the first one counts", reading.location(entry)
            )
        else:
            found[name.lower()] = _read_header(name, header, reading)
    return tuple(found.values())


def _read_header(name: str, node: RawNode, reading: References) -> Header:
    content = read_content(node.child("content"), reading)
    style = read_text(node, "style", reading)
    if style not in ("", "simple"):
        message = f"`style: {style}` cannot be sent in a header: the usual one is taken"
        reading.note("style-unreadable", message, reading.location(node.child("style")))
    return Header(
        name=name,
        schema=read_schema_at(node.child("schema"), reading),
        media=content[0] if content else None,
        required=read_flag(node, "required", reading) is True,
        explode=read_flag(node, "explode", reading) is True,
        deprecated=read_flag(node, "deprecated", reading) is True,
        description=read_text(node, "description", reading),
        location=reading.location(node),
    )


def read_examples(node: RawNode, reading: References) -> tuple[Example, ...]:
    """The examples of a parameter or a media type: the one without a name first."""
    found = []
    if isinstance(node.value, Mapping) and "example" in node.value:
        example = node.child("example")
        found.append(Example("", example.value, location=reading.location(example)))
    examples = node.child("examples")
    if isinstance(examples.value, list):  # as JSON Schema has it
        found += [Example("", item.value, location=reading.location(item)) for item in examples.items()]
        return tuple(found)
    for name, entry in entries(examples, "examples", reading):
        example_node = follow_part(entry, "example", reading)
        if example_node is not None:
            summary = read_text(example_node, "summary", reading)
            found.append(Example(name, _value_of(example_node), summary, reading.location(example_node)))
    return tuple(found)


def _value_of(node: RawNode) -> JsonValue:
    """The value of an Example Object: in OpenAPI 3.2 it may be serialized, or in another document."""
    if not isinstance(node.value, Mapping):
        return None
    keys = ("value", "dataValue", "serializedValue", "externalValue")
    return next((node.value[key] for key in keys if key in node.value), None)
