"""Encodes values outside JSON: in a path, a query, a header, a cookie or a form field.

What the specification leaves open is refused with an ArgumentError: a value never travels as Python prints it.
"""

from __future__ import annotations

import base64
import datetime
import decimal
import enum
import json
import math
import re
import uuid
from collections.abc import Callable, Collection, Mapping, Sequence, Set
from typing import TypeAlias, TypeGuard
from urllib.parse import quote

from .arguments import argument_error
from .encode import is_model, to_json

Pairs: TypeAlias = list[tuple[str, str]]
Encode: TypeAlias = Callable[[str], str]
"""From a text to what stands for it on the wire."""

_SEPARATORS = {"spaceDelimited": "%20", "pipeDelimited": "%7C"}
_SEPARATED = {"spaceDelimited": " ", "pipeDelimited": "|"}
_KEPT = "/?:@!$'()*,;="
"""Reserved characters that can stand in a query as they are: the others end it, or a pair in it."""

_TRIPLET = re.compile(r"(%[0-9A-Fa-f]{2})")


def percent_encoded(text: str) -> str:
    """Every character but unreserved ones (RFC 3986, section 2.3) percent-encoded."""
    return quote(text, safe="")


def reserved_kept(text: str) -> str:
    """Reserved characters and percent-encoded ones as they are (RFC 6570, section 3.2.3; `allowReserved`)."""
    return "".join(part if _TRIPLET.fullmatch(part) else quote(part, safe=_KEPT) for part in _TRIPLET.split(text))


def as_plain(argument: str, value: object) -> object:
    """A model as a dict; anything else as it is."""
    if not is_model(value):
        return value
    try:
        plain: object = json.loads(to_json(value))
    except (TypeError, ValueError, RecursionError) as error:
        raise argument_error(argument, value, str(error)) from None
    return plain


def is_object(value: object) -> TypeGuard[Mapping[object, object]]:
    """Whether a value is written as an object, once `as_plain` has made one of a model."""
    return isinstance(value, Mapping)


def is_list(value: object) -> TypeGuard[Collection[object]]:
    """Whether a value is written as an array."""
    return isinstance(value, (Sequence, Set)) and not isinstance(value, (str, bytes, bytearray, memoryview))


def text_of(argument: str, value: object) -> str:
    """A scalar as text. Raises ArgumentError for what has no form outside JSON."""
    if isinstance(value, enum.Enum):
        member: object = value.value
        value = member
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    if isinstance(value, (bytes, bytearray)):
        return base64.b64encode(value).decode()
    if isinstance(value, float) and not math.isfinite(value):
        raise argument_error(argument, value, "it must be a finite number")
    if isinstance(value, decimal.Decimal) and value.is_finite():
        return format(value, "f")
    if isinstance(value, (str, int, float, uuid.UUID)):
        return str(value)
    if value is None:
        raise argument_error(argument, value, "OpenAPI does not define how null is sent here")
    if is_object(value) or is_list(value) or is_model(value):
        what = "OpenAPI does not define how a nested object or array is sent here"
        raise argument_error(argument, value, f"{what}; extra_query and extra_body send what you write yourself")
    raise argument_error(argument, value, f"{type(value).__name__} cannot be sent here")


def styled_pairs(
    argument: str, name: str, value: object, style: str, *, explode: bool, encode: Encode = percent_encoded
) -> Pairs:
    """Names and values, encoded, of a query or a form (OpenAPI 3.1, Style Values; RFC 6570, section 3.2.8).

    Raises:
        ArgumentError: the specification does not say how the value is sent in this style.
    """
    value, own = as_plain(argument, value), encode(name)
    if is_object(value):
        entries = [(str(key), encode(text_of(argument, entry))) for key, entry in value.items()]
        if style == "deepObject":
            return [(encode(f"{name}[{key}]"), entry) for key, entry in entries]
        if style == "form" and explode:
            return [(encode(key), entry) for key, entry in entries]
        texts = [text for key, entry in entries for text in (encode(key), entry)]
        return [(own, _joined(argument, value, texts, style, encode))] if texts else []
    if not is_list(value):
        return [(own, encode(text_of(argument, value)))]
    if style == "deepObject":
        raise argument_error(argument, value, "OpenAPI does not define how an array is sent as deepObject")
    texts = [encode(text_of(argument, entry)) for entry in value]
    if explode:
        return [(own, text) for text in texts]
    return [(own, _joined(argument, value, texts, style, encode))] if texts else []


def _joined(argument: str, value: object, texts: list[str], style: str, encode: Encode) -> str:
    """Encoded texts with the separator of the style between them, which none of them may hold."""
    # Parts of multipart are not percent-encoded: nobody decodes them.
    separator = (_SEPARATED if encode is str else _SEPARATORS).get(style, ",")
    if any(separator in text or _SEPARATED.get(style, ",") in text for text in texts) and len(texts) > 1:
        raise argument_error(
            argument, value, f"a value in it holds {_SEPARATED.get(style, ',')!r}, which separates them"
        )
    return separator.join(texts)


def content_text(argument: str, value: object, media: str) -> str:
    """A value as its media type has it: as JSON, or a text as it is (OpenAPI 3.1, Parameter Object, `content`)."""
    essence = media.partition(";")[0].strip().lower()
    if essence == "application/json" or essence.endswith("+json") or "*" in essence:
        try:
            return to_json(value).decode()
        except (TypeError, ValueError, RecursionError) as error:
            raise argument_error(argument, value, str(error)) from None
    if isinstance(value, str):
        return value
    raise argument_error(argument, value, f"it must be a text in {media}")
