"""A mock server on loopback that answers as the recordings do, and as the spec allows where they are silent.

Headers of a request tell it to fail (see `mock_directives`). Every answer says in `x-mock-answer` where it comes from:
`recorded NAME`, `made` (from the schema), `refused`, or `ordered`.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, TypeAlias, TypedDict
from urllib.parse import urlsplit

from nemogen.document import JsonObject
from nemogen.errors import CouldNot
from nemogen.recordings.bundled_tests.body_equality import meaning
from nemogen.recordings.bundled_tests.loopback import Answer, Asked, Loopback, loopback
from nemogen.recordings.error_responses import error_body, error_event
from nemogen.recordings.exchange import request_of
from nemogen.recordings.fake_values import CannotMake, make
from nemogen.recordings.judge import tell
from nemogen.recordings.known_texts import known_texts
from nemogen.recordings.mock_directives import Orders, obeyed, read_orders
from nemogen.recordings.operations import METHODS, Operation, Part
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
from nemogen.recordings.schema_resolver import Schemas
from nemogen.recordings.security import missing_credential
from nemogen.recordings.validate_exchange import Examiner, pieces_of
from nemogen.recordings.values import identity
from nemogen.recordings.violation import PASSING

Met: TypeAlias = tuple[Operation, Mapping[str, str]] | None
MARK: Final = "x-mock-answer"
_JSON: Final = ("content-type", "application/json")
_CHUNKS: Final = 3


class Mock:
    """Answers requests as the recordings do. `ends` is as in `judge`; `pace` are seconds between a stream's pieces."""

    def __init__(
        self,
        recordings: Sequence[Recording],
        document: JsonObject,
        *,
        ends: Mapping[str, str] | None = None,
        seed: str = "0",
        pace: float = 0.0,
    ) -> None:
        self._document = document
        self._examiner = Examiner(document, ends or {})
        self._seed = seed
        self._pace = pace
        self._known = known_texts(recordings)
        self._recorded = [(self._key(item.request), item) for item in recordings]

    def respond(self, asked: Asked) -> Answer:
        """The answer to one request. Same request, same answer."""
        try:
            orders = read_orders(asked.headers)
            request = request_of(asked.method, asked.target, asked.headers, asked.body)
        except ValueError as error:
            return self._error(400, str(error), urlsplit(asked.target).path, None)
        met = self._examiner.operations.find(request.method, request.path)
        answer = self._answer(request, met, orders)
        words = orders.error_event or "The mock server was told to fail."
        event = error_event(words, request.path, **self._forms(met[0] if met else None))
        return obeyed(answer, orders, error_event=event, pace=self._pace)

    def _answer(self, request: Request, met: Met, orders: Orders) -> Answer:
        if met is None:
            return self._nowhere(request)
        operation, path = met
        if orders.status is not None:
            return self._ordered(orders.status, request, operation)
        if orders.case is not None:
            found = self._named(orders.case, operation)
            return _replayed(found) if found else self._error(400, f"no case {orders.case}", request.path, operation)
        lacking = missing_credential(self._document, operation, request)
        if lacking:
            return self._error(401, lacking, request.path, operation)
        refused = [found for found in self._examiner.request(request, operation, path) if found.kind not in PASSING]
        if refused:
            status = 415 if refused[0].kind == "media-type" else 400
            return self._error(status, "; ".join(map(tell, refused)), request.path, operation)
        key = self._key(request)
        found = next((item for known, item in self._recorded if known == key and item.response.status < 400), None)
        return _replayed(found) if found else self._made(request, operation, orders.seed or self._seed)

    def _key(self, request: Request) -> Hashable:
        """What makes two requests one: operation, parameters of path and query, and the meaning of the body."""
        met = self._examiner.operations.find(request.method, request.path)
        where = (met[0].name, tuple(sorted(met[1].items()))) if met else (request.method, request.path)
        body = request.body
        sent = body.value if isinstance(body, JsonBody) else None
        if body is not None and not isinstance(body, JsonBody):
            sent = repr(meaning(body_bytes(body), header(request.headers, "content-type")))
        return where, tuple(sorted(request.query.items())), identity(sent)

    def _named(self, case: str, operation: Operation) -> Recording | None:
        of_operation = [item for key, item in self._recorded if self._is_of(item, operation)]
        return next((item for item in of_operation if case in (item.case, item.name)), None)

    def _is_of(self, recording: Recording, operation: Operation) -> bool:
        met = self._examiner.operations.find(recording.request.method, recording.request.path)
        return met is not None and met[0].name == operation.name

    def _nowhere(self, request: Request) -> Answer:
        find = self._examiner.operations.find
        others = [method.upper() for method in METHODS if find(method, request.path)]
        if others:
            answer = self._error(405, f"{request.method} is not allowed here", request.path, None)
            return replace(answer, headers=(*answer.headers, ("allow", ", ".join(others))))
        return self._error(404, f"there is no {request.path}", request.path, None)

    def _ordered(self, status: int, request: Request, operation: Operation) -> Answer:
        recorded = [item for _, item in self._recorded if item.response.status == status]
        recorded.sort(key=lambda item: not self._is_of(item, operation))
        if recorded:
            return _marked(_replayed(recorded[0]), "ordered")
        answer = self._error(status, "The mock server was told to fail.", request.path, operation)
        return _marked(answer, "ordered")

    def _forms(self, operation: Operation | None) -> _Forms:
        recordings = [item for _, item in self._recorded]
        return {"recordings": recordings, "schemas": self._examiner.schemas, "operation": operation}

    def _error(self, status: int, message: str, path: str, operation: Operation | None) -> Answer:
        body = error_body(status, message, path, **self._forms(operation))
        return _marked(Answer(status, (_JSON,), (json.dumps(body).encode(),)), "refused")

    def _made(self, request: Request, operation: Operation, seed: str) -> Answer:
        success = next((key for key in operation.responses if key[:1] == "2"), "default")
        part = operation.responses.get(success)
        status = int(success) if success.isdecimal() else 200
        media_type = _media_type(request, part) if part else ""
        if part is None or not media_type:
            return _marked(Answer(status if status != 200 else 204), "made")
        content = part.under("content", media_type)
        try:
            pieces = self._pieces(
                content, media_type, f"{seed} {self._key(request)!r}", self._examiner.ends.get(operation.name)
            )
        except CannotMake as error:
            message = f"the mock server cannot make an answer from the schema at {error}"
            return self._error(501, message, request.path, operation)
        is_sent_in_pieces = is_stream(media_type)
        return _marked(Answer(status, (("content-type", media_type),), pieces, is_sent_in_pieces), "made")

    def _pieces(self, content: Part, media_type: str, seed: str, end: str | None) -> tuple[bytes, ...]:
        schemas = self._examiner.schemas
        at = schemas.at(content.under("schema").pointer)
        if is_stream(media_type):
            values = [make(at, schemas, seed=f"{seed} {number}", known=self._known) for number in range(_CHUNKS)]
            last = [f"data: {end}\n\n".encode()] if end is not None else []
            return (*(b"data: " + json.dumps(value).encode() + b"\n\n" for value in values), *last)
        if is_json(media_type):
            return (json.dumps(make(at, schemas, seed=seed, known=self._known)).encode(),)
        return (b"made by the mock server\n",)


