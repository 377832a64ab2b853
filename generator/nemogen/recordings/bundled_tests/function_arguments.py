"""The keyword arguments with which a function of openapi-python-client sends a recorded request."""

from __future__ import annotations

import base64
import contextlib
import inspect
import io
import json
import typing
from collections.abc import Callable, Iterator, Mapping

from .build_value import File, build_value
from .method_arguments import FORMS
from .recorded_calls import Body, Call, Value
from .wire_format import body_bytes

_SUFFIXES = ("", "path", "query", "header", "cookie")
"""What the name of an argument may end with, where two parameters have one name."""


def arguments_of(function: Callable[..., object], call: Call) -> dict[str, object]:
    """Keyword arguments for a function, each of the type that it wants."""
    hints: dict[str, object] = typing.get_type_hints(function)
    parameters = inspect.signature(function).parameters
    known = {_letters(name): name for name in parameters if name not in ("client", "body")}
    found = {name: _argument(name, known) for name in call.arguments}
    found |= _last_of_path(found, parameters)
    given = {
        found[name]: _parameter(value, hints[found[name]]) for name, value in call.arguments.items() if found[name]
    }
    rest = {name: value for name, value in call.arguments.items() if not found[name]}
    body = call.exchange["request"].get("body")
    if body is not None and "body" in hints:
        given["body"] = _body(body, call, rest, hints["body"])
    elif rest:
        raise TypeError(f"no argument for {', '.join(sorted(rest))}")
    return given


def _parameter(value: Value, wanted: object) -> object:
    """The value of a parameter; where the function takes text alone, the text that is sent."""
    if (wanted is str or str in typing.get_args(wanted)) and not isinstance(value, str):
        with contextlib.suppress(TypeError, ValueError):
            return build_value(value, wanted)
        texts = value if isinstance(value, list) else [value]
        return ",".join(each if isinstance(each, str) else json.dumps(each) for each in texts)
    return build_value(value, wanted)


def _argument(name: str, known: dict[str, str]) -> str:
    letters = _letters(name)
    spellings = [f"{start}{letters}{suffix}" for start in ("", "field", "at") for suffix in _SUFFIXES]
    return next((known[each] for each in spellings if each in known), "")


def _last_of_path(found: dict[str, str], parameters: Mapping[str, inspect.Parameter]) -> dict[str, str]:
    """The parameter of the path whose name had to be spelt in ASCII, where one is left."""
    names = [name for name, argument in found.items() if not argument]
    positional = [each.name for each in parameters.values() if each.kind is each.POSITIONAL_OR_KEYWORD]
    left = [name for name in positional if name not in found.values()]
    return {names[0]: left[0]} if len(names) == len(left) == 1 else {}


def _letters(name: str) -> str:
    return "".join(each for each in name.lower() if each.isalnum())


def _body(body: Body, call: Call, fields: dict[str, Value], wanted: object) -> object:
    if call.headers.get("content-type", "").startswith(FORMS):
        contents = {name: base64.b64decode(content) for name, _, _, content in call.files}
        form = build_value({**fields, **contents}, wanted)
        unnamed = list(_files_of(form))
        for name, file, media_type, _ in call.files:
            each = next(each for each in unnamed if each.payload.getvalue() == contents[name])
            each.file_name, each.mime_type = file, media_type
            unnamed.remove(each)
        return form
    if "json" in body:
        return build_value(body["json"], wanted)
    return build_value(io.BytesIO(body_bytes(body)), wanted)


def _files_of(model: object) -> Iterator[File]:
    """The files of a model, also of its lists."""
    for name in getattr(type(model), "__annotations__", {}):
        value: object = getattr(model, name)
        yield from (each for each in (value if isinstance(value, list) else [value]) if isinstance(each, File))
