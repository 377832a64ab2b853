"""How a recorded request is called on the client, and what the call must lead to: what the replay needs of the spec."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import takewhile
from typing import Final

from nemogen.document import Files, Json, JsonObject
from nemogen.findings import Direction
from nemogen.recordings.bundled_tests.sse import Event, read_events
from nemogen.recordings.forms import form_parts, form_value, is_form
from nemogen.recordings.operations import Operation, Part
from nemogen.recordings.parameters import value_of
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
from nemogen.recordings.validate_exchange import Examiner, pieces_of
from nemogen.recordings.validator import Walk
from nemogen.recordings.violation import PASSING

INDEX: Final = "calls.json"
"""Name of the file that lists the calls, beside the recordings."""


@dataclass(frozen=True, slots=True)
class Call:
    """One recorded exchange as a call.

    `arguments` maps the API's names of parameters and form fields (not those of a JSON body) to values; `files` lists
    the files of a form: field, name, media type, base64. `headers` holds the fields that must be sent again, `base` is
    the path of the base URL. `outcome` is `value`, `stream`, `error` (the call raises) or
    `broken stream` (the iteration raises after the chunks that came); `end` is the data that ends the stream.
    """

    recording: str
    arguments: Mapping[str, Json]
    files: Sequence[tuple[str, str, str, str]]
    headers: Mapping[str, str]
    base: str
    outcome: str
    end: str | None


def plan_calls(
    recordings: Sequence[Recording], document: JsonObject, *, ends: Mapping[str, str] | None = None
) -> tuple[Call, ...]:
    """The calls of all recordings that the document has an operation for. `ends` is as in `judge`."""
    examiner = Examiner(document, ends or {})
    return tuple(call for recording in recordings for call in _call(recording, examiner))


def call_files(recordings: Sequence[Recording], calls: Sequence[Call], *, module: str, client: str) -> Files:
    """A folder for the replay: the recordings, and an index that says which package and class to call, and how."""
    index = {"module": module, "client": client, "calls": [asdict(call) for call in calls]}
    planned = {call.recording for call in calls}
    files = {f"{item.name}.json": write_recording(item) for item in recordings if item.name in planned}
    return {INDEX: json.dumps(index, indent=1, allow_nan=False).encode() + b"\n", **files}


def _call(recording: Recording, examiner: Examiner) -> Iterator[Call]:
    request = recording.request
    met = examiner.operations.find(request.method, request.path)
    if met is None:
        return
    operation, path = met
    walk = Walk(examiner.schemas, Direction.REQUEST)
    headers = {name: header(request.headers, name) for name in ("content-type",) if name in request.headers}
    arguments = {}
    for parameter in operation.parameters:
        name, texts = _texts(parameter, request, path)
        if texts is not None:
            arguments[name] = value_of(texts, parameter, examiner.schemas.at(parameter.under("schema").pointer), walk)
            headers |= {name.lower(): texts[0]} if parameter.value.get("in") == "header" else {}
    fields, files = _form(request, operation, walk)
    yield Call(
        recording.name,
        arguments | fields,
        files,
        headers,
        examiner.operations.base(request.path, operation),
        _outcome(recording.response, operation, examiner),
        examiner.ends.get(operation.name),
    )


def _form(
    request: Request, operation: Operation, walk: Walk
) -> tuple[dict[str, Json], tuple[tuple[str, str, str, str], ...]]:
    media_type = header(request.headers, "content-type")
    content = operation.body.content(media_type) if operation.body and is_form(media_type) else None
    if content is None:
        return {}, ()
    parts = form_parts(body_bytes(request.body), media_type)
    at = walk.schemas.at(content.under("schema").pointer)
    fields = form_value([part for part in parts if part.file is None], at, walk)
    files = [
        (part.name, part.file, part.media_type, base64.b64encode(part.content).decode())
        for part in parts
        if part.file is not None
    ]
    return dict(fields), tuple(files)


def _texts(parameter: Part, request: Request, path: Mapping[str, str]) -> tuple[str, tuple[str, ...] | None]:
    where, name = parameter.value.get("in"), str(parameter.value.get("name"))
    if where == "path":
        return name, (path[name],) if name in path else None
    if where == "header":
        return name, request.headers.get(name.lower())
    return name, request.query.get(name) if where == "query" else None


def _outcome(response: Response, operation: Operation, examiner: Examiner) -> str:
    if not 200 <= response.status < 300:
        return "error"
    media_type = header(response.headers, "content-type")
    if response.body is None:
        return "value"
    if is_stream(media_type) and not isinstance(response.body, JsonBody):
        end = examiner.ends.get(operation.name)
        events = takewhile(lambda event: event.data.strip() != end, read_events(pieces_of(response.body)))
        return "broken stream" if any(map(_is_broken, events)) else "stream"
    known = operation.response(response.status)
    if known is not None and known[1].value.get("content") and known[1].content(media_type) is None:
        return "error"
    if not is_json(media_type):
        return "value"
    is_answer = isinstance(response.body, JsonBody) and not _is_refused_error(response, operation, examiner)
    return "value" if is_answer else "error"


def _is_broken(event: Event) -> bool:
    """Whether an event is an error, or nothing that can be read."""
    try:
        value = json.loads(event.data)
    except (ValueError, RecursionError):
        return True
    return event.event == "error" or (isinstance(value, Mapping) and value.get("error") is not None)


def _is_refused_error(response: Response, operation: Operation, examiner: Examiner) -> bool:
    """Whether a body is `{"error": …}` under a status of success, and the document does not know it."""
    value = response.body.value if isinstance(response.body, JsonBody) else None
    if not isinstance(value, Mapping) or value.get("error") is None:
        return False
    _, found = examiner.response(response, operation)
    return any(violation.kind not in PASSING for violation in found)
