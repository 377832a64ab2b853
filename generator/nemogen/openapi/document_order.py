"""A document that was read, in the order of its names: what `name_order` makes of the value, made of the model.

Whoever has read a document in its own order need not read it again in that of the names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from operator import attrgetter
from typing import Final, TypeVar

from nemogen.openapi.document import Document
from nemogen.openapi.name_order import ordered_object, ordered_value
from nemogen.openapi.operation import (
    Callback,
    Encoding,
    Example,
    Header,
    Link,
    MediaType,
    Operation,
    Parameter,
    Response,
)
from nemogen.openapi.read_document import ReadDocument
from nemogen.openapi.read_operations import METHODS
from nemogen.openapi.references import reference_of
from nemogen.openapi.schema_order import SchemaOrder
from nemogen.openapi.security_scheme import OAuthFlow, SecurityRequirement, SecurityScheme
from nemogen.openapi.server import Server

_VERSIONS: Final = ("3.0", "3.1")
"""Swagger 2.0 is read by way of other lists, and 3.2 adds methods and credentials behind the others."""
_ORDER_COUNTS: Final = frozenset(
    {"additional-operation-misplaced", "duplicate-header", "parameter-content-many", "path-without-slash"}
)
"""What was noted where the order of a map decides what is read, or where the model does not tell that order."""

_Named = TypeVar("_Named", MediaType, Header, Link, Example)


def document_in_name_order(read: ReadDocument) -> ReadDocument | None:
    """`read` as `read_value` gives it for the value in the order of its names; None where that has to be read.

    Schemas are put in order when they are asked for. The state of reading is that of `read`: nothing is read twice.
    """
    if not _can_be_ordered(read):
        return None
    order = _Order(SchemaOrder(read.document.resolve_target))
    return replace(read, document=order.document(read.document))


def _can_be_ordered(read: ReadDocument) -> bool:
    """Whether the order of maps decided nothing but the order of the model."""
    document, reading = read.document, read.reading
    operations = [*_all_operations(document)]
    return (
        document.version.startswith(_VERSIONS)
        and _ORDER_COUNTS.isdisjoint(finding.id for finding in read.findings)
        and len(reading.files) == 1
        and not reading.identifiers("").has_names
        and reference_of(reading.node().child("paths")) is None
        and not any("/" in name or "#" in name for name in document.security_schemes)
        and all(each.method in METHODS for each in operations)
        and all(map(_is_spelled_as_read, (response for each in operations for response in each.responses)))
        and not any(header.media for each in operations for header in _headers_of(each))
    )


def _all_operations(document: Document) -> Iterator[Operation]:
    ahead = [*document.all_operations()]
    while ahead:
        operation = ahead.pop()
        yield operation
        ahead.extend(each for callback in operation.callbacks for each in callback.operations)


def _is_spelled_as_read(response: Response) -> bool:
    """Whether the document writes a status as it was read: another spelling may be one of two."""
    return response.use.pointer.rpartition("/")[2] == response.status


def _headers_of(operation: Operation) -> Iterator[Header]:
    """The headers of an operation; of several media types of one, the first counts."""
    contents = [*(each.content for each in operation.responses), operation.body.content if operation.body else ()]
    for response in operation.responses:
        yield from response.headers
    for media in (each for content in contents for each in content):
        for encoding in (*media.encoding.values(), *media.prefix_encoding, media.item_encoding):
            yield from encoding.headers if encoding else ()


class _Order:
    """Puts the parts of a document in order, schemas by `schemas`."""

    def __init__(self, schemas: SchemaOrder) -> None:
        self._schemas = schemas

    def document(self, document: Document) -> Document:
        schemes, components = document.security_schemes, document.component_schemas
        return replace(
            document,
            operations=tuple(map(self._operation, sorted(document.operations, key=attrgetter("path")))),
            webhooks=tuple(
                replace(each, operations=tuple(map(self._operation, each.operations)))
                for each in sorted(document.webhooks, key=attrgetter("name"))
            ),
            servers=tuple(map(_server, document.servers)),
            security=tuple(map(_requirement, document.security)),
            security_schemes={name: _scheme(schemes[name]) for name in sorted(schemes)},
            extensions=ordered_object(document.extensions),
            resolve_target=self._schemas.resolve_target,
            component_schemas={name: components[name] for name in sorted(components)},
        )

    def _operation(self, operation: Operation) -> Operation:
        callbacks = sorted(operation.callbacks, key=attrgetter("name", "expression"))
        body = operation.body
        return replace(
            operation,
            parameters=tuple(map(self._parameter, operation.parameters)),
            body=None if body is None else replace(body, content=self._content(body.content)),
            responses=tuple(map(self._response, sorted(operation.responses, key=attrgetter("status")))),
            security=tuple(map(_requirement, operation.security)),
            servers=tuple(map(_server, operation.servers)),
            callbacks=tuple(map(self._callback, callbacks)),
            extensions=ordered_object(operation.extensions),
        )

    def _callback(self, callback: Callback) -> Callback:
        return replace(callback, operations=tuple(map(self._operation, callback.operations)))

    def _parameter(self, parameter: Parameter) -> Parameter:
        return replace(
            parameter,
            schema=self._schemas.part(parameter.schema),
            media=None if parameter.media is None else self._media(parameter.media),
            examples=_examples(parameter.examples),
            extensions=ordered_object(parameter.extensions),
        )

    def _response(self, response: Response) -> Response:
        return replace(
            response,
            content=self._content(response.content),
            headers=self._headers(response.headers),
            links=tuple(map(_link, _by_name(response.links))),
        )

    def _content(self, content: Iterable[MediaType]) -> tuple[MediaType, ...]:
        return tuple(map(self._media, _by_name(content)))

    def _media(self, media: MediaType) -> MediaType:
        return replace(
            media,
            schema=self._schemas.part(media.schema),
            item_schema=self._schemas.part(media.item_schema),
            encoding={name: self._encoding(media.encoding[name]) for name in sorted(media.encoding)},
            prefix_encoding=tuple(map(self._encoding, media.prefix_encoding)),
            item_encoding=None if media.item_encoding is None else self._encoding(media.item_encoding),
            examples=_examples(media.examples),
        )

    def _encoding(self, encoding: Encoding) -> Encoding:
        return replace(encoding, headers=self._headers(encoding.headers))

    def _headers(self, headers: Iterable[Header]) -> tuple[Header, ...]:
        return tuple(replace(each, schema=self._schemas.part(each.schema)) for each in _by_name(headers))


def _by_name(named: Iterable[_Named]) -> list[_Named]:
    return sorted(named, key=attrgetter("name"))


def _examples(examples: Iterable[Example]) -> tuple[Example, ...]:
    return tuple(replace(each, value=ordered_value(each.value)) for each in _by_name(examples))


def _link(link: Link) -> Link:
    return replace(
        link,
        parameters=ordered_object(link.parameters),
        request_body=ordered_value(link.request_body),
        server=None if link.server is None else _server(link.server),
    )


def _server(server: Server) -> Server:
    return replace(server, variables=tuple(sorted(server.variables, key=attrgetter("name"))))


def _requirement(requirement: SecurityRequirement) -> SecurityRequirement:
    return replace(requirement, schemes={name: requirement.schemes[name] for name in sorted(requirement.schemes)})


def _scheme(scheme: SecurityScheme) -> SecurityScheme:
    flows = (replace(each, scopes=_sorted_scopes(each)) for each in sorted(scheme.flows, key=attrgetter("kind")))
    return replace(scheme, flows=tuple(flows))


def _sorted_scopes(flow: OAuthFlow) -> dict[str, str]:
    return {name: flow.scopes[name] for name in sorted(flow.scopes)}
