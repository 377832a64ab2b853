"""Bodies of webhooks that are forms (application/x-www-form-urlencoded), as the JSON of their classes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, Literal, NamedTuple
from urllib.parse import parse_qsl, urlencode

FORM = "application/x-www-form-urlencoded"


class FormField(NamedTuple):
    """A field that is no plain text: JSON (numbers and booleans too), or several texts, or several JSON values.

    Several are one field each, or parts of one where a `separator` stands between them.
    """

    name: str
    holds: Literal["json", "texts", "values"]
    separator: str = ""


def is_form(headers: Mapping[str, str]) -> bool:
    """Whether a request, with the names of its headers in lower case, says that its body is a form."""
    return headers.get("content-type", "").partition(";")[0].strip().lower() == FORM


def read_form(content: bytes) -> dict[str, list[str]]:
    """The texts of each field of a form; bytes that are no UTF-8 are replaced."""
    found: dict[str, list[str]] = {}
    for name, text in parse_qsl(content.decode("utf-8", "replace"), keep_blank_values=True):
        found.setdefault(name, []).append(text)
    return found


def plain_fields(form: Mapping[str, list[str]]) -> dict[str, object]:
    """A form without a class: each field a text, or a list of texts."""
    return {name: texts[0] if len(texts) == 1 else texts for name, texts in form.items()}


def typed_fields(form: Mapping[str, list[str]], fields: Iterable[FormField]) -> dict[str, object]:
    """A form as the object that its class is read from. A text that is no JSON where it should be stays a text."""
    found = plain_fields(form)
    for name, holds, separator in fields:
        if name not in form:
            continue
        texts = [part for text in form[name] for part in (text.split(separator) if separator else [text])]
        values = texts if holds == "texts" else [_value(text) for text in texts]
        found[name] = values[-1] if holds == "json" else values
    return found


def write_form(fields: Mapping[str, object]) -> bytes:
    """A form, with several fields for a list, and JSON for what is no text."""
    pairs = [
        (name, each if isinstance(each, str) else json.dumps(each))
        for name, value in fields.items()
        for each in (value if isinstance(value, list) else [value])
    ]
    return urlencode(pairs).encode()


def _value(text: str) -> Any:
    try:
        return json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError):
        return text


def _refuse(constant: str) -> Any:
    raise ValueError(constant)
