"""The webhooks and callbacks of a document: what the API sends on its own, in JSON or as a form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from nemogen.document import Call
from nemogen.errors import Location
from nemogen.light_dataclasses import dataclass
from nemogen.names import python_name
from nemogen.openapi.document import Document, MediaType, Operation

_JSON: Final = "application/json"
_FORM: Final = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Event:
    """One event by its name in the document: `content` is its body as JSON, `call` what its class is named after.

    `form` is the body as it is declared where it comes as a form (also).
    """

    name: str
    content: tuple[MediaType, ...]
    call: Call
    location: Location
    form: MediaType | None = None


def events_of(document: Document) -> Iterator[Event]:
    """The events of the webhooks, then those of the callbacks, that have a body in JSON or a form."""
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
    content = operation.body.content if operation.body else ()
    found = next((each for each in content if _is_json(each.name)), None)
    form = next((each for each in content if _is_form(each) and (found is None or each.schema == found.schema)), None)
    read = found or (replace(form, name=_JSON) if form else None)
    if read is not None:
        yield Event(name, (read,), Call((python_name(name),), "event"), operation.location, form)


def _is_form(media: MediaType) -> bool:
    return media.schema is not None and media.name.partition(";")[0].strip().lower() == _FORM