@contextlib.contextmanager
def serving(mock: Mock, port: int = 0) -> Iterator[Loopback]:
    """The mock as a server on 127.0.0.1 until the block ends. Raises CouldNot where the port cannot be had."""
    with contextlib.ExitStack() as stack:
        try:
            server = stack.enter_context(loopback(mock.respond, port))
        except OSError as error:
            what = f"port {port} cannot be had: {error.strerror}"
            raise CouldNot(what, remedy="Choose another port, or 0 for any that is free.") from error
        yield server


class _Forms(TypedDict):
    recordings: Sequence[Recording]
    schemas: Schemas
    operation: Operation | None


def _replayed(recording: Recording) -> Answer:
    response = recording.response
    headers = tuple((name, value) for name, values in response.headers.items() for value in values)
    is_sent_in_pieces = isinstance(response.body, StreamBody)
    answer = Answer(response.status, headers, pieces_of(response.body), is_sent_in_pieces)
    return _marked(answer, f"recorded {recording.name}")


def _marked(answer: Answer, mark: str) -> Answer:
    headers = tuple(field for field in answer.headers if field[0] != MARK)
    return replace(answer, headers=(*headers, (MARK, mark)))


def _media_type(request: Request, response: Part) -> str:
    """The media type to answer with: a stream where the request asks for one and the spec has one, else JSON if any."""
    given = response.value.get("content")
    known = [str(name) for name in given] if isinstance(given, Mapping) else []
    streams = [name for name in known if is_stream(name)]
    others = sorted((name for name in known if name not in streams), key=lambda name: not is_json(name))
    body = request.body.value if isinstance(request.body, JsonBody) else None
    asks = isinstance(body, Mapping) and body.get("stream") is True
    if streams and (asks or not others or header(request.headers, "accept").startswith("text/event-stream")):
        return streams[0]
    return others[0] if others else ""
