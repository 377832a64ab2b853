"""Lists the encodings in which a known secret may appear."""

from __future__ import annotations

import base64
import html
import json
import re
from collections.abc import Iterator
from urllib.parse import quote, quote_plus

_PERCENT = re.compile("%[0-9A-F]{2}")
_TO_URL_SAFE = str.maketrans("+/", "-_")


def spellings(value: str) -> frozenset[str]:
    """A value in JSON, in JSON inside of JSON, in HTML, in URLs (once and twice encoded), and in base64 (RFC 4648)."""
    escaped = {json.dumps(value)[1:-1], json.dumps(value, ensure_ascii=False)[1:-1]}
    escaped |= {each.replace("/", "\\/") for each in escaped}
    escaped |= {json.dumps(each)[1:-1] for each in escaped}
    pages = {html.escape(value), html.escape(value).replace("/", "&#x2F;"), html.escape(value).replace("/", "&#47;")}
    coded = {quote(value), quote(value, safe=""), quote_plus(value)}
    coded |= {_PERCENT.sub(lambda match: match.group().lower(), each) for each in coded}
    coded |= {quote(each, safe="") for each in coded}
    return frozenset({value, *escaped, *pages, *coded, *_in_base64(value.encode("utf-8", "surrogatepass"))})


def _in_base64(raw: bytes) -> Iterator[str]:
    """The base64 characters that depend on `raw` alone, for each of its three possible offsets in a text."""
    for before in range(3):
        coded = base64.b64encode(b"\0" * before + raw).decode()
        inner = coded[(before * 8 + 5) // 6 : (before + len(raw)) * 8 // 6]
        yield inner
        yield inner.translate(_TO_URL_SAFE)
