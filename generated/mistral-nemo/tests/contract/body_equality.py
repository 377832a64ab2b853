"""What bytes and values mean, and where two of them differ."""

from __future__ import annotations

import json
from collections.abc import Iterator
from email.parser import BytesParser
from email.policy import HTTP
from urllib.parse import parse_qsl

from .recorded_calls import Value


def meaning(body: bytes, content_type: str) -> Value:
    """The content of a body, for comparison: JSON and forms are parsed, a multipart's boundary is dropped."""
    essence = content_type.split(";")[0].strip().lower()
    if essence == "multipart/form-data":
        return _parts(body, content_type)
    if essence == "application/x-www-form-urlencoded":
        return sorted(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
    try:
        value: Value = json.loads(body)
    except ValueError:
        return body
    return value


def _parts(body: bytes, content_type: str) -> list[tuple[str, str, bytes]]:
    message = BytesParser(policy=HTTP).parsebytes(b"content-type: " + content_type.encode() + b"\r\n\r\n" + body)
    parts = []
    for part in message.iter_parts():
        payload = part.get_payload(decode=True)
        name = str(part.get_param("name", header="content-disposition"))
        parts.append((name, part.get_filename() or "", payload if isinstance(payload, bytes) else b""))
    return sorted(parts)


def differences(expected: Value, found: Value, path: str = "") -> Iterator[str]:
    """Where two JSON values differ, one text a location. 1 and 1.0 are equal, 1 and true are not."""
    if isinstance(expected, dict) and isinstance(found, dict):
        for name in expected | found:
            inner = f"{path}.{name}" if path else str(name)
            if name not in found:
                yield f"{inner} is lost ({_shown(expected[name])})"
            elif name not in expected:
                yield f"{inner} is added ({_shown(found[name])})"
            else:
                yield from differences(expected[name], found[name], inner)
    elif isinstance(expected, (list, tuple)) and isinstance(found, (list, tuple)):
        for at, (left, right) in enumerate(zip(expected, found, strict=False)):
            yield from differences(left, right, f"{path}[{at}]")
        if len(expected) != len(found):
            yield f"{path or 'the response'} has {len(found)} items instead of {len(expected)}"
    elif isinstance(expected, bool) != isinstance(found, bool) or expected != found:
        yield f"{path or 'the response'} is {_shown(found)} instead of {_shown(expected)}"


def _shown(value: Value) -> str:
    text = ascii(value)
    return text if len(text) <= 60 else f"{text[:59]}…"
