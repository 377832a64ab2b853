"""HAR 1.2 (HTTP Archive), as browsers and proxies write it: read into exchanges, and written from recordings."""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import accumulate
from typing import Final
from urllib.parse import urlencode

from nemogen.document import Json
from nemogen.errors import Location, Problem, RecordingError
from nemogen.pointer import join
from nemogen.recordings.exchange import (
    UNREADABLE,
    Exchange,
    Imported,
    decoded,
    reason,
    recordable,
    request_of,
    response_of,
    server_of,
)
from nemogen.recordings.reading import NAME
from nemogen.recordings.recording import (
    ORIGINS,
    BinaryBody,
    Body,
    Fields,
    Recording,
    Request,
    StreamBody,
    body_bytes,
    essence_of,
    header,
    is_json,
)
from nemogen.text_safety import in_json

_CHUNKS: Final = "_chunks"
"""Our own field of a response: the length in bytes of each chunk of its stream."""
_KEPT: Final = "_recording"
"""Our own field of an entry: what HAR has no field for."""
_RULES: Final = {
    "case": NAME.pattern,
    "origin": "|".join(ORIGINS),
    "source": "[^\n]*",
    "note": "(?s:.*)",
    "spec_sha256": "[0-9a-f]{64}",
}
"""The members of it, and what each must match."""


def is_har(content: bytes) -> bool:
    """Whether a file is a HAR file: an object with a `log`, as no other format of exchanges has it."""
    try:
        value = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict) and "log" in value


def read_har(content: bytes, file: str) -> Imported:
    """The exchanges of a HAR file; entries without a response, or unreadable ones, are listed in `skipped`.

    Raises RecordingError if the file is not a HAR file.
    """
    try:
        entries = json.loads(content.decode("utf-8-sig"))["log"]["entries"]
        pairs = list(enumerate(entries))
    except json.JSONDecodeError as error:
        where = Location(file, line=error.lineno, column=error.colno)
        what = f"the HAR file is not valid JSON: {error.msg}"
        raise RecordingError(what, where=where, remedy="Export it again.") from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        what = "the file is not a HAR 1.2 file"
        raise RecordingError(what, where=Location(file), remedy="Export it again.") from error
    exchanges, skipped = [], []
    for at, entry in pairs:
        try:
            exchanges.append(recordable(_exchange(entry)))
        except UNREADABLE as error:
            what = f"an entry was skipped: {reason(error)}"
            skipped.append(Problem(what, Location(file, join("/log/entries", at))))
    return Imported(tuple(exchanges), tuple(skipped))


def write_har(recordings: Sequence[Recording], *, server: str) -> bytes:
    """The recordings as a HAR file; `server` is scheme and host of its URLs. Same recordings, same bytes."""
    log = {
        "version": "1.2",
        "creator": {"name": "nemogen", "version": "1"},
        "entries": [_entry(recording, server.rstrip("/")) for recording in recordings],
    }
    return in_json(json.dumps({"log": log}, indent=2, ensure_ascii=True)).encode() + b"\n"


def _exchange(entry: Mapping[str, Json]) -> Exchange:
    sent, got = entry["request"], entry["response"]
    status = int(got["status"])
    if not 100 <= status <= 599:
        raise ValueError("it has no response")
    content = got.get("content") or {}
    headers = _typed(_pairs(got.get("headers")), content)
    if "text" not in content and (content.get("size") or 0) > 0:
        raise ValueError("its body is missing from the file")
    body = _unpacked(_content(content), headers)
    response = response_of(status, headers, body, _cut(body, got.get(_CHUNKS)))
    return Exchange(_request(sent), response, _day(str(entry.get("startedDateTime"))), _kept(entry))


def _unpacked(body: bytes, headers: Sequence[tuple[str, str]]) -> bytes:
    """The body without its content coding. HAR requires that none is left, but not every tool follows that."""
    codings = [value for name, value in headers if name.lower() == "content-encoding"]
    media_type = next((essence_of(value) for name, value in headers if name.lower() == "content-type"), "")
    try:
        return decoded(body, ", ".join(codings))
    except ValueError:
        if media_type.startswith("text/") or is_json(media_type):
            raise
        return body


