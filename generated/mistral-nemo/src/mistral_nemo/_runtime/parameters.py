"""Arguments that travel in the path, the query, a header or a cookie (OpenAPI 3.1, Parameter Object; RFC 6570)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from functools import partial
from urllib.parse import quote

from .arguments import argument_error
from .form_bodies import form_pairs
from .omit import Omit
from .operation import Parameter
from .parameter_values import (
    Encode,
    Pairs,
    as_plain,
    content_text,
    is_list,
    is_object,
    percent_encoded,
    reserved_kept,
    styled_pairs,
    text_of,
)

_NOT_IN_COOKIES = re.compile(r"[^!#-+,\-.-:<-\[\]-~]")
"""What no value of a cookie holds: spaces and controls, quotes, semicolons, backslashes, letters beyond ASCII."""

_QUERY = "!$&'()*+,;=:@/?"
"""What stands in a query as it is (RFC 3986, section 3.4)."""

_FORM = "application/x-www-form-urlencoded"
_PART = ":@"
"""What stands in a path as it is, beside unreserved characters (RFC 6570, section 3.2.2, has not even these): servers
take `;` for the start of parameters of a segment, `+` for a space, and what separates parts for that."""


def fill_path(template: str, parameters: Iterable[Parameter], arguments: Mapping[str, object]) -> str:
    """The path with its arguments, percent-encoded: an argument never adds a segment.

    Raises:
        ArgumentError: an argument is missing, empty, or a dot segment (RFC 3986, section 3.3): that is another path.
    """
    path = template.replace("#", "%23")
    for parameter in parameters:
        if parameter.location != "path":
            continue
        value = arguments.get(parameter.argument)
        text = "" if value is None or isinstance(value, Omit) else _in_path(parameter, value)
        if text in ("", ".", ".."):
            raise argument_error(parameter.argument, value, "it must be a non-empty string other than . and ..")
        path = path.replace("{" + parameter.wire_name.replace("#", "%23") + "}", text)
    return path


def query_pairs(parameters: Iterable[Parameter], arguments: Mapping[str, object]) -> Pairs:
    """Names and values for the query, percent-encoded. Raises ArgumentError."""
    pairs: Pairs = []
    for parameter in parameters:
        value = arguments.get(parameter.argument)
        if parameter.location == "query" and not isinstance(value, Omit) and value is not None:
            pairs += _query(parameter, value)
    return pairs


def whole_query(parameters: Iterable[Parameter], arguments: Mapping[str, object]) -> list[str]:
    """The query that one argument stands for (OpenAPI 3.2, `in: querystring`), percent-encoded; none where none does.

    A form is written as a body of that media type is. Raises ArgumentError.
    """
    found = ((each, arguments.get(each.argument)) for each in parameters if each.location == "querystring")
    return [_whole_query(parameter, value) for parameter, value in found if not isinstance(value, Omit | None)]


def _whole_query(parameter: Parameter, value: object) -> str:
    argument, media = parameter.argument, parameter.content or _FORM
    if media.partition(";")[0].strip().lower() != _FORM or isinstance(value, str):
        return (
            quote(value, safe=_QUERY)
            if isinstance(value, str)
            else percent_encoded(content_text(argument, value, media))
        )
    plain = as_plain(argument, value)
    if not is_object(plain):
        raise argument_error(argument, value, "a query has names: give a mapping")
    return "&".join(
        "=".join(pair) for name, each in plain.items() for pair in form_pairs(f"{argument}.{name}", str(name), each)
    )


def headers_of(parameters: Iterable[Parameter], arguments: Mapping[str, object]) -> dict[str, str]:
    """Headers, lower-case, that carry arguments; cookies stand in one of them. Raises ArgumentError."""
    headers: dict[str, str] = {}
    cookies: list[str] = []
    for parameter in parameters:
        value = arguments.get(parameter.argument)
        if value is None or isinstance(value, Omit):
            continue
        if parameter.location == "header":
            headers[parameter.wire_name.lower()] = _header(parameter, value)
        elif parameter.location == "cookie":
            cookies += _cookies(parameter, value)
    return {**headers, "cookie": "; ".join(cookies)} if cookies else headers


def extra_pairs(query: Mapping[str, object]) -> Pairs:
    """Names and values, percent-encoded, of parameters that the API does not describe: a list repeats its name."""
    return [
        pair
        for name, value in query.items()
        if value is not None and not isinstance(value, Omit)
        for pair in styled_pairs(f"extra_query[{name!r}]", name, value, "form", explode=is_list(value))
    ]


def _query(parameter: Parameter, value: object) -> Pairs:
    name, style = parameter.wire_name, parameter.style or "form"
    encode = reserved_kept if parameter.allow_reserved else percent_encoded
    if parameter.content:
        return [(percent_encoded(name), encode(content_text(parameter.argument, value, parameter.content)))]
    explode = parameter.explode if parameter.explode is not None else style == "form"
    return styled_pairs(parameter.argument, name, value, style, explode=explode, encode=encode)


def _cookies(parameter: Parameter, value: object) -> list[str]:
    name, argument = quote(parameter.wire_name), parameter.argument
    if parameter.content:
        return [f"{name}={percent_encoded(content_text(argument, value, parameter.content))}"]
    plain = as_plain(argument, value)
    explode = parameter.explode if parameter.explode is not None else True
    if explode and (is_object(plain) or (is_list(plain) and len(plain) > 1)) and parameter.style != "cookie":
        raise argument_error(argument, value, "OpenAPI does not define how several values are sent in a cookie")
    style = "form" if parameter.style in (None, "cookie") else parameter.style
    encode = partial(_as_cookie, argument) if parameter.style == "cookie" else percent_encoded
    pairs = styled_pairs(argument, parameter.wire_name, plain, style, explode=explode, encode=encode)
    return ["=".join(pair) for pair in pairs]


def _as_cookie(argument: str, text: str) -> str:
    """A text of a cookie in the style `cookie`, which escapes nothing: the caller does (OpenAPI 3.2, Style Values).

    Raises ArgumentError for a character that no cookie has (RFC 6265, section 4.1.1); a comma is left to the API.
    """
    if _NOT_IN_COOKIES.search(text):
        raise argument_error(argument, text, "a cookie of this style is sent as it is: escape what it cannot hold")
    return text


def _header(parameter: Parameter, value: object) -> str:
    """A value of a header, which is not percent-encoded: a part with a comma would look like two."""
    argument = parameter.argument
    if parameter.content:
        # JSON without letters beyond ASCII, which many servers would misread.
        text = content_text(argument, value, parameter.content)
        return json.dumps(json.loads(text)) if not text.isascii() and not isinstance(value, str) else text
    plain = as_plain(argument, value)
    parts = _parts(parameter, plain, str)
    is_several = is_list(plain) or is_object(plain)
    if is_several and len(parts) > 1 and any("," in part for part in parts):
        raise argument_error(argument, value, "a value in it holds ',', which separates them")
    return ",".join(parts)


def _parts(parameter: Parameter, value: object, encode: Encode) -> list[str]:
    """What a value of the path or of a header consists of, each encoded."""
    argument = parameter.argument
    if is_object(value):
        entries = [(encode(str(key)), encode(text_of(argument, entry))) for key, entry in value.items()]
        if parameter.explode:
            return ["=".join(each) for each in entries]
        return [text for each in entries for text in each]
    return (
        [encode(text_of(argument, entry)) for entry in value] if is_list(value) else [encode(text_of(argument, value))]
    )


def _in_path(parameter: Parameter, value: object) -> str:
    """A value of the path in its style: simple, also where none is named, label or matrix; "" for nothing."""
    if parameter.content:
        return quote(content_text(parameter.argument, value, parameter.content), safe=_PART)
    plain = as_plain(parameter.argument, value)
    is_several = is_list(plain) or is_object(plain)
    parts = _parts(parameter, plain, lambda text: quote(text, safe=_PART))
    if parameter.style == "matrix" and parts == [""] and not is_several:
        return f";{quote(parameter.wire_name, safe=_PART)}"
    if not any(parts):
        return ""
    if parameter.style == "label":
        return "." + ("." if parameter.explode else ",").join(parts)
    if parameter.style != "matrix":
        return ",".join(parts)
    name = quote(parameter.wire_name, safe=_PART)
    if not parameter.explode:
        return f";{name}={','.join(parts)}"
    head = "" if is_object(plain) else f"{name}="
    return "".join(f";{head}{part}" for part in parts)
