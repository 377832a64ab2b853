"""What the client leaves out of fields that it uses in part: each function finds the locations, with what is lost."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, TypeAlias

from nemogen.errors import Location as Location
from nemogen.openapi.credentials import asked_schemes, is_sent, unmet_operations
from nemogen.openapi.document import Document, MediaType, Operation, Server
from nemogen.openapi.ledger_consumers import Loss
from nemogen.openapi.ledger_uses import NO_TOKENS
from nemogen.openapi.schema import Schema
from nemogen.openapi.schema_resources import with_static_reference

Lost: TypeAlias = "tuple[Location, Loss]"
Schemas: TypeAlias = "Sequence[Schema]"
"""The schemas that can be reached from the operations of a document: walked to once for all that look at them."""

_SEQUENCE: Final = re.compile(
    r"text/event-stream|application/(x-)?(nd|stream\+)?json(l|lines|-lines|-seq|-stream)?|.*\+json-seq"
)
"""Media types whose items are distinguished (OpenAPI 3.2, Sequential Media Types), JSON aside."""

_TYPED_FORMATS: Final = frozenset({"date-time", "date", "time", "uuid", "decimal", "byte", "binary"})
_FETCHED: Final = "clientCredentials"
"""The one flow by which the client fetches tokens itself."""

_SERVER: Final = Loss("server-not-used", "the client calls the first server alone; `base_url` names another")
_RELATIVE: Final = Loss(
    "server-relative", "the server is relative to the URL of the source; from a file, the caller gives `base_url`"
)
_REQUEST: Final = Loss("request-type-not-sent", "a request is sent as another of its media types")
_ITEMS: Final = Loss("item-schema-not-supported", "the items of the sequence have no type")
_ENCODED: Final = Loss("encoding-not-decoded", "a text in this encoding stays text")
_DYNAMIC: Final = Loss(
    "keyword-not-typed", "left to the server: several schemas have the anchor, and any value is accepted"
)
_HEADERS: Final = Loss("part-header-not-sent", "headers of parts are sent where they have one value", is_costly=True)
_RESPONSE: Final = Loss("response-type-not-used", "the client does not ask for this media type")
_FORMAT: Final = Loss("format-not-typed", "the format has no type of its own: a text stays text, a number a number")
_SECURITY: Final = Loss("security-not-supported", "the client can send none of these credentials", is_costly=True)
_SCHEME: Final = Loss("security-scheme-not-supported", "the client cannot send this credential", is_costly=True)
_UNUSED: Final = Loss("security-scheme-not-used", "no operation asks for this credential, so it is not sent")
_EVENT_PARAMETER: Final = Loss(
    "webhook-parameter-not-read", "parameters of a webhook or a callback are not read: the receiver has its headers"
)
_EVENT_SECURITY: Final = Loss(
    "webhook-security-not-checked",
    "credentials of a webhook or a callback are not checked: `unwrap` checks its signature alone",
    is_costly=True,
)
_EVENT_BODY: Final = Loss(
    "webhook-body-not-typed",
    "the body of a webhook or a callback has no class: it is neither JSON nor a form, or another one has it",
    is_costly=True,
)
_VERIFIED: Final = frozenset({"webhook-id", "webhook-timestamp", "webhook-signature"})
"""Headers that are read where a signature is verified as Standard Webhooks has it."""


def _servers(document: Document, _: Schemas) -> Iterator[Lost]:
    yield from _unused(document.servers)


def _servers_of_operations(document: Document, _: Schemas) -> Iterator[Lost]:
    for operation in document.operations:
        if operation.servers != document.servers:
            yield from _unused(operation.servers)


def _unused(servers: tuple[Server, ...]) -> Iterator[Lost]:
    absolute = [server for server in servers if _is_absolute(server.url)]
    for server in servers:
        if not absolute:
            yield server.location, _RELATIVE
        elif server is not absolute[0]:
            yield server.location, _SERVER


def _is_absolute(url: str) -> bool:
    """Whether it names a host; a variable may stand for the scheme."""
    return url.startswith(("https://", "http://")) or (url.startswith("{") and "://" in url)


def _request_types(document: Document, _: Schemas) -> Iterator[Lost]:
    for operation in document.operations:
        content = operation.body.content if operation.body else ()
        chosen = min(content, key=_request_rank, default=None)
        for media in content:
            if media is not chosen and "*" in media.name:
                yield media.location, _REQUEST


def _media_types(document: Document) -> Iterator[MediaType]:
    for operation in document.operations:
        yield from operation.body.content if operation.body else ()
        for response in operation.responses:
            yield from response.content


def _sequences(document: Document, _: Schemas) -> Iterator[Lost]:
    for operation in document.operations:
        for media in operation.body.content if operation.body else ():
            is_sent = media.schema is None and _is_sequence(media) and _essence(media) != "text/event-stream"
            if media.item_schema is not None and not is_sent:
                yield media.location, _ITEMS
        for media in (each for response in operation.responses for each in response.content):
            if media.item_schema is not None and (media.schema is not None or not _is_sequence(media)):
                yield media.location, _ITEMS


def _is_sequence(media: MediaType) -> bool:
    return _SEQUENCE.fullmatch(_essence(media)) is not None and _essence(media) != "application/json"


def _essence(media: MediaType) -> str:
    return media.name.partition(";")[0].strip().lower()


def _part_headers(document: Document, _: Schemas) -> Iterator[Lost]:
    for media in _media_types(document):
        for encoding in media.encoding.values():
            for header in encoding.headers:
                schema = None if header.schema is None else document.resolve(header.schema)
                if schema is None or schema.enum is None or len(schema.enum) > 1:
                    yield header.location, _HEADERS


def _response_types(document: Document, _: Schemas) -> Iterator[Lost]:
    for operation in document.operations:
        for response in operation.responses:
            content = [media for media in response.content if not _is_sequence(media)]
            chosen = min(content, key=_response_rank, default=None)
            if response.status[0] == "2":
                yield from ((media.location, _RESPONSE) for media in content if media is not chosen)


_FORM_RANK: Final = 2


def _body_rank(name: str) -> int:
    essence = name.partition(";")[0].strip().lower()
    if essence in ("application/json", "*/*") or essence.endswith("+json"):
        return 0
    return {"multipart/form-data": 1, "application/x-www-form-urlencoded": _FORM_RANK}.get(essence, 3)


def _request_rank(media: MediaType) -> int:
    return _body_rank(media.name)


def _response_rank(media: MediaType) -> tuple[bool, bool]:
    return _body_rank(media.name) != 0, not media.name.startswith("text/")


def _formats(_: Document, schemas: Schemas) -> Iterator[Lost]:
    for schema in schemas:
        named = schema.strings.format
        if (named is not None and named not in _TYPED_FORMATS) or schema.numbers.format is not None:
            yield schema.locate("format", "contentEncoding", "contentMediaType"), _FORMAT


def _encodings(_: Document, schemas: Schemas) -> Iterator[Lost]:
    for schema in schemas:
        if schema.strings.content_encoding not in (None, "base64"):
            yield schema.locate("contentEncoding"), _ENCODED


def _dynamic_references(document: Document, schemas: Schemas) -> Iterator[Lost]:
    for schema in schemas:
        whole = with_static_reference(schema, document)
        if isinstance(whole, Schema) and whole.identity.dynamic_target is not None:
            yield schema.locate("$dynamicRef"), _DYNAMIC


def _dynamic_anchors(document: Document, schemas: Schemas) -> Iterator[Lost]:
    for schema in schemas:
        for name in schema.identity.dynamic_anchors:
            if document.resources is not None and len([*document.resources.dynamic_anchors(name)]) != 1:
                yield schema.locate("$dynamicAnchor"), _DYNAMIC


def _security(document: Document, _: Schemas) -> Iterator[Lost]:
    return ((location, _SECURITY) for location in unmet_operations(document))


def _schemes(document: Document, _: Schemas) -> Iterator[Lost]:
    asked = asked_schemes(document)
    for name, scheme in document.security_schemes.items():
        if name not in asked:
            yield scheme.location, _UNUSED
        elif not is_sent(scheme):
            yield scheme.location, _SCHEME


def _token_urls(document: Document, _: Schemas) -> Iterator[Lost]:
    """Where tokens come from by other flows than that of client credentials: the caller gives such a token."""
    for scheme in document.security_schemes.values():
        for flow in scheme.flows:
            if flow.token_url and flow.kind != _FETCHED:
                yield Location(flow.location.file, f"{flow.location.pointer}/tokenUrl"), NO_TOKENS


def _webhooks(document: Document, _: Schemas) -> Iterator[Lost]:
    for webhook in document.webhooks:
        yield from _of_events(webhook.operations)


def _callbacks(document: Document, _: Schemas) -> Iterator[Lost]:
    for operation in document.operations:
        for callback in operation.callbacks:
            yield from _of_events(callback.operations)


def _of_events(operations: tuple[Operation, ...]) -> Iterator[Lost]:
    """What the client does not do with operations that it does not call, but receives."""
    for operation in operations:
        for parameter in operation.parameters:
            if parameter.name.lower() not in _VERIFIED:
                yield parameter.location, _EVENT_PARAMETER
        if operation.security_is_own and operation.security:
            yield operation.security_location, _EVENT_SECURITY
        content = operation.body.content if operation.body else ()
        yield from ((media.location, _EVENT_BODY) for media in content if media not in _event_bodies(content))


def _event_bodies(content: tuple[MediaType, ...]) -> tuple[MediaType, ...]:
    """What an event is read from: JSON, and a form where it is of the same schema, or alone."""
    found = tuple(media for media in content if _body_rank(media.name) == 0)[:1]
    forms = (media for media in content if _body_rank(media.name) == _FORM_RANK and media.schema is not None)
    return found + tuple(each for each in forms if not found or each.schema == found[0].schema)[:1]


LOST_PARTS: Final[Mapping[str, Callable[[Document, Schemas], Iterator[Lost]]]] = {
    "Document.servers": _servers,
    "Document.webhooks": _webhooks,
    "Operation.servers": _servers_of_operations,
    "Operation.callbacks": _callbacks,
    "RequestBody.content": _request_types,
    "MediaType.item_schema": _sequences,
    "Encoding.headers": _part_headers,
    "Response.content": _response_types,
    "StringRules.format": _formats,
    "StringRules.content_encoding": _encodings,
    "Identity.dynamic_anchors": _dynamic_anchors,
    "Identity.dynamic_ref": _dynamic_references,
    "Operation.security": _security,
    "Document.security_schemes": _schemes,
    "OAuthFlow.token_url": _token_urls,
}
"""By field that the client uses in part, what finds the rest."""
