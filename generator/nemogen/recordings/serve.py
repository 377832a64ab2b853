"""A mock server on loopback: responds with recordings, and from the spec if there is no recording.

Headers of a request make it fail (see `mock_directives`). Every response names its origin in `x-mock-response`:
`recorded NAME`, `made` (from the schema), `refused`, or `directed`. Where the spec has OAuth 2 client credentials, it
plays the token endpoint too, at any path that is not an operation's.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from typing import Final, TypeAlias, TypedDict
from urllib.parse import urlsplit

from nemogen.config import Stream
from nemogen.errors import CouldNot
from nemogen.openapi.document import Document, MediaType, Operation, Response
from nemogen.openapi.json_value import canonical_json, is_too_deep
from nemogen.openapi.schema import Schema
from nemogen.recordings.bundled_tests.body_equality import meaning
from nemogen.recordings.bundled_tests.loopback import Loopback, ReceivedRequest, ServedResponse, loopback
from nemogen.recordings.bundled_tests.token_endpoint import token_response
from nemogen.recordings.cross_origin import is_preflight, preflight, shared
from nemogen.recordings.error_responses import error_body, error_event
from nemogen.recordings.exchange import request_of
from nemogen.recordings.fake_values import CannotMake, make
from nemogen.recordings.judge import describe_violation
from nemogen.recordings.judge_value import ValueJudge
from nemogen.recordings.known_texts import known_texts
from nemogen.recordings.last_page import PageEnd, with_end
from nemogen.recordings.mock_directives import Directives, read_directives, with_directives
from nemogen.recordings.plain_streams import names_in, spread
from nemogen.recordings.plain_values import included_by, make_plain
from nemogen.recordings.recording import (
    JsonBody,
    Recording,
    Request,
    StreamBody,
    body_bytes,
    header,
    is_json,
    is_stream,
)
from nemogen.recordings.security import missing_credential
from nemogen.recordings.validate_exchange import Examiner, chunks_of, event_schema
from nemogen.recordings.violation import PASSING

Met: TypeAlias = tuple[Operation, Mapping[str, str]] | None
MARK: Final = "x-mock-response"
_JSON: Final = ("content-type", "application/json")


class Mock:
    """Responds to requests from the recordings. `ends` is as in `judge`; `chunk_delay` is in seconds between chunks;
    `pages` has what ends the pages of each paginated operation ("GET /x")."""

    def __init__(
        self,
        recordings: Sequence[Recording],
        document: Document,
        *,
        ends: Mapping[str, str] | None = None,
        seed: str = "0",
        chunk_delay: float = 0.0,
        pages: Mapping[str, PageEnd] | None = None,
        streams: Mapping[str, Stream] | None = None,
        log: Callable[[str], None] = lambda _: None,
    ) -> None:
        self._pages = pages or {}
        self._streams = streams or {}
        self._log = log
        self._document = document
        self._examiner = Examiner(document, ends or {})
        self._seed = seed
        self._chunk_delay = chunk_delay
        self._known = known_texts(recordings)
        self._recorded = [(self._key(item.request), item) for item in recordings]

    def respond(self, received: ReceivedRequest) -> ServedResponse:
        """The response to one request. Same request, same response. Logs method, path, status and origin."""
        response = shared(self._found(received), received)
        mark = next((value for name, value in response.headers if name == MARK), "")
        self._log(f"{received.method} {urlsplit(received.target).path} {response.status} {mark}")
        return response

    def _found(self, received: ReceivedRequest) -> ServedResponse:
        try:
            directives = read_directives(received.headers)
            request = request_of(received.method, received.target, received.headers, received.body)
        except ValueError as error:
            return self._error(400, str(error), urlsplit(received.target).path, None)
        met = self._examiner.operations.find(request.method, request.path)
        if met is None and (is_preflight(received) or received.method == "OPTIONS"):
            methods = self._examiner.operations.methods_at(request.path)
            if methods or is_preflight(received):
                return _marked(preflight(received, methods), "made")
        token = token_response(received) if met is None and self._gives_tokens else None
        if token is not None:
            return _marked(token, "made")
        response = self._response_to(request, met, directives)
        words = directives.error_event or "The mock server was asked to fail."
        event = error_event(words, request.path, **self._forms(met[0] if met else None))
        return with_directives(response, directives, error_event=event, chunk_delay=self._chunk_delay)

    @cached_property
    def _gives_tokens(self) -> bool:
        schemes = self._document.security_schemes.values()
        return any(flow.kind == "clientCredentials" for scheme in schemes for flow in scheme.flows)

    def _response_to(self, request: Request, met: Met, directives: Directives) -> ServedResponse:
        if met is None:
            return self._nowhere(request)
        operation, path = met
        if directives.status is not None:
            return self._directed(directives.status, request, operation)
        if directives.case is not None:
            found = self._named(directives.case, operation)
            return (
                _replayed(found) if found else self._error(400, f"no case {directives.case}", request.path, operation)
            )
        lacking = missing_credential(self._document, operation, request)
        if lacking:
            return self._error(401, lacking, request.path, operation)
        refused = [found for found in self._examiner.request(request, operation, path) if found.kind not in PASSING]
        if refused:
            status = 415 if refused[0].kind == "media-type" else 400
            return self._error(status, "; ".join(map(describe_violation, refused)), request.path, operation)
        key = self._key(request)
        found = next((item for known, item in self._recorded if known == key and item.response.status < 400), None)
        return _replayed(found) if found else self._made(request, operation, directives.seed or self._seed)

    def _key(self, request: Request) -> str:
        """The identity of a request, as a text: operation, parameters of path and query, and the meaning of the
        body. It also seeds generated responses, so it does not depend on the process."""
        met = self._examiner.operations.find(request.method, request.path)
        where = (met[0].label, sorted(met[1].items())) if met else (request.method, request.path)
        return repr((where, sorted(request.query.items()), _meaning_of_body(request)))

    def _named(self, case: str, operation: Operation) -> Recording | None:
        of_operation = [item for key, item in self._recorded if self._is_of(item, operation)]
        return next((item for item in of_operation if case in (item.case, item.name)), None)

    def _is_of(self, recording: Recording, operation: Operation) -> bool:
        met = self._examiner.operations.find(recording.request.method, recording.request.path)
        return met is not None and met[0].label == operation.label

    def _nowhere(self, request: Request) -> ServedResponse:
        others = self._examiner.operations.methods_at(request.path)
        if others:
            response = self._error(405, f"{request.method} is not allowed here", request.path, None)
            return replace(response, headers=(*response.headers, ("allow", ", ".join(others))))
        return self._error(404, f"there is no {request.path}", request.path, None)

    def _directed(self, status: int, request: Request, operation: Operation) -> ServedResponse:
        recorded = [item for _, item in self._recorded if item.response.status == status]
        recorded.sort(key=lambda item: not self._is_of(item, operation))
        if recorded:
            return _marked(_replayed(recorded[0]), "directed")
        response = self._error(status, "The mock server was asked to fail.", request.path, operation)
        return _marked(response, "directed")

    def _forms(self, operation: Operation | None) -> _Forms:
        recordings = [item for _, item in self._recorded]
        return {"recordings": recordings, "judge": self._examiner.values, "operation": operation}

    def _error(self, status: int, message: str, path: str, operation: Operation | None) -> ServedResponse:
        body = error_body(status, message, path, **self._forms(operation))
        return _marked(ServedResponse(status, (_JSON,), (json.dumps(body).encode(),)), "refused")

    def _made(self, request: Request, operation: Operation, seed: str) -> ServedResponse:
        success = _success_of(operation)
        status = int(success.status) if success is not None and success.status.isdecimal() else 200
        media = _media_type(request, success) if success is not None else None
        if media is None:
            return _marked(ServedResponse(status if status != 200 else 204), "made")
        media_type, end = media.name, self._examiner.ends.get(operation.label)
        try:
            if is_json(media.name) and operation.label in self._pages:
                chunks = self._page(media, f"{seed} {self._key(request)}", request, self._pages[operation.label])
            else:
                chunks = self._chunks(media, f"{seed} {self._key(request)}", end, request, operation)
        except CannotMake as error:
            message = f"the mock server cannot make a response from the schema at {error}"
            return self._error(501, message, request.path, operation)
        is_sent_in_chunks = is_stream(media_type)
        return _marked(ServedResponse(status, (("content-type", media_type),), chunks, is_sent_in_chunks), "made")

    def _page(self, media: MediaType, seed: str, request: Request, end: PageEnd) -> tuple[bytes, ...]:
        node, judge = media.schema or Schema(media.location), self._examiner.values
        value = make(node, judge, seed=seed, known=self._known)
        return (json.dumps(with_end(value, end, request, node, judge)).encode(),)

    def _chunks(
        self, media: MediaType, seed: str, end: str | None, request: Request, operation: Operation
    ) -> tuple[bytes, ...]:
        judge, anything = self._examiner.values, Schema(media.location)
        stream = self._streams.get(operation.label)
        body = request.body.value if isinstance(request.body, JsonBody) else None
        plain = partial(make_plain, judge=judge, known=self._known, request=body, wanted=names_in(stream))
        if is_stream(media.name):
            node = event_schema(media, judge.schemas) or anything
            values = spread(plain(node, seed=seed), stream, node, judge, at_end=included_by(body))
            last = [f"data: {end}\n\n".encode()] if end is not None else []
            return (*(b"data: " + json.dumps(value).encode() + b"\n\n" for value in values), *last)
        if is_json(media.name):
            return (json.dumps(plain(media.schema or anything, seed=seed)).encode(),)
        return (b"made by the mock server\n",)


@contextlib.contextmanager
def serving(mock: Mock, port: int = 0) -> Iterator[Loopback]:
    """The mock as a server on 127.0.0.1 until the block ends. Raises CouldNot if the port is in use."""
    with contextlib.ExitStack() as stack:
        try:
            server = stack.enter_context(loopback(mock.respond, port))
        except OSError as error:
            what = f"cannot listen on port {port}: {error.strerror}"
            raise CouldNot(what, remedy="Choose another port, or 0 for any free port.") from error
        yield server


class _Forms(TypedDict):
    recordings: Sequence[Recording]
    judge: ValueJudge
    operation: Operation | None


def _replayed(recording: Recording) -> ServedResponse:
    recorded = recording.response
    headers = tuple((name, value) for name, values in recorded.headers.items() for value in values)
    in_chunks = isinstance(recorded.body, StreamBody)
    response = ServedResponse(recorded.status, headers, chunks_of(recorded.body), in_chunks)
    return _marked(response, f"recorded {recording.name}")


def _marked(response: ServedResponse, mark: str) -> ServedResponse:
    headers = tuple(field for field in response.headers if field[0] != MARK)
    return replace(response, headers=(*headers, (MARK, mark)))


def _meaning_of_body(request: Request) -> str:
    body = request.body
    if body is None or body == JsonBody(None):
        return ""
    if isinstance(body, JsonBody) and not is_too_deep(body.value):
        return canonical_json(body.value)
    return repr(meaning(body_bytes(body), header(request.headers, "content-type")))


def _success_of(operation: Operation) -> Response | None:
    """The first success response, else the default one."""
    successes = [response for response in operation.responses if response.status[:1] == "2"]
    return next(iter(successes), next((each for each in operation.responses if each.status == "default"), None))


def _media_type(request: Request, response: Response) -> MediaType | None:
    """The media type to respond with: a stream if requested and in the spec, else JSON if any."""
    streams = [media for media in response.content if is_stream(media.name)]
    others = sorted(
        (media for media in response.content if not is_stream(media.name)), key=lambda m: not is_json(m.name)
    )
    body = request.body.value if isinstance(request.body, JsonBody) else None
    asks = isinstance(body, Mapping) and body.get("stream") is True
    if streams and (asks or not others or header(request.headers, "accept").startswith("text/event-stream")):
        return streams[0]
    return others[0] if others else None
