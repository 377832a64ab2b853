"""Validates one exchange: its request, its response, and each event of its stream."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import field, replace

from nemogen.document import Json
from nemogen.findings import Direction
from nemogen.light_dataclasses import dataclass
from nemogen.openapi import document
from nemogen.openapi.document import Document, MediaType, Operation, RequestBody
from nemogen.openapi.schema import SchemaNode
from nemogen.recordings.bundled_tests.sse import Event, read_events
from nemogen.recordings.forms import form_parts, form_value, is_form
from nemogen.recordings.judge_value import ValueJudge
from nemogen.recordings.operations import Operations, media_type_for, response_for
from nemogen.recordings.parameters import judge_parameters
from nemogen.recordings.recording import (
    Body,
    JsonBody,
    Recording,
    Request,
    Response,
    StreamBody,
    body_bytes,
    essence_of,
    header,
    is_json,
    is_stream,
)
from nemogen.recordings.schemas import Schemas
from nemogen.recordings.violation import PASSING, Seen, ValuePath, Violation


@dataclass(frozen=True, slots=True)
class Fault:
    """A violation and where it occurred.

    `operation` is `POST /path`, `context` what was validated (`response 200 application/json`), `pointer` its location
    in the recording's file.
    """

    violation: Violation
    operation: str
    context: str
    direction: Direction
    pointer: str
    recording: Recording


@dataclass
class Examiner:
    """Validates exchanges against one document. `ends` maps an operation (`POST /path`) to the data that ends a stream.

    `seen` collects what all of them have shown of the document.
    """

    spec: Document
    ends: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.operations = Operations(self.spec)
        self.values = ValueJudge(self.spec)

    @property
    def schemas(self) -> Schemas:
        """The schemas of the document."""
        return self.values.schemas

    @property
    def seen(self) -> Seen:
        """What the exchanges so far have shown of the document."""
        return self.values.seen

    def examine(self, recording: Recording) -> list[Fault]:
        """Every violation of the document by the recording.

        The request of a 4xx response is not validated: it may be wrong on purpose.
        """
        request, response = recording.request, recording.response
        met = self.operations.find(request.method, request.path)
        if met is None:
            lost = Violation("operation", "", "", "/paths", "paths", "an operation of the spec", request.path)
            name = f"{request.method} {request.path}"
            return [Fault(lost, name, "request", Direction.REQUEST, "/request/path", recording)]
        operation, path = met
        self.seen.schemas.add(operation.location.pointer)
        faults = []
        if not 400 <= response.status < 500:
            for found in self.request(request, operation, path):
                at = f"/request{found.instance}"
                faults.append(Fault(found, operation.label, "request", Direction.REQUEST, at, recording))
        context, found_in_response = self.response(response, operation)
        for found in found_in_response:
            at = f"/response{found.instance}"
            faults.append(Fault(found, operation.label, context, Direction.RESPONSE, at, recording))
        return faults

    def request(self, request: Request, operation: Operation, path: Mapping[str, str]) -> list[Violation]:
        """What the document rejects in a request; pointers are relative to it (`/body/json/model`, `/query/limit`)."""
        found = judge_parameters(operation, self.values, path, request.query, request.headers)
        return found + self._request_body(request, operation)

    def _request_body(self, request: Request, operation: Operation) -> list[Violation]:
        known = operation.body
        if known is None:
            return []
        if request.body is None:
            missing = Violation("missing", "body", "", known.location.pointer, "required", "a body", None, "body")
            return [missing] if known.required else []
        media_type = header(request.headers, "content-type")
        media = media_type_for(known.content, media_type)
        if media is None:
            return [_unknown_media_type(media_type, known, "body")]
        self.seen.schemas.add(media.location.pointer)
        if is_form(media_type):
            return self._form(body_bytes(request.body), media_type, media)
        return self._json(request.body, media, Direction.REQUEST) if is_json(media_type) else []

    def _form(self, content: bytes, media_type: str, media: MediaType) -> list[Violation]:
        if media.schema is None:
            return []
        value = form_value(form_parts(content, media_type), media.schema, self.schemas)
        found = self.values.judge(value, media.schema, Direction.REQUEST, ValuePath())
        return [replace(violation, instance="/body") for violation in found]

    def response(self, response: Response, operation: Operation) -> tuple[str, list[Violation]]:
        """What was validated, in words, and what the document rejects in it; pointers are relative to the response."""
        media_type = essence_of(header(response.headers, "content-type"))
        context = f"response {response.status} {media_type}".rstrip()
        known = response_for(operation, response.status)
        if known is None:
            documented = ", ".join(each.status for each in operation.responses) or "no status"
            at = f"{operation.location.pointer}/responses"
            return context, [Violation("status", "", "/status", at, "responses", documented, response.status)]
        self.seen.schemas.add(known.location.pointer)
        return context, [*_missing_headers(response, known), *self._response_body(response, known, operation)]

    def _response_body(self, response: Response, known: document.Response, operation: Operation) -> list[Violation]:
        media_type = header(response.headers, "content-type")
        if response.body is None:
            return []
        media = media_type_for(known.content, media_type)
        if media is None:
            return [_unknown_media_type(media_type, known, "")]
        self.seen.schemas.add(media.location.pointer)
        if is_stream(media_type):
            return list(self._stream(response.body, media, self.ends.get(operation.label)))
        return self._json(response.body, media, Direction.RESPONSE) if is_json(media_type) else []

    def _json(self, body: Body, media: MediaType, direction: Direction) -> list[Violation]:
        if not isinstance(body, JsonBody):
            start = body_bytes(body)[:200].decode("utf-8", "replace")
            return [Violation("not-json", "", "/body", media.location.pointer, "content", "JSON", start)]
        return self._value(body.value, media.schema, direction, ValuePath("", "/body/json"))

    def _value(
        self, value: Json, node: SchemaNode | None, direction: Direction, value_path: ValuePath
    ) -> list[Violation]:
        return [] if node is None else self.values.judge(value, node, direction, value_path)

    def _stream(self, body: Body, media: MediaType, end: str | None) -> Iterator[Violation]:
        if isinstance(body, JsonBody):
            yield Violation("not-json", "", "/body", media.location.pointer, "content", "a stream", body.value)
            return
        for event in read_events(chunks_of(body)):
            if end is not None and event.data.strip() == end:
                self.seen.values.add((media.location.pointer, "end"))
                return
            yield from self._event(event, media)

    def _event(self, event: Event, media: MediaType) -> Iterator[Violation]:
        at, pointer = f"/body/stream/{event.chunk}", media.location.pointer
        self.seen.values.add((pointer, f"event {event.event}" if event.event else "event"))
        try:
            value = json.loads(event.data)
        except (ValueError, RecursionError):
            yield Violation("not-json", "event", at, pointer, "content", "JSON", event.data[:200])
            return
        found = self._value(value, event_schema(media, self.schemas), Direction.RESPONSE, ValuePath())
        broken = any(violation.kind not in PASSING for violation in found)
        if broken and (event.event == "error" or (isinstance(value, Mapping) and "error" in value)):
            yield Violation("error-event", "event", at, pointer, "content", "no error event", value)
            return
        yield from (replace(violation, instance=at) for violation in found)


def event_schema(media: MediaType, schemas: Schemas) -> SchemaNode | None:
    """The schema of the data of an event. From OpenAPI 3.2 on, `itemSchema` describes the event around it."""
    if media.item_schema is None:
        return media.schema
    data = schemas.views.merged(media.item_schema).schema.objects.properties.get("data")
    content = None if data is None else schemas.views.merged(data).schema.strings.content_schema
    return content or media.schema or media.item_schema


def chunks_of(body: Body | None) -> tuple[bytes, ...]:
    """The chunks of a stream; any other body is one chunk, and no body is none."""
    if isinstance(body, StreamBody):
        return body.chunks
    return (body_bytes(body),) if body is not None else ()


def _unknown_media_type(media_type: str, known: RequestBody | document.Response, location: str) -> Violation:
    documented = ", ".join(media.name for media in known.content) or "no body"
    pointer = known.location.pointer
    return Violation("media-type", location, "/headers/content-type", pointer, "content", documented, media_type)


def _missing_headers(response: Response, known: document.Response) -> Iterator[Violation]:
    pointer = known.location.pointer
    for each in known.headers:
        if each.required and each.name.lower() not in response.headers:
            location = f"headers.{each.name}"
            yield Violation("missing", location, "/headers", pointer, "headers", "a header", None, each.name)
