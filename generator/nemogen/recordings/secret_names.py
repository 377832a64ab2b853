"""Decides by name whether a value is a secret: header fields, parameters, body members, environment variables.

A name is read as words (`X-Amz-Security-Token`, `securityToken` and `security_token[]` end alike), and its last words
decide. Names of counters and kinds (`max_tokens`, `token_type`) are not secrets, however similar.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final
from urllib.parse import unquote

_WORD: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")
_LONGEST_NAME: Final = 200
"""Only the end of a longer name is read: names come from responses too."""

_LAST: Final = re.compile(
    r"(?:pass(?:word|wd|phrase|code)|secret|credential|cookie|authorization"
    r"|(?:account|api|auth|consumer|encryption|license|private|secret|signing|subscription)key|accesskey(?:id)?"
    r"|(?:access|api|auth|bearer|csrf|oauth|refresh|security|session|xsrf)token|connectionstring)s?"
    r"(?:confirm(?:ation)?|repeat(?:ed)?|again|verification|value|plain(?:text)?|text|string|hash)?$"
)
"""How the name of a secret ends; matched in the folded name, as `openaiapikey` has no word boundaries."""
_LAST_WORD: Final = re.compile(
    r"(?:^|_)(?:otp|totp|jwts?|id_tokens?|(?:client|jwt|saml)_assertion|session_ids?)$"
    r"|(?:^|(?<!thought)_)signatures?$|_(?:pwd|token|key)$"
)
"""The same for words that other words end in; matched in the words of the name. A `thought_signature` is what a model
wrote, and goes back to it.
"""
_NO_KEY: Final = re.compile(
    r"(?:^|_)(?:alternate|cache|composite|dedup(?:lication)?|foreign|group|idempotency|lookup|natural|object|order"
    r"|partition|primary|project|public|range|row|shard|sort|translation|unique)_key$"
)
"""Keys of tables and caches, and public keys."""
_COUNTER: Final = re.compile(r"^(?:allows?|count|has|is|max|min|n|needs|num|number|requires?|supports?|total)_")
_TOKEN_OF_TEXT: Final = re.compile(
    r"(?:^|_)(?:accepted|audio|begin|bos|byte|cached?|cls|completion|context|continuation|control|cursor|draft|end"
    r"|eos|fim|first|generated|image|input|last|mask|middle|next|output|pad|padding|page|pagination|per|predicted"
    r"|prefix|prev|previous|prompt|reasoning|rejected|reserved|sampled|sep|special|start|stop|subword|suffix|sync"
    r"|target|text|thinking|tool|top|unk|video|vocab|vocabulary|word)(?:_\w+)?_token$"
)
"""Text tokens and page tokens."""
_TOKEN_OF_ACCESS: Final = re.compile(r"(?:access|api|auth|bearer|csrf|id|oauth|refresh|security|session|xsrf)_token$")
_UNSURE: Final = re.compile(r"^(?:auth|bearer|pass|pwd|token)$|(?:^|_)session$|_pass$")

_PARAMETER: Final = re.compile(r"^(?:auth|code_verifier|key|pwd|sig|token)$|(?:^|_)signatures?$")
_HEADER: Final = re.compile(
    r"(?:^|_)(?:auth|key|session|session_id|sid|signatures?|token)$|(?:^|_)auth_(?:email|user)$|authorization"
)
_NO_SECRET_HEADER: Final = re.compile(r"rate_?limit|^access_control_|^www_authenticate$")
_SESSION_COOKIE: Final = re.compile(r"auth|csrf|jwt|sess|sid|token|xsrf")

_VARIABLE: Final = re.compile(
    r"(?:^|_)(?:key|token|secret|credential|cookie)s?\d*(?:_|$)|(?:passw(?:or)?d|passphrase|secret|apikey|accesskey"
    r"|authtoken)s?\d*(?:_|$)|_(?:pass|pwd|pat|dsn)$"
)
_NO_VARIABLE: Final = re.compile(
    r"^(?:disable|enable|has|is|max|min|no|num|require|skip|use)_|_(?:algorithms?|arn|audience|backend|cache|count|dir"
    r"|enabled|endpoint|expir(?:es|ation|y)|file|formats?|header|helper|home|host|issuer|length|limits?|methods?|modes?"
    r"|names?|path|prefix|providers?|region|required|schemes?|service|size|sock|store|timeout|ttl|types?|ur[il]s?"
    r"|user|username|version)$"
)


def is_secret_header(name: str) -> bool:
    """Whether a header field holds a credential or a cookie."""
    words = worded(name)
    if _NO_SECRET_HEADER.search(words):
        return False
    return is_secret_member(name) or (bool(_HEADER.search(words)) and not _is_of_text(words))


@lru_cache(4096)
def is_secret_member(name: str) -> bool:
    """Whether the member of a body under this name is a secret, whatever its value is."""
    words = worded(name)
    if _COUNTER.search(words) or _NO_KEY.search(words) or _is_of_text(words):
        return False
    return bool(_LAST.search(words.replace("_", "")) or _LAST_WORD.search(words))


def is_secret_parameter(name: str) -> bool:
    """Whether the parameter of this name, in a query or a form, is a secret."""
    return is_secret_member(name) or bool(_PARAMETER.search(worded(name)))


@lru_cache(4096)
def may_be_secret(name: str) -> bool:
    """Whether a value under this name is a secret if it looks like one: a `token` may also be a word of a text."""
    return _UNSURE.search(worded(name)) is not None


def is_session_cookie(name: str) -> bool:
    """Whether a cookie of this name identifies a user, as opposed to a preference."""
    return _SESSION_COOKIE.search(name.lower()) is not None


def is_secret_variable(name: str) -> bool:
    """Whether the environment variable of this name holds a secret, not the path, kind or size of one."""
    plain = name.lower()
    return bool(_VARIABLE.search(plain)) and not _NO_VARIABLE.search(plain)


@lru_cache(4096)
def worded(name: str) -> str:
    """The words of a name in lower case, joined by `_`, without numbers at its end: `user[newPassword2]` becomes
    `user_new_password`."""
    words = _WORD.findall(unquote(name[-_LONGEST_NAME:]))
    while words and words[-1].isdecimal():
        words.pop()
    return "_".join(words[:-1] if words[-1:] in (["v"], ["V"]) else words).lower()


def _is_of_text(words: str) -> bool:
    return bool(_TOKEN_OF_TEXT.search(words)) and not _TOKEN_OF_ACCESS.search(words)


def folded(name: str) -> str:
    """A name without spelling differences: `X-My-Key` and `x_myKey` are one."""
    return re.sub(r"[^a-z0-9]", "", name.lower())
