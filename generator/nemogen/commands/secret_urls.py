"""Addresses of specs that hold a secret: they would go into the lock, commits and the package."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import unquote_plus

from nemogen.config import UrlSource
from nemogen.errors import ConfigError, Location

_NAME_OF_URL: Final = "url"
"""Words of a text under this name are looked at as the segments of a URL are."""
_ALSO_SECRET: Final = frozenset(
    {"appkey", "bearer", "hmac", "pass", "pat", "sas", "session", "sessionid", "sid", "ticket"}
    | {f"{kind}code" for kind in ("access", "auth", "authorization", "function", "invite", "secret", "share")}
)
"""Names that may stand for other things in a body, and hardly in the address of a document."""
_CODE: Final = re.compile(r"[?&;]code=(?![a-z]{2,3}(?:[-_][a-z]{2,4})?(?:[&;#]|$)|\d{1,4}(?:[&;#]|$))", re.IGNORECASE)
"""`code`, under which hosts of functions take a key: any but that of a language or country, or a short number."""
_HASH: Final = re.compile(r"\b(?:[0-9a-f]{40}|[0-9a-f]{64})\b")
"""Of a commit: addresses of documents often have one."""


def refuse_secret(source: UrlSource, where: Location) -> None:
    """Raises ConfigError for a URL with a token in it: it would go into the lock, commits and the package."""
    from nemogen.recordings.secrets import Secrets

    secrets = Secrets(keys=_ALSO_SECRET)
    url = unquote_plus(source.url)
    is_secret = secrets.spans(source.url) or secrets.spans(url) or _CODE.search(url)
    if is_secret or secrets.suspect(_HASH.sub("", url), _NAME_OF_URL):
        raise ConfigError(
            "source.url holds what looks like a secret, and goes into the lock, commits and the package",
            where=where,
            remedy="Take it out. Send it as a header from the environment instead, in [source]:"
            ' headers_env = { Authorization = "MY_VARIABLE" }.',
        )
