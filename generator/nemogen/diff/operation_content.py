"""What an operation takes and gives, as one text that is equal for equal content."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from nemogen.diff.media_types import is_json, spelled_media_type
from nemogen.diff.side import Side
from nemogen.diff.type_compatibility import SCALARS
from nemogen.openapi.document import Encoding, Header, Link, MediaType, Operation, Parameter
from nemogen.openapi.json_value import JsonValue, canonical_json
from nemogen.openapi.read_parameters import parameter_key
from nemogen.openapi.schema import Schema, SchemaNode, StringRules
from nemogen.openapi.schema_unions import said_by

_BYTES: Final = frozenset({"application", "audio", "font", "image", "model", "video"})
"""The kinds of media types that are bytes, where they are neither JSON nor a form."""

_SAYS_BYTES: Final = (StringRules(), StringRules(format="binary"))


def content_of(side: Side, operation: Operation) -> str:
    """Everything about an operation but its method, path, name, tags, servers and credentials; prose is left out."""
    body = operation.body
    parts: JsonValue = {
        "parameters": sorted(canonical_json(_parameter(side, each)) for each in operation.parameters),
        "body": None if body is None else [body.required, media_content(side, body.content)],
        "responses": {
            response.status: [
                media_content(side, response.content),
                sorted(canonical_json(_header(side, header)) for header in response.headers),
                {link.name: link_content(link) for link in response.links},
            ]
            for response in operation.responses
        },
    }
    return canonical_json(parts)


def media_content(side: Side, content: Iterable[MediaType]) -> dict[str, JsonValue]:
    """The media types of a body by name, with digests in place of schemas."""
    return {
        spelled_media_type(media.name): [
            _digest(side, media.schema),
            _digest(side, media.item_schema),
            [*encodings_content(side, media)],
        ]
        for media in content
    }


def encodings_content(side: Side, media: MediaType) -> tuple[dict[str, JsonValue], JsonValue]:
    """How the parts of a body are sent: those that have a name by name, and all others.

    A part that is sent as it would be without its encoding is left out.
    """
    schema = None if media.schema is None or not side.knows(media.schema) else side.plain(media.schema)
    fields = {} if schema is None else schema.objects.properties
    named = {
        name: _encoding(side, encoding, _part(side, fields.get(name))) for name, encoding in media.encoding.items()
    }
    item = None if media.item_encoding is None else _encoding(side, media.item_encoding, None)
    said = {name: content for name, content in named.items() if content != _AS_USUAL}
    return said, [[_encoding(side, each, None) for each in media.prefix_encoding], item]


def _part(side: Side, node: SchemaNode | None) -> Schema | None:
    """What one part of a body holds: of a list, one of its items."""
    schema = side.plain(node) if node is not None and side.knows(node) else None
    if schema is None or schema.types != {"array"}:
        return schema
    item = schema.arrays.items
    return side.plain(item) if item is not None and side.knows(item) else None


def link_content(link: Link) -> JsonValue:
    """What a link says but for its prose."""
    server = None if link.server is None else link.server.url
    return [link.operation_id, link.operation_ref, {**link.parameters}, link.request_body, server]


def is_any_content(side: Side, schema: SchemaNode | None, media: str) -> bool:
    """Whether a schema says nothing of a body of this media type: there is none, it allows any value, or it says that
    bytes are bytes (`format: binary`, which OpenAPI 3.1 leaves out)."""
    if schema is None:
        return True
    if not side.knows(schema):
        return False
    plain = side.plain(schema)
    is_bytes = not is_json(media) and media.partition("/")[0] in _BYTES and plain.strings in _SAYS_BYTES
    return not (said_by(plain) - {"types", "strings"} if is_bytes and plain.types <= {"string"} else said_by(plain))


def _encoding(side: Side, encoding: Encoding, part: Schema | None) -> JsonValue:
    """The encoding of a part of a body, without values that are the default; `part` is its schema, if that is known."""
    headers = sorted(canonical_json(_header(side, header)) for header in encoding.headers)
    usual, is_text = _usual_content_type(part), part is not None and bool(part.types) and part.types <= SCALARS
    content_type = None if usual and usual == spelled_media_type(encoding.content_type or "") else encoding.content_type
    style = None if is_text and encoding.style == "form" else encoding.style
    explode = None if is_text and style is None and encoding.explode else encoding.explode
    return [content_type, style, explode, encoding.allow_reserved, headers]


_AS_USUAL: Final[list[JsonValue]] = [None, None, None, False, []]


def is_written_otherwise(old: JsonValue, new: JsonValue) -> bool:
    """Whether two contents of encodings, None for none, differ in how a value is put into text."""
    was, is_ = (content if isinstance(content, list) else _AS_USUAL for content in (old, new))
    return was[_WRITING] != is_[_WRITING]


_WRITING: Final = slice(1, 3)
"""Where the content of an encoding has its style, and whether it is exploded."""


def _usual_content_type(part: Schema | None) -> str:
    """The media type of a part where none is named (OpenAPI 3.1, Encoding Object); "" where it is not known."""
    if part is None or not part.types:
        return ""
    if part.types == {"object"}:
        return "application/json"
    if not part.types <= SCALARS:
        return ""
    is_bytes = part.strings.format in ("binary", "byte") or part.strings.content_encoding
    return "application/octet-stream" if is_bytes else "text/plain"


def _parameter(side: Side, parameter: Parameter) -> JsonValue:
    flags: list[JsonValue] = [
        parameter.required,
        parameter.style,
        parameter.explode,
        parameter.allow_reserved,
        may_be_empty(parameter),
        parameter.deprecated,
    ]
    return [*parameter_key(parameter), *flags, _carried(side, parameter.schema, parameter.media)]


def may_be_empty(parameter: Parameter) -> bool:
    """Whether `allowEmptyValue` counts and is true. OpenAPI ignores it where a style has no form for an empty value."""
    has_form = parameter.media is not None or parameter.style == "form"
    return parameter.location_in == "query" and parameter.allow_empty_value and has_form


def _header(side: Side, header: Header) -> JsonValue:
    flags: list[JsonValue] = [header.required, header.explode, header.deprecated]
    return [header.name.lower(), *flags, _carried(side, header.schema, header.media)]


def _carried(side: Side, schema: SchemaNode | None, media: MediaType | None) -> JsonValue:
    return _digest(side, schema) if media is None else media_content(side, [media])


def _digest(side: Side, schema: SchemaNode | None) -> str | None:
    return None if schema is None else side.digests.of(schema).hex()
