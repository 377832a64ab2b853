"""Checks of values in api.toml: each takes a value and says what is wrong with it, without the key's name, or None."""

from __future__ import annotations

import keyword
import re
import sys
from collections.abc import Callable
from difflib import get_close_matches
from typing import Final, TypeAlias
from urllib.parse import urlsplit

from nemogen.change_policy import ENUMS, STABILITY
from nemogen.http.urls import shown
from nemogen.reserved_names import is_reserved

FieldCheck: TypeAlias = Callable[[object], str | None]
"""Takes a value of api.toml, gives what is wrong with it (without the key's name) or None."""

_BAD_IN_BRANCH: Final = re.compile(r"[\x00-\x20\x7f~^:?*\[\\]|\.\.|@\{|//|^[-/.]|/$|/\.|\.lock(/|$)|\.$")

PATTERNS: Final[dict[FieldCheck, str]] = {}
"""The pattern of each check that is one."""

_OWN_HEADERS: Final = frozenset(
    {
        *("accept-encoding", "connection", "content-length", "expect", "host", "if-none-match", "keep-alive"),
        *("proxy-authorization", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade"),
    }
)
"""What the network itself sets."""

ENGINES: Final = ("nemogen", "openapi-python-client")
"""What can write a client, the default first."""

TYPE_CHECKERS: Final = ("mypy", "pyright", "ty", "pyrefly")
"""What may check the types of a package, the default first."""

PAGINATION_STYLES: Final = ("cursor", "last_id", "link_header", "next_link", "offset", "page")
"""How an API may say what the next page is."""


def check_text(value: object) -> str | None:
    if not isinstance(value, str):
        return "must be a string"
    if not value.strip():
        return "is empty"
    if any(ord(char) < 0x20 or 0x7F <= ord(char) <= 0x9F for char in value):
        return "holds a line break or a control character"
    return None


def matching(pattern: str, wanted: str) -> FieldCheck:
    """The check that a text matches all of `pattern`; `wanted` is what it then is, for messages."""
    compiled = re.compile(pattern)

    def check(value: object) -> str | None:
        fault = check_text(value)
        if fault:
            return fault
        return None if compiled.fullmatch(str(value)) else f"{value!r} is not a valid {wanted}"

    PATTERNS[check] = pattern
    return check


def check_path(value: object) -> str | None:
    fault = check_text(value)
    if fault:
        return fault
    path = str(value)
    if path.startswith("/") or "\\" in path or re.match(r"[A-Za-z]:", path):
        return f"{path!r} must be relative, with / between folders"
    if any(part in ("", ".", "..") for part in path.split("/")):
        return f"{path!r} leaves its folder: empty parts, . and .. are not allowed"
    return None


def check_keep(value: object) -> str | None:
    if not isinstance(value, list):
        return 'must be a list of paths and globs, as in ["src/shop/extra.py", "examples/**"]'
    return next(filter(None, map(check_path, value)), None)


def check_file(value: object) -> str | None:
    """A path that may lead out of the project: api.toml is the project's own, and its readers see the path."""
    fault = check_text(value)
    if fault:
        return fault
    path = str(value)
    if "\\" in path:
        return f"{path!r} must have / between folders"
    if path.endswith("/") or any(part in ("", ".") for part in path.removeprefix("/").split("/")):
        return f"{path!r} is not the path of a file: empty parts and . are not allowed"
    if ".." in path.lstrip("./").split("/"):
        return f"{path!r}: .. is allowed at the start only"
    return None


def check_command(value: object) -> str | None:
    if not isinstance(value, list) or not value:
        return 'must be a list of a program and its arguments, as in ["python", "-m", "app.openapi"]'
    return check_texts(value)


def check_repository(value: object) -> str | None:
    fault = matching(r"[A-Za-z0-9-]+/[A-Za-z0-9._-]+", "repository as in owner/name")(value)
    if fault is None and str(value).split("/")[1] in (".", ".."):
        return f"{value!r} is not a repository as in owner/name"
    return fault


def check_branch(value: object) -> str | None:
    return check_text(value) or (f"{value!r} is not a valid branch name" if _BAD_IN_BRANCH.search(str(value)) else None)


def check_url(value: object) -> str | None:
    fault = check_text(value)
    if fault:
        return fault
    try:
        parts = urlsplit(str(value))
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        return f"is not a valid URL: {error}"
    if parts.username is not None or parts.password is not None:
        return "has a user name or password, and this file is committed"
    if parts.scheme not in ("http", "https") or not host or " " in str(value):
        return f"{shown(str(value))!r} is not an http or https URL"
    return None


def check_source_url(value: object) -> str | None:
    fault = check_url(value)
    named = ": give it as a header, from an environment variable that headers_env names"
    return f"{fault}{named}" if fault and "password" in fault else fault


def check_headers_env(value: object) -> str | None:
    if not isinstance(value, dict) or not value:
        return 'must be a table of headers and environment variables, as in { Authorization = "MY_VARIABLE" }'
    lower = [name.lower() for name in value]
    for name, variable in value.items():
        if fault := HEADER_NAME(name):
            return fault
        if name.lower() in _OWN_HEADERS or lower.count(name.lower()) > 1:
            return f"{name} is a header of the connection, or named twice"
        if fault := VARIABLE(variable):
            # The value is not shown: somebody may have put the credential itself there.
            return f"{name} must name an environment variable, in capitals: its value is never written to a file"
    return None


def check_identifier(value: object) -> str | None:
    fault = check_text(value)
    if fault:
        return fault
    name = str(value)
    if not (name.isascii() and name.isidentifier()) or name.startswith("_"):
        return f"{name!r} is not a valid Python identifier"
    return f"{name!r} is a keyword of Python" if keyword.iskeyword(name) or keyword.issoftkeyword(name) else None


def check_module(value: object) -> str | None:
    fault = check_identifier(value)
    if fault is None and value in sys.stdlib_module_names:
        return f"{value!r} is a module of Python's own library"
    if fault is None and is_reserved(str(value)):
        return f"{value!r} is a name that Windows keeps for a device"
    return fault


def check_dotted(value: object) -> str | None:
    fault = check_text(value)
    return fault or next(filter(None, map(check_identifier, str(value).split("."))), None)


def check_engine(value: object) -> str | None:
    fault = check_text(value)
    if fault or value in ENGINES:
        return fault
    near = get_close_matches(str(value), ENGINES, 1, cutoff=0.3)
    hint = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(ENGINES)}"
    return f"{value!r} is not an engine; {hint}"


