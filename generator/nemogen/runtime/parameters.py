"""Arguments that travel in the path, the query, a header or a cookie (OpenAPI 3.0.3, Parameter Object; RFC 6570)."""

from __future__ import annotations

import datetime
import enum
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from .arguments import argument_error
from .omit import Omit
from .operation import Parameter

Pairs = list[tuple[str, str]]

_SEPARATORS = {"form": ",", "spaceDelimited": " ", "pipeDelimited": "|"}


def fill_path(template: str, parameters: Iterable[Parameter], arguments: Mapping[str, Any]) -> str:
    """The path with its arguments, percent-encoded: an argument never adds a segment.

    Raises:
        ArgumentError: an argument is missing, empty, or a dot segment (RFC 3986, section 3.3): that is another path.
    """
    path = template
    for parameter in parameters:
        if parameter.place != "path":
            continue
        value = arguments.get(parameter.argument)
        given = value is not None and not isinstance(value, Omit) and any(_parts(parameter, value))
        text = _styled(parameter, value)
        if not given or text in (".", ".."):
            raise argument_error(parameter.argument, value, "it must be a text that is not empty, nor . or ..")
        path = path.replace("{" + parameter.wire_name + "}", quote(text, safe=",:@!$&'()*+;="))
    return path


def query_pairs(parameters: Iterable[Parameter], arguments: Mapping[str, Any]) -> Pairs:
    """Names and values for the query, not yet percent-encoded."""
    pairs: Pairs = []
    for parameter in parameters:
        value = arguments.get(parameter.argument)
        if parameter.place == "query" and not isinstance(value, Omit) and value is not None:
            pairs += _query(parameter, value)
    return pairs


def headers_of(parameters: Iterable[Parameter], arguments: Mapping[str, Any]) -> dict[str, str]:
    """Headers, lower-case, that carry arguments; cookies stand in one of them."""
    headers: dict[str, str] = {}
    cookies: list[str] = []
    for parameter in parameters:
        value = arguments.get(parameter.argument)
        if value is None or isinstance(value, Omit):
            continue
        if parameter.place == "header":
            headers[parameter.wire_name.lower()] = _styled(parameter, value)
        elif parameter.place == "cookie":
            cookies.append(f"{quote(parameter.wire_name)}={quote(_joined(value, ','))}")
    return {**headers, "cookie": "; ".join(cookies)} if cookies else headers


def extra_pairs(query: Mapping[str, Any]) -> Pairs:
    """Names and values of parameters that the API does not describe: a list repeats its name."""
    pairs: Pairs = []
    for name, value in query.items():
        if value is None or isinstance(value, Omit):
            continue
        values = value if _is_list(value) else (value,)
        pairs += [(name, _text(entry)) for entry in values]
    return pairs


def _query(parameter: Parameter, value: Any) -> Pairs:
    name, style = parameter.wire_name, parameter.style or "form"
    explode = parameter.explode if parameter.explode is not None else style == "form"
    if isinstance(value, Mapping):
        entries = [(str(key), _text(entry)) for key, entry in value.items()]
        if style == "deepObject":
            return [(f"{name}[{key}]", entry) for key, entry in entries]
        return entries if explode else [(name, ",".join(text for entry in entries for text in entry))]
    if _is_list(value) and explode:
        return [(name, _text(entry)) for entry in value]
    return [(name, _joined(value, _SEPARATORS.get(style, ",")))]


def _parts(parameter: Parameter, value: Any) -> list[str]:
    """What a value of the path or of a header consists of."""
    if isinstance(value, Mapping):
        entries = [(str(key), _text(entry)) for key, entry in value.items()]
        if parameter.explode:
            return ["=".join(each) for each in entries]
        return [text for each in entries for text in each]
    return [_text(entry) for entry in value] if _is_list(value) else [_text(value)]


def _styled(parameter: Parameter, value: Any) -> str:
    """A value of the path or of a header in its style: simple, also where none is named, label or matrix."""
    parts = _parts(parameter, value)
    if parameter.style == "label":
        return "." + ("." if parameter.explode else ",").join(parts)
    if parameter.style != "matrix":
        return ",".join(parts)
    if not parameter.explode:
        return f";{parameter.wire_name}={','.join(parts)}"
    name = "" if isinstance(value, Mapping) else f"{parameter.wire_name}="
    return "".join(f";{name}{part}" for part in parts)


def _joined(value: Any, separator: str) -> str:
    if isinstance(value, Mapping):
        return separator.join(_text(entry) for pair in value.items() for entry in pair)
    return separator.join(_text(entry) for entry in value) if _is_list(value) else _text(value)


def _is_list(value: Any) -> bool:
    return isinstance(value, (Sequence, set, frozenset)) and not isinstance(value, (str, bytes))


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    return str(value.value if isinstance(value, enum.Enum) else value)
