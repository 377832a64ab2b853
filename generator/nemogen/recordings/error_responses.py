"""Builds errors in the API's own error format."""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from nemogen.document import Json
from nemogen.openapi.document import Operation
from nemogen.recordings.bundled_tests.sse import read_events
from nemogen.recordings.fake_values import CannotMake, make
from nemogen.recordings.judge_value import ValueJudge
from nemogen.recordings.operations import media_type_for, response_for
from nemogen.recordings.recording import JsonBody, Recording, StreamBody

_WORDS: Final = re.compile(r"(?i)message|detail|error_?description|title|msg|description|reason|error")
_STATUS: Final = re.compile(r"(?i)status_?code|status|code")


def error_body(
    status: int,
    message: str,
    path: str,
    *,
    recordings: Sequence[Recording],
    judge: ValueJudge,
    operation: Operation | None,
) -> Json:
    """The JSON body of an error.

    Its format is that of a recorded error (of the same status, else of any), else of a documented one. If there is
    neither, `{"error": {"message", "code"}}`. Message, status and path are put in where the form has them.
    """
    recorded = [item.response for item in recordings if item.response.status >= 400]
    recorded.sort(key=lambda response: (response.status != status, response.status))
    form = next((response.body.value for response in recorded if isinstance(response.body, JsonBody)), None)
    if form is None and operation is not None:
        form = _documented(status, operation, judge)
    if not isinstance(form, Mapping):
        form = {"error": {"message": "", "code": status}}
    return _filled(form, status, message, path)


def error_event(
    message: str, path: str, *, recordings: Sequence[Recording], judge: ValueJudge, operation: Operation | None
) -> bytes:
    """The event that ends a stream with an error: in the format of a recorded one, else `{"error": …}` around that of
    other errors, which is what clients of streams look for."""
    recorded = next(filter(None, map(_error_in, recordings)), None)
    name, form = recorded or ("error", None)
    if form is None:
        form = error_body(500, message, path, recordings=recordings, judge=judge, operation=operation)
        form = form if "error" in form else {"error": form}
    kind = f"event: {name}\n" if name else ""
    return f"{kind}data: {json.dumps(_filled(form, 500, message, path))}\n\n".encode()


def _error_in(recording: Recording) -> tuple[str, Json] | None:
    """Name and value of the first error event of a recorded stream."""
    body = recording.response.body
    for event in read_events(body.chunks) if isinstance(body, StreamBody) else ():
        with contextlib.suppress(ValueError, RecursionError):
            value = json.loads(event.data)
            if isinstance(value, Mapping) and (event.event == "error" or value.get("error") is not None):
                return event.event, value
    return None


def _documented(status: int, operation: Operation, judge: ValueJudge) -> Json:
    known = response_for(operation, status)
    media = media_type_for(known.content, "application/json") if known else None
    if media is None or media.schema is None:
        return None
    try:
        return make(media.schema, judge, seed="error")
    except CannotMake:
        return None


def _filled(value: Json, status: int, message: str, path: str, name: str = "") -> Any:
    if isinstance(value, Mapping):
        return {key: _filled(item, status, message, path, key) for key, item in value.items()}
    if isinstance(value, list):
        return [_filled(item, status, message, path, name) for item in value]
    if isinstance(value, str) and _STATUS.fullmatch(name) and value.isdecimal():
        return str(status)
    if isinstance(value, str) and _WORDS.fullmatch(name):
        return message
    if isinstance(value, str) and name == "path":
        return path
    return status if isinstance(value, int) and not isinstance(value, bool) and _STATUS.fullmatch(name) else value