def check_table(value: object) -> str | None:
    return None if isinstance(value, dict) else "must be a table"


def check_pagination(value: object) -> str | None:
    return None if value is False or isinstance(value, dict) else "must be false, or a table with style, param, next"


def check_pagination_style(value: object) -> str | None:
    fault = check_text(value)
    if fault or value in PAGINATION_STYLES:
        return fault
    near = get_close_matches(str(value), PAGINATION_STYLES, 1)
    hint = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(PAGINATION_STYLES)}"
    return f"{value!r} is not a style of pagination; {hint}"


def check_days(value: object) -> str | None:
    whole = isinstance(value, int) and not isinstance(value, bool) and value > 0
    return None if whole else "must be a whole number of days, 1 or more"


def check_period(value: object) -> str | None:
    whole = isinstance(value, int) and not isinstance(value, bool) and value >= 0
    return None if whole else "must be a whole number of days, 0 or more"


def check_stability(value: object) -> str | None:
    return None if value in STABILITY else f"must be one of {', '.join(STABILITY)}"


def check_enums(value: object) -> str | None:
    return None if value in ENUMS else f"must be one of {', '.join(ENUMS)}"


def check_seconds(value: object) -> str | None:
    whole = isinstance(value, int) and not isinstance(value, bool) and value > 0
    return None if whole else "must be a whole number of seconds, 1 or more"


def check_share(value: object) -> str | None:
    number = isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value <= 1
    return None if number else "must be a number from 0 to 1"


def check_types(value: object) -> str | None:
    return None if value in ("python", "text") else 'must be "python" or "text"'


def check_texts(value: object) -> str | None:
    if not isinstance(value, list):
        return "must be a list of strings"
    return next(filter(None, map(check_text, value)), None)


def check_variables(value: object) -> str | None:
    if not isinstance(value, dict):
        return 'must be a table of arguments and environment variables, as in { app_id = "MY_APP_ID" }'
    if any(check_identifier(name) or VARIABLE(variable) for name, variable in value.items()):
        # The value is not shown: somebody may have put the credential itself there.
        return "must map arguments to names of environment variables, in capitals"
    return None


def check_requirements(value: object) -> str | None:
    wanted = 'must be a list of alternatives, as in [{ key = [], app_id = [] }, { oauth = ["read"] }]'
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        return wanted
    return wanted if any(check_texts(scopes) for entry in value for scopes in entry.values()) else None


def check_schemes(value: object) -> str | None:
    is_table = isinstance(value, dict) and all(isinstance(entry, dict) for entry in value.values())
    return None if is_table else 'must be a table of schemes, as in { key = { type = "apiKey", … } }'


def check_selectors(value: object) -> str | None:
    fault = check_texts(value)
    if fault or not isinstance(value, list):
        return fault
    return next(filter(None, map(SELECTOR, value)), None)


def check_class_name(value: object) -> str | None:
    fault = check_identifier(value)
    return fault or (None if str(value)[0].isupper() else f"{value!r} does not begin with a capital")


SELECTOR: Final = matching(
    r"tag:.+|(?:(?:[A-Z]+|\*) )?[/*]\S*", 'pattern as in "/v1/*" or "GET /v1/*", or tag as in "tag:billing"'
)

VARIABLE: Final = matching(r"[A-Z_][A-Z0-9_]*", "name of an environment variable in capitals")

FIELD_PATH: Final = matching(r"[^\s.\[\]]+(\[\])?(\.[^\s.\[\]]+(\[\])?)*", "path as in choices[].delta")

HEADER_NAME: Final = matching(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+", "name of a header")
