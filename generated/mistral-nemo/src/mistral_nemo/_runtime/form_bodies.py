"""Encodes form bodies: urlencoded pairs, or multipart (OpenAPI 3.1, Encoding Object)."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote_plus

from .arguments import argument_error
from .files import StreamedFile, file_part
from .multipart import FilePart
from .operation import Operation, Part
from .parameter_values import as_plain, content_text, is_list, is_object, reserved_kept, styled_pairs, text_of
from .request_body import Source

_JSON = "application/json"
_PLAIN = Part()


def urlencoded(operation: Operation[Any], body: Mapping[str, object]) -> bytes:
    """A body as pairs. Raises ArgumentError for what the specification does not say how it is sent."""
    pairs = [pair for name, value in body.items() for pair in _form_pairs(operation, name, value)]
    return "&".join(f"{name}={value}" for name, value in pairs).encode()


def _form_pairs(operation: Operation[Any], name: str, value: object) -> list[tuple[str, str]]:
    return form_pairs(operation.python_name(name), name, value, operation.parts.get(name, _PLAIN))


def form_pairs(argument: str, name: str, value: object, part: Part = _PLAIN) -> list[tuple[str, str]]:
    """One property of a form as names and values, encoded. Raises ArgumentError."""
    _refuse_null(argument, value)
    if part.style or part.explode is not None or part.allow_reserved:
        encode = reserved_kept if part.allow_reserved else quote_plus
        style, explode = _style(part)
        return styled_pairs(argument, name, value, style, explode=explode, encode=encode)
    values = value if is_list(value) and not part.content_type else [value]
    return [(quote_plus(name), quote_plus(_form_text(argument, each, part.content_type))) for each in values]


def _form_text(argument: str, value: object, content_type: str) -> str:
    """A value as the text of a field: an object as JSON, which is the default of both kinds of forms."""
    if content_type:
        return content_text(argument, value, content_type) if _is_json(content_type) else text_of(argument, value)
    plain = as_plain(argument, value)
    if is_object(plain) or is_list(plain):
        return content_text(argument, plain, _JSON)
    return text_of(argument, plain)


def multipart_parts(operation: Operation[Any], body: Mapping[str, object]) -> list[FilePart]:
    """The parts of a multipart body, in the order of the body; a list of files or scalars is a part for each.

    Raises:
        ArgumentError: it is not a file where one belongs, or the specification does not say how it is sent.
    """
    return [part for name, value in body.items() for part in _parts(operation, name, value)]


def is_file_like(value: object) -> bool:
    """Whether a value can only be meant as a file, whatever the API says of it."""
    return isinstance(value, (bytes, bytearray, os.PathLike, StreamedFile)) or hasattr(value, "read")


def is_sent_as_file(operation: Operation[Any], name: str, value: object) -> bool:
    """Whether a property of a multipart body travels as a file: the API says so, or it can be nothing else."""
    part = operation.parts.get(name, _PLAIN)
    return name in operation.files or "*" in operation.files or (is_file_like(value) and not part.is_base64)


def _parts(operation: Operation[Any], name: str, value: object) -> Iterator[FilePart]:
    argument, part = operation.python_name(name), operation.parts.get(name, _PLAIN)
    _refuse_null(argument, value)
    if is_sent_as_file(operation, name, value):
        yield from ((key, _file(argument, each, part)) for key, each in _files(argument, name, value, part))
    elif part.style or part.explode is not None:
        style, explode = _style(part)
        for key, text in styled_pairs(argument, name, value, style, explode=explode, encode=str):
            yield key, (None, text.encode(), None, dict(part.headers))
    else:
        values = value if is_list(value) and not part.content_type else [value]
        yield from ((name, _field(argument, each, part)) for each in values)


def _files(argument: str, name: str, value: object, part: Part) -> Iterator[tuple[str, object]]:
    """One file, a list of them, or a map of them, which only `deepObject` gives names."""
    if is_object(value):
        if part.style != "deepObject":
            raise argument_error(argument, value, "OpenAPI does not define how a map of files is sent")
        yield from ((f"{name}[{key}]", each) for key, each in value.items())
    elif is_list(value) and not isinstance(value, tuple):
        yield from ((name, each) for each in value)
    else:
        yield name, value


def _file(argument: str, given: object, part: Part) -> tuple[str, bytes | Source, str | None, Mapping[str, str]]:
    filename, content, media, own = file_part(argument, given)
    return filename, content, media or part.content_type or None, {**part.headers, **own}


def _field(argument: str, value: object, part: Part) -> tuple[None, bytes, str | None, Mapping[str, str]]:
    """A part that is not a file: an object as JSON under its content type, a scalar as text."""
    plain = as_plain(argument, value)
    is_structured = is_object(plain) or is_list(plain)
    media = part.content_type or (_JSON if is_structured else "")
    if isinstance(plain, (bytes, bytearray)) and not part.is_base64:
        content = bytes(plain)
    elif _is_json(media):
        content = content_text(argument, plain, media).encode()
    elif is_structured:
        raise argument_error(argument, value, f"it cannot be written as {media}: give it as text or bytes")
    else:
        content = text_of(argument, plain).encode()
    return None, content, media or None, dict(part.headers)


def _style(part: Part) -> tuple[str, bool]:
    style = part.style or "form"
    return style, part.explode if part.explode is not None else style == "form"


def _is_json(media: str) -> bool:
    essence = media.partition(";")[0].strip().lower()
    return essence == _JSON or essence.endswith("+json")


def _refuse_null(argument: str, value: object) -> None:
    if value is None:
        raise argument_error(argument, value, "a form cannot contain null; omit the argument")
