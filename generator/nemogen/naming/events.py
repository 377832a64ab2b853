"""The webhooks and callbacks of a document: what the API sends on its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nemogen.document import Call
from nemogen.errors import Location
from nemogen.names import python_name
from nemogen.openapi.document import Document, MediaType, Operation


@dataclass(frozen=True, slots=True)
class Event:
    """One event by its name in the document: `content` is its body in JSON, `call` what its class is named after."""

    name: str
    content: tuple[MediaType, ...]
    call: Call
    location: Location


def events_of(document: Document) -> Iterator[Event]:
    """The events of the webhooks, then those of the callbacks, that have a body in JSON."""
    for webhook in document.webhooks:
        for operation in webhook.operations:
            yield from _event(webhook.name, operation)
    for operation in document.operations:
        for callback in operation.callbacks:
            for inner in callback.operations:
                yield from _event(callback.name, inner)


def _is_json(media: str) -> bool:
    """Whether a media type is JSON (RFC 6839, section 3.1), or may be."""
    essence = media.partition(";")[0].strip().lower()
    return essence.endswith(("/json", "+json")) or essence in ("*/*", "application/*")


def _event(name: str, operation: Operation) -> Iterator[Event]:
    found = [each for each in operation.body.content if _is_json(each.name)] if operation.body else []
    if found:
        yield Event(name, tuple(found[:1]), Call((python_name(name),), "event"), operation.location)
