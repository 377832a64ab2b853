"""Judges one exchange: its request, its response, and each event of its stream."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from nemogen import pointer
from nemogen.document import Json, JsonObject
from nemogen.findings import Direction
from nemogen.recordings.bundled_tests.sse import Event, read_events
from nemogen.recordings.forms import form_parts, form_value, is_form
from nemogen.recordings.operations import Operation, Operations, Part
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
from nemogen.recordings.schema_resolver import Schemas
from nemogen.recordings.validator import Walk
from nemogen.recordings.violation import PASSING, Seen, Spot, Violation


@dataclass(frozen=True, slots=True)
class Fault:
    """A deviation with where it was met.

    `operation` is `POST /path`, `context` what was judged (`response 200 application/json`), `pointer` where it stands
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
    """Judges exchanges against one document. `ends` maps an operation (`POST /path`) to the data that ends a stream.

    `seen` gathers what all of them have shown of the document.
    """

    document: JsonObject
    ends: Mapping[str, str] = field(default_factory=dict)
    seen: Seen = field(default_factory=Seen)

    def __post_init__(self) -> None:
        self.schemas = Schemas(self.document)
        self.operations = Operations(self.document)

    def examine(self, recording: Recording) -> list[Fault]:
        """Everything in which the recording and the document disagree.

        The request of an answer 4xx is not judged: it may be wrong on purpose.
        """
        request, response = recording.request, recording.response
        met = self.operations.find(request.method, request.path)
        if met is None:
            lost = Violation("operation", "", "", "/paths", "paths", "an operation of the spec", request.path)
            name = f"{request.method} {request.path}"
            return [Fault(lost, name, "request", Direction.REQUEST, "/request/path", recording)]
        operation, _ = met
        self.seen.schemas.add(operation.part.pointer)
        faults = []
        if not 400 <= response.status < 500:
            for found in self.request(request, operation, met[1]):
                at = f"/request{found.instance}"
                faults.append(Fault(found, operation.name, "request", Direction.REQUEST, at, recording))
        context, found_in_response = self.response(response, operation)
        for found in found_in_response:
            at = f"/response{found.instance}"
            faults.append(Fault(found, operation.name, context, Direction.RESPONSE, at, recording))
        return faults

    def request(self, request: Request, operation: Operation, path: Mapping[str, str]) -> list[Violation]:
        """What the document refuses in a request; pointers are relative to it (`/body/json/model`, `/query/limit`)."""
        walk = judge_parameters(operation, self.schemas, path, request.query, request.headers)
        self._learn(walk)
        return walk.found + self._request_body(request, operation)

    def _request_body(self, request: Request, operation: Operation) -> list[Violation]:
        part = operation.body
        if part is None:
            return []
        if request.body is None:
            missing = Violation("missing", "body", "", part.pointer, "required", "a body", None, "body")
            return [missing] if part.value.get("required") is True else []
        media_type = header(request.headers, "content-type")
        content = part.content(media_type)
        if content is None:
            return [_unknown_media_type(media_type, part, "body")]
        self.seen.schemas.add(content.pointer)
        if is_form(media_type):
            at = self.schemas.at(content.under("schema").pointer)
            parts = form_parts(body_bytes(request.body), media_type)
            value = form_value(parts, at, Walk(self.schemas, Direction.REQUEST))
            return [
                replace(found, instance="/body") for found in self._value(value, content, Direction.REQUEST, Spot())
            ]
        return self._json(request.body, content, Direction.REQUEST) if is_json(media_type) else []

    def response(self, response: Response, operation: Operation) -> tuple[str, list[Violation]]:
        """What was judged, in words, and what the document refuses in it; pointers are relative to the response."""
        media_type = essence_of(header(response.headers, "content-type"))
        context = f"response {response.status} {media_type}".rstrip()
        known = operation.response(response.status)
        if known is None:
            documented = ", ".join(operation.responses) or "no status"
            at = f"{operation.part.pointer}/responses"
            return context, [Violation("status", "", "/status", at, "responses", documented, response.status)]
        _, part = known
        self.seen.schemas.add(part.pointer)
        return context, [*_missing_headers(response, part), *self._response_body(response, part, operation)]

    def _response_body(self, response: Response, part: Part, operation: Operation) -> list[Violation]:
        media_type = header(response.headers, "content-type")
        if response.body is None:
            return []
        content = part.content(media_type)
        if content is None:
            return [_unknown_media_type(media_type, part, "")]
        self.seen.schemas.add(content.pointer)
        if is_stream(media_type):
            return list(self._stream(response.body, content, self.ends.get(operation.name)))
        return self._json(response.body, content, Direction.RESPONSE) if is_json(media_type) else []

    def _json(self, body: Body, content: Part, direction: Direction) -> list[Violation]:
        if not isinstance(body, JsonBody):
            return [Violation("not-json", "", "/body", content.pointer, "content", "JSON", _start(body_bytes(body)))]
        return self._value(body.value, content, direction, Spot("", "/body/json"))

    def _value(self, value: Json, content: Part, direction: Direction, spot: Spot) -> list[Violation]:
        if "schema" not in content.value:
            return []
        walk = Walk(self.schemas, direction)
        try:
            walk.visit(value, [self.schemas.at(pointer.join(content.pointer, "schema"))], spot)
        except RecursionError:
            return [Violation("depth", spot.place, spot.instance, content.pointer, "schema", "fewer levels", None)]
        self._learn(walk)
        return walk.found

    def _stream(self, body: Body, content: Part, end: str | None) -> Iterator[Violation]:
        if isinstance(body, JsonBody):
            yield Violation("not-json", "", "/body", content.pointer, "content", "a stream", body.value)
            return
        for event in read_events(pieces_of(body)):
            if end is not None and event.data.strip() == end:
                self.seen.values.add((content.pointer, "end"))
                return
            yield from self._event(event, content)

    def _event(self, event: Event, content: Part) -> Iterator[Violation]:
        at = f"/body/stream/{event.piece}"
        self.seen.values.add((content.pointer, f"event {event.event}" if event.event else "event"))
        try:
            value = json.loads(event.data)
        except (ValueError, RecursionError):
            yield Violation("not-json", "event", at, content.pointer, "content", "JSON", event.data[:200])
            return
        found = self._value(value, content, Direction.RESPONSE, Spot())
        broken = any(violation.kind not in PASSING for violation in found)
        if broken and (event.event == "error" or (isinstance(value, Mapping) and "error" in value)):
            yield Violation("error-event", "event", at, content.pointer, "content", "no error event", value)
            return
        yield from (replace(violation, instance=at) for violation in found)

    def _learn(self, walk: Walk) -> None:
        self.seen.schemas |= walk.seen.schemas
        self.seen.values |= walk.seen.values


def pieces_of(body: Body | None) -> tuple[bytes, ...]:
    """The pieces of a stream; any other body is one piece, and no body none."""
    if isinstance(body, StreamBody):
        return body.pieces
    return (body_bytes(body),) if body is not None else ()


def _start(content: bytes) -> str:
    return content[:200].decode("utf-8", "replace")


def _unknown_media_type(media_type: str, part: Part, place: str) -> Violation:
    given = part.value.get("content")
    documented = ", ".join(given) if isinstance(given, Mapping) and given else "no body"
    return Violation("media-type", place, "/headers/content-type", part.pointer, "content", documented, media_type)


def _missing_headers(response: Response, part: Part) -> Iterator[Violation]:
    headers = part.value.get("headers")
    for name, given in headers.items() if isinstance(headers, Mapping) else ():
        required = isinstance(given, Mapping) and given.get("required") is True
        if required and name.lower() not in response.headers:
            yield Violation("missing", f"headers.{name}", "/headers", part.pointer, "headers", "a header", None, name)
