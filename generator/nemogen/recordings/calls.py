"""Turns each recorded request into a call on the client with its expected outcome, as the replay needs it."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, field
from itertools import takewhile
from typing import Final

from nemogen.document import Files, Json
from nemogen.light_dataclasses import dataclass
from nemogen.openapi.document import Document, Operation, Parameter
from nemogen.openapi.schema import Schema
from nemogen.recordings.bundled_tests.sse import Event, read_events
from nemogen.recordings.forms import form_parts, form_value, is_form
from nemogen.recordings.operations import media_type_for, response_for, sent_parameters
from nemogen.recordings.parameters import undeclared_query, value_of
from nemogen.recordings.recording import (
    JsonBody,
    Recording,
    Request,
    Response,
    body_bytes,
    header,
    is_json,
    is_stream,
    write_recording,
)
from nemogen.recordings.schemas import Schemas
from nemogen.recordings.validate_exchange import Examiner, chunks_of
from nemogen.recordings.violation import PASSING
from nemogen.text_safety import in_json

INDEX: Final = "calls.json"
"""Name of the file that lists the calls, in the folder of the recordings."""


@dataclass(frozen=True, slots=True)
class Call:
    """One recorded exchange as a client call.

    `arguments` maps the API's names of parameters and form fields (not those of a JSON body) to values; `files` lists
    the files of a form: field, name, media type, base64. `headers` holds the fields that must be sent again, `base` is
    the path of the base URL. `outcome` is `value`, `stream`, `error` (the call raises) or
    `broken stream` (the iteration raises after the chunks that came); `end` is the data that ends the stream.
    `query` has the query parameters that the operation does not declare, which are sent besides its arguments.
    """

    recording: str
    operation: str
    arguments: Mapping[str, Json]
    files: Sequence[tuple[str, str, str, str]]
    headers: Mapping[str, str]
    base: str
    outcome: str
    end: str | None
    query: Mapping[str, Sequence[str]] = field(default_factory=dict)


def plan_calls(
    recordings: Sequence[Recording], document: Document, *, ends: Mapping[str, str] | None = None
) -> tuple[Call, ...]:
    """The calls of all recordings whose operation is in the document. `ends` is as in `judge`."""
    examiner = Examiner(document, ends or {})
    return tuple(call for recording in recordings for call in _call(recording, examiner))


def call_files(
    recordings: Sequence[Recording],
    calls: Sequence[Call],
    *,
    module: str,
    client: str,
    functions: Mapping[str, str] | None = None,
) -> Files:
    """A folder for the replay: the recordings, and an index of the package and class to call, and how.

    `functions` has the module of each recording's operation, for a client whose operations are functions.
    """
    index: dict[str, object] = {"module": module, "client": client, "calls": [_entry(call) for call in calls]}
    index |= {"functions": dict(functions)} if functions is not None else {}
    planned = {call.recording for call in calls}
    files = {f"{item.name}.json": write_recording(item) for item in recordings if item.name in planned}
    return {INDEX: in_json(json.dumps(index, indent=1, allow_nan=False)).encode() + b"\n", **files}


def _entry(call: Call) -> dict[str, object]:
    found = asdict(call)
    if not call.query:
        del found["query"]
    return found


def _call(recording: Recording, examiner: Examiner) -> Iterator[Call]:
    request = recording.request
    met = examiner.operations.find(request.method, request.path)
    if met is None:
        return
    operation, path = met
    headers = {name: header(request.headers, name) for name in ("content-type",) if name in request.headers}
    arguments = {}
    for parameter in sent_parameters(operation):
        name, texts = parameter.name, _texts(parameter, request, path)
        if texts is not None:
            arguments[name] = value_of(texts, parameter, examiner.schemas)
            headers |= {name.lower(): texts[0]} if parameter.location_in == "header" else {}
    fields, files = _form(request, operation, examiner.schemas)
    yield Call(
        recording.name,
        recording.operation,
        arguments | fields,
        files,
        headers,
        examiner.operations.base(request.path, operation),
        _outcome(recording.response, operation, examiner),
        examiner.ends.get(operation.label),
        _undeclared_query(request, operation, examiner),
    )


def _undeclared_query(request: Request, operation: Operation, examiner: Examiner) -> dict[str, Sequence[str]]:
    """The undeclared query parameters of a request, without credentials, which the client sends itself."""
    schemes = examiner.spec.security_schemes.values()
    keys = {each.parameter for each in schemes if each.kind == "apiKey" and each.location_in == "query"}
    names = undeclared_query(operation, request.query, examiner.schemas)
    return {name: request.query[name] for name in names if name not in keys}


def _form(
    request: Request, operation: Operation, schemas: Schemas
) -> tuple[dict[str, Json], tuple[tuple[str, str, str, str], ...]]:
    media_type = header(request.headers, "content-type")
    media = media_type_for(operation.body.content, media_type) if operation.body and is_form(media_type) else None
    if media is None:
        return {}, ()
    parts = form_parts(body_bytes(request.body), media_type)
    plain = [part for part in parts if part.file is None]
    fields = form_value(plain, media.schema or Schema(media.location), schemas)
    files = [
        (part.name, part.file, part.media_type, base64.b64encode(part.content).decode())
        for part in parts
        if part.file is not None
    ]
    return dict(fields), tuple(files)


def _texts(parameter: Parameter, request: Request, path: Mapping[str, str]) -> tuple[str, ...] | None:
    name = parameter.name
    match parameter.location_in:
        case "path":
            return (path[name],) if name in path else None
        case "header":
            return request.headers.get(name.lower())
        case "query":
            return request.query.get(name)
    return None


def _outcome(response: Response, operation: Operation, examiner: Examiner) -> str:
    if not 200 <= response.status < 300:
        return "error"
    media_type = header(response.headers, "content-type")
    if response.body is None:
        return "value"
    if is_stream(media_type) and not isinstance(response.body, JsonBody):
        end = examiner.ends.get(operation.label)
        events = takewhile(lambda event: event.data.strip() != end, read_events(chunks_of(response.body)))
        return "broken stream" if any(map(_is_broken, events)) else "stream"
    known = response_for(operation, response.status)
    if known is not None and known.content and media_type_for(known.content, media_type) is None:
        return "error"
    if not is_json(media_type):
        return "value"
    is_answer = isinstance(response.body, JsonBody) and not _is_refused_error(response, operation, examiner)
    return "value" if is_answer else "error"


def _is_broken(event: Event) -> bool:
    """Whether an event is an error or cannot be decoded."""
    try:
        value = json.loads(event.data)
    except (ValueError, RecursionError):
        return True
    return event.event == "error" or (isinstance(value, Mapping) and value.get("error") is not None)


def _is_refused_error(response: Response, operation: Operation, examiner: Examiner) -> bool:
    """Whether a body is `{"error": …}` under a success status and the document does not define it."""
    value = response.body.value if isinstance(response.body, JsonBody) else None
    if not isinstance(value, Mapping) or value.get("error") is None:
        return False
    _, found = examiner.response(response, operation)
    return any(violation.kind not in PASSING for violation in found)
