"""Reads the error message of an API, in any common format."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from .json_value import Json, JsonObject

LONGEST_MESSAGE = 1000
_DEPTH = 6
_TEXT_KEYS = ("message", "detail", "error_description", "title", "msg", "description", "reason")
_NESTED_KEYS = ("error", "errors", "detail", "details", "message", "metadata", "raw", "body", "response")
_REQUEST_ID_KEYS = ("requestId", "request_id")
_STATUS_KEYS = ("statusCode", "status_code", "status", "code")


@dataclass(frozen=True, slots=True)
class Problem:
    """An error as the API reports it: message, code, HTTP status and request id."""

    message: str | None = None
    code: str | None = None
    status: int | None = None
    request_id: str | None = None


NO_PROBLEM = Problem()


def parse_json(body: bytes | str) -> Json:
    """The parsed JSON, or None if it is not valid."""
    try:
        found: Json = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return found


def read_problem(body: Json) -> Problem:
    """The problem that an error body (parsed JSON or text) describes."""
    objects = list(_objects(body, _DEPTH))
    message = next((text for text in map(_text, reversed(objects)) if text), None)
    if message is None and isinstance(body, str):
        message = body
    code = next((str(found["code"]) for found in objects if _is_code(found.get("code"))), None)
    status = next((number for number in map(_status, objects) if number), None)
    ids = (found.get(key) for found in objects for key in _REQUEST_ID_KEYS)
    request_id = next((each for each in ids if isinstance(each, str) and each), None)
    return Problem(message and message[:LONGEST_MESSAGE], code, status, request_id)


def error_in(body: Json) -> Problem | None:
    """The problem in the JSON of a 2xx response; None if there is none.

    An object is an error when its property `error` holds something, or when it is nothing but a message with the
    status of an error (`message` and `statusCode`).
    """
    if not isinstance(body, dict):
        return None
    if body.get("error") not in (None, "", {}, [], False):
        return read_problem(body)
    if isinstance(body.get("message"), (str, list, dict)) and (_number(body.get("statusCode")) or 0) >= 400:
        return read_problem(body)
    return None


def _objects(value: Json, depth: int) -> Iterator[JsonObject]:
    """The objects of an error body, outermost first; a text that is JSON (a provider's response, passed on) counts."""
    if depth == 0:
        return
    if isinstance(value, str) and value.lstrip()[:1] in ("{", "["):
        value = parse_json(value)
    if isinstance(value, list):
        for entry in value[:1]:
            yield from _objects(entry, depth)
    elif isinstance(value, dict):
        yield value
        for key in _NESTED_KEYS:
            yield from _objects(value.get(key), depth - 1)


def _text(found: JsonObject) -> str | None:
    for key in (*_TEXT_KEYS, "error"):
        value = found.get(key)
        if isinstance(value, str) and value.strip() and value.lstrip()[0] not in "{[":
            return value.strip()
        texts = [entry for entry in value if isinstance(entry, str)] if isinstance(value, list) else []
        if texts and texts == value:
            return "; ".join(texts)
    return None


def _is_code(value: object) -> bool:
    return isinstance(value, (str, int)) and not isinstance(value, bool) and value != ""


def _status(found: JsonObject) -> int | None:
    return next((number for number in (_number(found.get(key)) for key in _STATUS_KEYS) if number), None)


def _number(value: object) -> int | None:
    """An HTTP status of an error, as a number or as a text of digits."""
    if isinstance(value, str) and value.isdecimal() and len(value) == 3:
        value = int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) and 400 <= value <= 599 else None
