"""HAR 1.2 (HTTP Archive), as browsers and proxies write it: read into exchanges, and written from recordings."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import accumulate
from urllib.parse import urlencode

from generator.contract.imported import Exchange, Imported, decoded, request_of, response_of
from generator.contract.recording import BinaryBody, Body, Fields, Recording, Request, StreamBody, body_bytes, header
from generator.errors import Place, Problem, RecordingError
from generator.ir import Json
from generator.pointer import join

_PIECES = "_pieces"
"""Our own field of a response: the length in bytes of each piece of its stream."""


def is_har(content: bytes) -> bool:
    """Whether a file is a HAR file: an object with a `log`, as no other format of exchanges has it."""
    try:
        value = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict) and "log" in value


def read_har(content: bytes, file: str) -> Imported:
    """The exchanges of a HAR file; entries without an answer, or that cannot be read, are told in `skipped`.

    Raises RecordingError where the file is no HAR at all.
    """
    try:
        entries = json.loads(content.decode("utf-8-sig"))["log"]["entries"]
        pairs = list(enumerate(entries))
    except json.JSONDecodeError as error:
        where = Place(file, line=error.lineno, column=error.colno)
        raise RecordingError(f"the HAR file is no JSON: {error.msg}", where=where, remedy="Export it again.") from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise RecordingError("the file is no HAR 1.2", where=Place(file), remedy="Export it again.") from error
    exchanges, skipped = [], []
    for at, entry in pairs:
        try:
            exchanges.append(_exchange(entry))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            what = f"an entry is left out: {type(error).__name__} {error}"
            skipped.append(Problem(what, Place(file, join("/log/entries", at))))
    return Imported(tuple(exchanges), tuple(skipped))


def write_har(recordings: Sequence[Recording], *, server: str) -> bytes:
    """The recordings as a HAR file; `server` is scheme and host of its URLs. Same recordings, same bytes."""
    log = {
        "version": "1.2",
        "creator": {"name": "nemogen", "version": "1"},
        "entries": [_entry(recording, server.rstrip("/")) for recording in recordings],
    }
    return json.dumps({"log": log}, indent=2, ensure_ascii=True).encode() + b"\n"


def _exchange(entry: Mapping[str, Json]) -> Exchange:
    sent, got = entry["request"], entry["response"]
    status = int(got["status"])
    if not 100 <= status <= 599:
        raise ValueError("there is no answer")
    headers = _pairs(got["headers"])
    content = got.get("content", {})
    coding = next((value for name, value in headers if name.lower() == "content-encoding"), "")
    body = decoded(_content(content), coding)
    if not any(name.lower() == "content-type" for name, _ in headers) and content.get("mimeType"):
        headers.append(("content-type", content["mimeType"]))
    response = response_of(status, headers, body, _cut(body, got.get(_PIECES)))
    return Exchange(_request(sent), response, _day(entry.get("startedDateTime", "")))


def _request(sent: Mapping[str, Json]) -> Request:
    posted = sent.get("postData") or {}
    headers = _pairs(sent["headers"])
    body = _content(posted)
    if not body and posted.get("params"):
        body = urlencode([(field["name"], field.get("value", "")) for field in posted["params"]]).encode()
    if posted.get("mimeType") and not any(name.lower() == "content-type" for name, _ in headers):
        headers.append(("content-type", posted["mimeType"]))
    return request_of(sent["method"], sent["url"], headers, body)


def _content(content: Mapping[str, Json]) -> bytes:
    text = content.get("text") or ""
    if content.get("encoding") == "base64":
        try:
            return base64.b64decode(text, validate=True)
        except binascii.Error as error:
            raise ValueError("its body is no base64") from error
    return str(text).encode("utf-8", "replace")


def _pairs(fields: Sequence[Mapping[str, Json]]) -> list[tuple[str, str]]:
    return [(str(field["name"]), str(field["value"])) for field in fields]


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
        got[_PIECES] = [len(piece) for piece in response.body.pieces]
    timings = {"send": 0, "wait": 0, "receive": 0}
    started = {"startedDateTime": f"{day}T00:00:00.000Z", "time": 0}
    return {**started, "request": sent, "response": got, "cache": {}, "timings": timings, "comment": recording.name}


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
