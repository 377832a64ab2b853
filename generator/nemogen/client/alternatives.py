"""Operations with several request media types, or with a stream beside a whole response: a method for each.

A method of its own, `create_multipart` beside `create`, rather than overloads or an argument for the content type: each
has the arguments and the types of its media type and nothing else, type checkers and editors show just these, and the
first method stays as it was when a media type is added.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from nemogen.canonical import CanonicalSchema
from nemogen.client.media_types import JSON, body_kind, essence, framing, is_range
from nemogen.document import Call, Document, Operation
from nemogen.names import with_last_resorts, words

PREFERRED = ("json", "multipart", "form", "text", "binary")
"""Kinds of bodies: of several media types, the first method sends the first of these."""

_SHORT = {"multipart/form-data": "multipart", "application/x-www-form-urlencoded": "form", "text/plain": "text",
          "application/octet-stream": "binary"}  # fmt: skip
_SAME_AS_JSON = frozenset({"text/json", "application/*+json"})
_STREAM = "stream"


def with_alternatives(document: Document) -> Document:
    """`document` with an operation for each further request media type, and for a stream that nothing asks for."""
    taken = {str(each.call) for each in document.operations}
    found: list[Operation] = []
    for operation in document.operations:
        found.append(operation)
        for each in _alternatives(operation, document):
            own = each.call.method
            names = with_last_resorts((own,), f"{operation.method} {operation.path}")
            calls = (Call(each.call.resource, name) for name in names)
            call = next(free for free in calls if str(free) not in taken)
            taken.add(str(call))
            found.append(replace(each, call=call))
    return replace(document, operations=tuple(found))


def _alternatives(operation: Operation, document: Document) -> Iterator[Operation]:
    body = operation.body
    if body is not None:
        for media in further_media(body.content):
            alone = replace(body, content={media: body.content[media]})
            yield _named(replace(operation, body=alone), _suffix(media))
    if _has_unasked_stream(operation, document):
        responses = {
            status: replace(response, content=_streamed(response.content))
            for status, response in operation.responses.items()
        }
        yield _named(replace(operation, responses=responses), _STREAM)


def first_media(content: Mapping[str, CanonicalSchema]) -> str:
    """The request media type that the operation's own method sends."""
    return min(content, key=lambda media: (PREFERRED.index(body_kind(media, content[media])), is_range(media)))


def further_media(content: Mapping[str, CanonicalSchema]) -> list[str]:
    """The other request media types that say something else: no range, and no second spelling of JSON."""
    if not content:
        return []
    first = first_media(content)
    skipped = _SAME_AS_JSON if essence(first) == JSON else frozenset()
    return [media for media in content if media != first and not is_range(media) and essence(media) not in skipped]


def _named(operation: Operation, suffix: str) -> Operation:
    return replace(operation, call=Call(operation.call.resource, f"{operation.call.method.rstrip('_')}_{suffix}"))


def _suffix(media: str) -> str:
    """A media type as the end of a name: `multipart`, `form`, `csv`, `merge_patch`."""
    name = essence(media)
    if name in _SHORT:
        return _SHORT[name]
    subtype = name.partition("/")[2]
    return "_".join(words(re.sub(r"^(x-|vnd\.)|\+json$", "", subtype))) or "other"


def _has_unasked_stream(operation: Operation, document: Document) -> bool:
    contents = [operation.responses[status].content for status in operation.successes()]
    media = {name for content in contents for name in content}
    streams = {name for name in media if framing(name)}
    return bool(streams) and bool(media - streams) and not _may_ask(operation, document)


def _may_ask(operation: Operation, document: Document) -> bool:
    """Whether the body has the property that asks for a stream."""
    return any(_STREAM in document.meant(schema).properties for schema in operation.body_content.values())


def _streamed(content: Mapping[str, CanonicalSchema]) -> Mapping[str, CanonicalSchema]:
    return {media: schema for media, schema in content.items() if framing(media)} or content
