"""What an operation takes and gives, as one text that is equal for equal content."""

from __future__ import annotations

from collections.abc import Iterable

from nemogen.diff.media_types import spelled_media_type
from nemogen.diff.side import Side
from nemogen.openapi.document import Encoding, Header, Link, MediaType, Operation, Parameter
from nemogen.openapi.json_value import JsonValue, canonical_json
from nemogen.openapi.read_parameters import parameter_key
from nemogen.openapi.schema import SchemaNode


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
    """How the parts of a body are sent: those that have a name by name, and all others."""
    named = {name: _encoding(side, encoding) for name, encoding in media.encoding.items()}
    item = None if media.item_encoding is None else _encoding(side, media.item_encoding)
    return named, [[_encoding(side, each) for each in media.prefix_encoding], item]


def link_content(link: Link) -> JsonValue:
    """What a link says but for its prose."""
    server = None if link.server is None else link.server.url
    return [link.operation_id, link.operation_ref, {**link.parameters}, link.request_body, server]


def _encoding(side: Side, encoding: Encoding) -> JsonValue:
    headers = sorted(canonical_json(_header(side, header)) for header in encoding.headers)
    return [encoding.content_type, encoding.style, encoding.explode, encoding.allow_reserved, headers]


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
