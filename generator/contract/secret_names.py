"""By which names a value is a secret: of header fields, parameters, members of bodies, and environment variables."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

_WORDS: Final = (
    "x?~api~key|access~key(?:~id)?|(?:access|auth|bearer|id|refresh|security|session)~token|authorization"
    "|client~secret|(?:set~)?cookie|credentials?|passphrase|passwd|password|private~key|secret(?:~access)?(?:~key)?"
    "|signing~key"
)
"""Names of secrets; `~` is where the words of one may be parted."""
_KEY: Final = re.compile(_WORDS.replace("~", ""))
_PARAMETER: Final = re.compile(
    f"{_KEY.pattern}|key|token|sig|signature|auth|xamz(?:signature|credential)|xgoogsignature"
)
_HEADER: Final = re.compile(
    r"authorization|cookie|api-?key|access-?key|token|secret|password|credential|signature|session|^x-.*auth|(?:^|-)key$"
)
_NO_SECRET_HEADER: Final = re.compile(r"ratelimit|rate-limit|tokens|^access-control-|^www-authenticate$")
_VARIABLE: Final = re.compile(
    r"(?i)(?:key|token|secret|passw(?:or)?d|passphrase|credential|auth|cookie)s?\d*(?:_|$)|_(?:pass|pwd|pat|dsn)$"
)
_PLACE: Final = re.compile(r"(?i)_(?:sock|file|path|dir|home|ur[il]|endpoint|host)$")


def is_secret_header(name: str) -> bool:
    """Whether a header field holds a credential or a cookie."""
    plain = name.lower()
    return (bool(_HEADER.search(plain)) and not _NO_SECRET_HEADER.search(plain)) or is_secret_member(name)


def is_secret_member(name: str) -> bool:
    """Whether the member of a body under this name is a secret."""
    return _KEY.fullmatch(folded(name)) is not None


def is_secret_parameter(name: str) -> bool:
    """Whether the parameter of this name, in a query or a form, is a secret."""
    return _PARAMETER.fullmatch(folded(name)) is not None


def is_secret_variable(name: str) -> bool:
    """Whether the environment variable of this name holds a secret, and not the place of one."""
    return bool(_VARIABLE.search(name)) and not _PLACE.search(name)


def naming(more: Iterable[str]) -> re.Pattern[str]:
    r"""Finds a quoted value under a quoted name that is secret, also where the quotes are escaped: `\"password\": \"`.

    The value is the group `member`. `more` are names of one's own, however they are spelt.
    """
    own = ("~".join(map(re.escape, folded(name))) for name in more if folded(name))
    words = "|".join((_WORDS, *own)).replace("~", "[-_. ]?")
    quoted, end = r"""(?P<quote>\\*["'])""", r"(?<!\\)(?P=quote)"
    value = rf"{quoted}(?!\s+{end})(?P<member>(?:(?!{end}).)+){end}"
    return re.compile(rf"""(?i)["'](?:{words})\\*["']\s*[:=]\s*{value}""")


def folded(name: str) -> str:
    """A name without what tells its spellings apart: `X-My-Key` and `x_myKey` are one."""
    return re.sub(r"[^a-z0-9]", "", name.lower())
