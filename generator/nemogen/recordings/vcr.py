"""VCR cassettes, as vcrpy, Ruby's VCR and Schemathesis write them, in YAML or JSON: read into exchanges.

Where the tools differ: vcrpy has `interactions`, `uri` and `body.string`, and for httpx it once had `status_code` and
`content`; Ruby's VCR has `http_interactions` and `body.base64_string` next to `body.string`; Schemathesis has
`body.base64` and lists of values in headers; go-vcr has `code` next to a `status` in words; PHP-VCR has a list.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Mapping
from datetime import date
from email.utils import parsedate_to_datetime
from typing import Any

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


def read_cassette(content: bytes, file: str) -> Imported:
    """The exchanges of a cassette; those that cannot be read are listed in `skipped`.

    Raises RecordingError if the file is not a cassette.
    """
    value = _parsed(content, file)
    keys = (name for name in ("http_interactions", "interactions") if isinstance(value, dict) and name in value)
    key = next(keys, "")
    entries = value[key] if key else value
    if not isinstance(entries, list) or not all(isinstance(entry, dict) and "request" in entry for entry in entries):
        what = "the file is not a VCR cassette: it has no interactions"
        raise RecordingError(what, where=Location(file), remedy="Pass a cassette of vcrpy or VCR, or a HAR file.")
    exchanges, skipped = [], []
    for at, entry in enumerate(entries):
        try:
            exchanges.append(recordable(_exchange(entry)))
        except UNREADABLE as error:
            what = f"an interaction was skipped: {reason(error)}"
            skipped.append(Problem(what, Location(file, join("", *filter(None, [key]), at))))
    return Imported(tuple(exchanges), tuple(skipped))


def _parsed(content: bytes, file: str) -> Json:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RecordingError(
            "the cassette is not valid UTF-8", where=Location(file), remedy="Save it as UTF-8."
        ) from error
    if text.lstrip().startswith("{"):
        try:
            return json.loads(text)
        except json.JSONDecodeError as error:
            where = Location(file, line=error.lineno, column=error.colno)
            raise RecordingError(f"the cassette is not JSON: {error.msg}", where=where, remedy="Fix it.") from error
        except (ValueError, RecursionError) as error:
            what = "the file has a number out of range or is nested too deeply"
            raise RecordingError(what, where=Location(file), remedy="Re-record it.") from error
    return _parsed_yaml(text, file)


def _parsed_yaml(text: str, file: str) -> Json:
    import yaml

    class Loader(yaml.SafeLoader):
        """Ignores non-standard tags (Ruby's `!binary`, `!!python/unicode`) and keeps the tagged values."""

    def plain(loader: yaml.SafeLoader, _suffix: str, node: yaml.Node) -> Json:
        if isinstance(node, yaml.ScalarNode):
            value = loader.construct_scalar(node)
            return base64.b64decode(value) if node.tag == "!binary" else value
        if isinstance(node, yaml.SequenceNode):
            return loader.construct_sequence(node, deep=True)
        return loader.construct_mapping(node, deep=True) if isinstance(node, yaml.MappingNode) else None

    Loader.add_multi_constructor("", plain)
    try:
        return yaml.load(text, Loader=Loader)  # Loader is a SafeLoader: it makes plain values only
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        where = Location(file, line=line)
        what = f"the cassette is not valid YAML: {error.problem}"
        raise RecordingError(what, where=where, remedy="Fix it.") from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise RecordingError("the cassette is not valid YAML", where=Location(file), remedy="Fix it.") from error


def _exchange(entry: Mapping[str, Json]) -> Exchange:
    sent, got = entry["request"], entry["response"]
    status = got.get("code") or got.get("status_code") or got["status"]
    code = int(status["code"] if isinstance(status, Mapping) else status)
    if not 100 <= code <= 599:
        raise ValueError("it has no response")
    headers = _pairs(got.get("headers"))
    coding = ", ".join(value for name, value in headers if name.lower() == "content-encoding")
    url = _text(sent.get("uri") or sent["url"])
    request = request_of(_text(sent["method"]), url, _pairs(sent.get("headers")), _content(sent.get("body")))
    body = decoded(_content(got.get("body", got.get("content"))), coding)
    date_field = next((value for name, value in headers if name.lower() == "date"), "")
    day = _day(_text(entry.get("recorded_at") or date_field))
    return Exchange(request, response_of(code, headers, body), day, {"source": server_of(url)})


def _text(value: Json) -> str:
    """A scalar as text. YAML aliases can expand a list of a few lines beyond what a machine can print."""
    if value is None:
        return ""
    if isinstance(value, bytes):
        return value.decode("latin-1")
    if not isinstance(value, str | int | float | date):
        raise TypeError("expected a string, found a list or an object")
    return str(value)


def _pairs(headers: Any) -> list[tuple[str, str]]:
    pairs = headers.items() if isinstance(headers, Mapping) else (headers or ())
    return [
        (_text(name), _text(item)) for name, value in pairs for item in (value if isinstance(value, list) else [value])
    ]


def _content(body: Json) -> bytes:
    """A body: nothing, text, bytes, or an object that names the encoding of its text."""
    if body is None or isinstance(body, (str, bytes)):
        return body.encode("utf-8", "surrogateescape") if isinstance(body, str) else body or b""
    for key in ("base64_string", "base64"):
        if body.get(key) is not None:
            try:
                return base64.b64decode(body[key])
            except binascii.Error as error:
                raise ValueError("its body is not valid base64") from error
    return _content(body.get("string"))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        try:
            return parsedate_to_datetime(text).date()
        except ValueError:
            return None