def _kept(entry: Mapping[str, Json]) -> dict[str, str]:
    given = entry.get(_KEPT)
    if not isinstance(given, dict):
        return {"source": server_of(entry["request"]["url"])}
    return {
        name: value
        for name, value in given.items()
        if isinstance(value, str) and name in _RULES and re.fullmatch(_RULES[name], value)
    }


def _request(sent: Mapping[str, Json]) -> Request:
    posted = sent.get("postData") or {}
    headers = _typed(_pairs(sent.get("headers")), posted)
    body = _content(posted)
    if not body and posted.get("params"):
        if essence_of(str(posted.get("mimeType"))) == "multipart/form-data":
            raise ValueError("the form that was sent is missing from the file")
        body = urlencode([(field["name"], field.get("value", "")) for field in posted["params"]]).encode()
    return request_of(sent["method"], sent["url"], headers, body)


def _content(content: Mapping[str, Json]) -> bytes:
    text = content.get("text") or ""
    if content.get("encoding") == "base64":
        try:
            return base64.b64decode(text, validate=True)
        except binascii.Error as error:
            raise ValueError("its body is not valid base64") from error
    return str(text).encode()


def _pairs(fields: Sequence[Mapping[str, Json]] | None) -> list[tuple[str, str]]:
    return [(str(field["name"]), str(field.get("value", ""))) for field in fields or ()]


def _typed(headers: list[tuple[str, str]], content: Mapping[str, Json]) -> list[tuple[str, str]]:
    """The headers, with a content type if only the body declares one."""
    has_type = any(name.lower() == "content-type" for name, _ in headers)
    return (
        headers if has_type or not content.get("mimeType") else [*headers, ("content-type", str(content["mimeType"]))]
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _cut(body: bytes, lengths: Json) -> tuple[bytes, ...] | None:
    if not isinstance(lengths, list) or sum(lengths) != len(body):
        return None
    ends = list(accumulate(lengths))
    return tuple(body[end - length : end] for end, length in zip(ends, lengths, strict=True))


def _entry(recording: Recording, server: str) -> dict[str, Json]:
    request, response = recording.request, recording.response
    query = [(name, value) for name, values in request.query.items() for value in values]
    url = server + request.path + (f"?{urlencode(query)}" if query else "")
    day = (recording.recorded or date(1970, 1, 1)).isoformat()
    sent: dict[str, Json] = {
        "method": request.method,
        "url": url,
        "queryString": [{"name": name, "value": value} for name, value in query],
        **_message(request.headers, request.body),
    }
    if request.body is not None:
        sent["postData"] = {"mimeType": header(request.headers, "content-type"), **_text(request.body)}
    size = len(body_bytes(response.body))
    got: dict[str, Json] = {
        "status": response.status,
        "statusText": "",
        "redirectURL": header(response.headers, "location"),
        "content": {"size": size, "mimeType": header(response.headers, "content-type"), **_text(response.body)},
        **_message(response.headers, response.body),
    }
    if isinstance(response.body, StreamBody):
        got[_CHUNKS] = [len(chunk) for chunk in response.body.chunks]
    timings = {"send": 0, "wait": 0, "receive": 0}
    started = {"startedDateTime": f"{day}T00:00:00.000Z", "time": 0}
    kept = {name: text for name in _RULES if (text := getattr(recording, name))}
    about = {"comment": recording.name, _KEPT: kept}
    return {**started, "request": sent, "response": got, "cache": {}, "timings": timings, **about}


def _message(headers: Fields, body: Body | None) -> dict[str, Json]:
    pairs = [{"name": name, "value": value} for name, values in headers.items() for value in values]
    size = len(body_bytes(body))
    return {"httpVersion": "HTTP/1.1", "cookies": [], "headers": pairs, "headersSize": -1, "bodySize": size}


def _text(body: Body | None) -> dict[str, Json]:
    content = body_bytes(body)
    if isinstance(body, BinaryBody):
        return {"text": base64.b64encode(content).decode(), "encoding": "base64"}
    try:
        return {"text": content.decode("utf-8")}
    except UnicodeDecodeError:
        return {"text": base64.b64encode(content).decode(), "encoding": "base64"}
