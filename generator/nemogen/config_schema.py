"""What each key of api.toml may hold: one row a key, each a check that answers with the fault or with None."""

from __future__ import annotations

import keyword
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any, Final, TypeAlias
from urllib.parse import urlsplit

from nemogen.change_policy import ENUMS, STABILITY
from nemogen.errors import Location, Problem
from nemogen.http.urls import is_private, shown
from nemogen.reserved_names import is_reserved

FieldCheck: TypeAlias = Callable[[object], str | None]
"""Takes a value of api.toml, gives what is wrong with it (without the key's name) or None."""

_HEADER: Final = re.compile(r"""^\s*\[\s*([A-Za-z0-9_-]+)(?:\s*\.\s*"([^"]*)")?""")
_KEY: Final = re.compile(r"""^\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([A-Za-z0-9_-]+))\s*[=.]""")
_METHODS: Final = "DELETE|GET|HEAD|OPTIONS|PATCH|POST|PUT|TRACE"
_BAD_IN_BRANCH: Final = re.compile(r"[\x00-\x20\x7f~^:?*\[\\]|\.\.|@\{|//|^[-/.]|/$|/\.|\.lock(/|$)|\.$")


PATTERNS: Final[dict[FieldCheck, str]] = {}
"""The pattern of each check that is one."""


def problems_of(table: Mapping[str, Any], text: str, file: str) -> list[Problem]:
    """Every problem of a parsed api.toml; `text` is its source, from which the lines are taken."""
    return _Checker(text, file).check(table)


def _problems_of_operation(key: str, entry: object) -> Iterator[tuple[str, str]]:
    """Each fault (and its remedy) of one entry of the operations table, for example `"POST /v1/chat"`."""
    if not re.fullmatch(rf"(?:{_METHODS}) /[^\s?#]*", key) and ("." not in key or _dotted(key)):
        near = get_close_matches(key, SELECTION, 1)
        wanted = 'Write the method in capitals, one space and the path, as in "POST /v1/chat".'
        yield "is not an operation", f"Did you mean {near[0]}?" if near else wanted
    if isinstance(entry, str):
        if fault := _dotted(entry):
            yield fault, ""
        return
    if not isinstance(entry, dict):
        yield "is not a table", 'Write it as { name = "chat.create" }, or just the name.'
        return
    yield from _faults(entry, _OPERATION, "")
    for name, rows in (("stream", _STREAM), ("pagination", _PAGINATION)):
        table = entry.get(name)
        if isinstance(table, dict):
            yield from _faults(table, rows, f"{name}.")


def _faults(table: dict[str, object], rows: dict[str, FieldCheck], prefix: str) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if key not in rows:
            yield f"unknown key {prefix}{key}", f"Known here: {', '.join(rows)}."
        elif fault := rows[key](value):
            yield f"{prefix}{key}: {fault}", ""


def _text(value: object) -> str | None:
    if not isinstance(value, str):
        return "must be a string"
    if not value.strip():
        return "is empty"
    if any(ord(char) < 0x20 or 0x7F <= ord(char) <= 0x9F for char in value):
        return "holds a line break or a control character"
    return None


def _pattern(pattern: str, wanted: str) -> FieldCheck:
    compiled = re.compile(pattern)

    def check(value: object) -> str | None:
        fault = _text(value)
        if fault:
            return fault
        return None if compiled.fullmatch(str(value)) else f"{value!r} is not a valid {wanted}"

    PATTERNS[check] = pattern
    return check


def _path(value: object) -> str | None:
    fault = _text(value)
    if fault:
        return fault
    path = str(value)
    if path.startswith("/") or "\\" in path or re.match(r"[A-Za-z]:", path):
        return f"{path!r} must be relative, with / between folders"
    if any(part in ("", ".", "..") for part in path.split("/")):
        return f"{path!r} leaves its folder: empty parts, . and .. are not allowed"
    return None


def _keep(value: object) -> str | None:
    if not isinstance(value, list):
        return 'must be a list of paths and globs, as in ["src/shop/extra.py", "examples/**"]'
    return next(filter(None, map(_path, value)), None)


def _file(value: object) -> str | None:
    """A path that may lead out of the project: this file is the project's own, and says so in the open."""
    fault = _text(value)
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


def _command(value: object) -> str | None:
    if not isinstance(value, list) or not value:
        return 'must be a list of a program and its arguments, as in ["python", "-m", "app.openapi"]'
    return _texts(value)


def _repository(value: object) -> str | None:
    fault = _pattern(r"[A-Za-z0-9-]+/[A-Za-z0-9._-]+", "repository as in owner/name")(value)
    if fault is None and str(value).split("/")[1] in (".", ".."):
        return f"{value!r} is not a repository as in owner/name"
    return fault


def _branch(value: object) -> str | None:
    return _text(value) or (f"{value!r} is not a valid branch name" if _BAD_IN_BRANCH.search(str(value)) else None)


def _url(value: object) -> str | None:
    fault = _text(value)
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


def _source_url(value: object) -> str | None:
    fault = _url(value)
    named = ": give it as a header, from an environment variable that headers_env names"
    return f"{fault}{named}" if fault and "password" in fault else fault


def _headers_env(value: object) -> str | None:
    if not isinstance(value, dict) or not value:
        return 'must be a table of headers and environment variables, as in { Authorization = "MY_VARIABLE" }'
    lower = [name.lower() for name in value]
    for name, variable in value.items():
        if fault := _HEADER_NAME(name):
            return fault
        if name.lower() in _OWN_HEADERS or lower.count(name.lower()) > 1:
            return f"{name} is a header of the connection, or named twice"
        if fault := _VARIABLE(variable):
            # The value is not shown: somebody may have put the credential itself there.
            return f"{name} must name an environment variable, in capitals: its value is never written to a file"
    return None


def _identifier(value: object) -> str | None:
    fault = _text(value)
    if fault:
        return fault
    name = str(value)
    if not (name.isascii() and name.isidentifier()) or name.startswith("_"):
        return f"{name!r} is not a valid Python identifier"
    return f"{name!r} is a keyword of Python" if keyword.iskeyword(name) or keyword.issoftkeyword(name) else None


def _module(value: object) -> str | None:
    fault = _identifier(value)
    if fault is None and value in sys.stdlib_module_names:
        return f"{value!r} is a module of Python's own library"
    if fault is None and is_reserved(str(value)):
        return f"{value!r} is a name that Windows keeps for a device"
    return fault


def _dotted(value: object) -> str | None:
    fault = _text(value)
    return fault or next(filter(None, map(_identifier, str(value).split("."))), None)


def _engine(value: object) -> str | None:
    fault = _text(value)
    if fault or value in ENGINES:
        return fault
    near = get_close_matches(str(value), ENGINES, 1, cutoff=0.3)
    hint = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(ENGINES)}"
    return f"{value!r} is not an engine; {hint}"


def _table(value: object) -> str | None:
    return None if isinstance(value, dict) else "must be a table"


def _pagination(value: object) -> str | None:
    return None if value is False or isinstance(value, dict) else "must be false, or a table with style, param, next"


def _pagination_style(value: object) -> str | None:
    fault = _text(value)
    if fault or value in PAGINATION_STYLES:
        return fault
    near = get_close_matches(str(value), PAGINATION_STYLES, 1)
    hint = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(PAGINATION_STYLES)}"
    return f"{value!r} is not a style of pagination; {hint}"


def _days(value: object) -> str | None:
    whole = isinstance(value, int) and not isinstance(value, bool) and value > 0
    return None if whole else "must be a whole number of days, 1 or more"


def _period(value: object) -> str | None:
    whole = isinstance(value, int) and not isinstance(value, bool) and value >= 0
    return None if whole else "must be a whole number of days, 0 or more"


def _stability(value: object) -> str | None:
    return None if value in STABILITY else f"must be one of {', '.join(STABILITY)}"


def _enums(value: object) -> str | None:
    return None if value in ENUMS else f"must be one of {', '.join(ENUMS)}"


def _seconds(value: object) -> str | None:
    whole = isinstance(value, int) and not isinstance(value, bool) and value > 0
    return None if whole else "must be a whole number of seconds, 1 or more"


def _share(value: object) -> str | None:
    number = isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value <= 1
    return None if number else "must be a number from 0 to 1"


def _types(value: object) -> str | None:
    return None if value in ("python", "text") else 'must be "python" or "text"'


def _texts(value: object) -> str | None:
    if not isinstance(value, list):
        return "must be a list of strings"
    return next(filter(None, map(_text, value)), None)


def _variables(value: object) -> str | None:
    if not isinstance(value, dict):
        return 'must be a table of arguments and environment variables, as in { app_id = "MY_APP_ID" }'
    if any(_identifier(name) or _VARIABLE(variable) for name, variable in value.items()):
        # The value is not shown: somebody may have put the credential itself there.
        return "must map arguments to names of environment variables, in capitals"
    return None


def _requirements(value: object) -> str | None:
    wanted = 'must be a list of alternatives, as in [{ key = [], app_id = [] }, { oauth = ["read"] }]'
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        return wanted
    return wanted if any(_texts(scopes) for entry in value for scopes in entry.values()) else None


def _schemes(value: object) -> str | None:
    is_table = isinstance(value, dict) and all(isinstance(entry, dict) for entry in value.values())
    return None if is_table else 'must be a table of schemes, as in { key = { type = "apiKey", … } }'


def _selectors(value: object) -> str | None:
    fault = _texts(value)
    if fault or not isinstance(value, list):
        return fault
    return next(filter(None, map(SELECTOR, value)), None)


SELECTOR: Final = _pattern(
    r"tag:.+|(?:(?:[A-Z]+|\*) )?[/*]\S*", 'pattern as in "/v1/*" or "GET /v1/*", or tag as in "tag:billing"'
)
_VARIABLE: Final = _pattern(r"[A-Z_][A-Z0-9_]*", "name of an environment variable in capitals")
_FIELD_PATH: Final = _pattern(r"[^\s.\[\]]+(\[\])?(\.[^\s.\[\]]+(\[\])?)*", "path as in choices[].delta")

_HEADER_NAME: Final = _pattern(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+", "name of a header")
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

SOURCE_KINDS: Final = ({"repository", "branch", "path"}, {"url"}, {"url", "headers_env"}, {"file"}, {"command"})
"""The sets of keys that [source] may have."""

FIELDS: Final[dict[str, dict[str, FieldCheck]]] = {
    "source": {
        "repository": _repository,
        "branch": _branch,
        "path": _path,
        "url": _source_url,
        "headers_env": _headers_env,
        "file": _file,
        "command": _command,
    },
    "package": {
        "distribution": _pattern(r"[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?", "name of a distribution"),
        "module": _module,
        "client": _identifier,
        "description": _text,
        "author": _text,
        "licence": _text,
        "homepage": _url,
        "keep": _keep,
    },
    "client": {
        "key_env": _VARIABLE,
        "base_url_env": _VARIABLE,
        "base_url": _url,
        "idempotency_header": _HEADER_NAME,
        "engine": _engine,
        "credential_env": _variables,
        "security": _requirements,
        "security_schemes": _schemes,
    },
    "webhooks": {
        "secret_env": _VARIABLE,
        "header": _HEADER_NAME,
        "algorithm": _pattern(r"sha1|sha256|sha512", "algorithm: sha1, sha256 or sha512"),
        "encoding": _pattern(r"hex|base64", "encoding: hex or base64"),
        "prefix": _text,
        "timestamp_header": _HEADER_NAME,
        "timestamp_key": _pattern(r"[A-Za-z0-9_-]{1,40}", "name: letters, digits, - and _"),
        "signed": _pattern(
            r"[^{}]*(?:\{timestamp\}[^{}]*)?\{body\}[^{}]*", "text with {body}, and maybe {timestamp} before it"
        ),
        "event_header": _HEADER_NAME,
        "tolerance": _seconds,
    },
    "check": {
        "max_age_days": _days,
        "min_coverage": _share,
        "types": _pattern("|".join(TYPE_CHECKERS), f"type checker: {', '.join(TYPE_CHECKERS)}"),
    },
    "policy": {
        "deprecation_days": _period,
        "deprecation_days_beta": _period,
        "stability": _stability,
        "enums": _enums,
    },
    "record": {"accounts": _texts, "keys": _texts, "allow": _texts},
    "pin": {"upstream_commit": _pattern(r"[0-9a-f]{7,64}", "commit in hexadecimal"), "note": _text},
}
"""The tables of api.toml, apart from `operations`, with their keys."""

_OPERATION: Final[dict[str, FieldCheck]] = {
    "name": _dotted,
    "stream": _table,
    "security": _requirements,
    "pagination": _pagination,
}
_PAGINATION: Final[dict[str, FieldCheck]] = {
    "style": _pagination_style,
    "param": _text,
    "next": _text,
    "items": _text,
}
_STREAM: Final[dict[str, FieldCheck]] = {
    "end": _text,
    "delta": _FIELD_PATH,
    "whole": _FIELD_PATH,
    "text": _text,
    "calls": _text,
    "finished": _text,
}


def _class_name(value: object) -> str | None:
    fault = _identifier(value)
    return fault or (None if str(value)[0].isupper() else f"{value!r} does not begin with a capital")


SELECTION: Final = ("include", "exclude")
"""The keys of [operations] that are no operation: which of them the client has."""

MODEL_TYPES: Final = "types"
"""The key of [models] that is not a class: how dates and the like are typed."""

_RENAMES: Final[dict[str, FieldCheck]] = {"models": _class_name, "resources": _dotted}
"""The tables that map present names to new ones."""


class _Checker:
    """Finds every problem of a table against the rows above, with the line of each."""

    def __init__(self, text: str, file: str) -> None:
        self._lines = lines_of(text)
        self._file = file
        self._problems: list[Problem] = []

    def check(self, table: Mapping[str, Any]) -> list[Problem]:
        for name, value in table.items():
            if name == "operations":
                self._operations(value)
            elif name in _RENAMES:
                self._renames(name, value)
            elif name in FIELDS:
                self._table(name, value)
            else:
                self._unknown(name, (*FIELDS, "operations", *_RENAMES), (name,))
        self._source(table.get("source"))
        return self._problems

    def _table(self, name: str, value: object) -> None:
        if not isinstance(value, dict):
            self._add(f"{name} is not a table", (name,), f"Write it as [{name}].")
            return
        for key, entry in value.items():
            row = FIELDS[name].get(key)
            if row is None:
                self._unknown(key, tuple(FIELDS[name]), (name, key))
            elif fault := row(entry):
                made = f"Left out, it is made from the folder's name: set it in [{name}]."
                self._add(f"{name}.{key}: {fault}", (name, key), "" if (name, key) in self._lines else made)

    def _operations(self, value: object) -> None:
        if not isinstance(value, dict):
            self._add("operations is not a table", ("operations",), "Write it as [operations].")
            return
        for key, entry in value.items():
            if key in SELECTION:
                if fault := _selectors(entry):
                    self._add(f"operations.{key}: {fault}", ("operations", key))
                continue
            for fault, remedy in _problems_of_operation(key, entry):
                self._add(f"operations.{key!r}: {fault}", ("operations", key), remedy)

    def _renames(self, name: str, value: object) -> None:
        if not isinstance(value, dict):
            self._add(f"{name} is not a table", (name,), f"Write it as [{name}].")
            return
        for key, entry in value.items():
            check = _types if (name, key) == ("models", MODEL_TYPES) else _RENAMES[name]
            if fault := check(entry):
                self._add(f"{name}.{key!r}: {fault}", (name, key))

    def _source(self, value: object) -> None:
        if value is None:
            self._add(
                "[source] is missing",
                (),
                "Say where the spec is: repository, branch and path; or url; or file; or command.",
            )
            return
        if not isinstance(value, dict) or any(key not in FIELDS["source"] for key in value):
            return
        if set(value) not in SOURCE_KINDS:
            has = ", ".join(value) or "nothing"
            remedy = (
                "Give repository, branch and path (GitHub), or url (with headers_env or not), or file or command alone."
            )
            self._add(f"[source] names no one source: it has {has}", ("source",), remedy)
        elif "headers_env" in value and not is_private(str(value["url"])):
            what = "source.headers_env: a credential is sent over https only, and the url is not https"
            self._add(what, ("source", "headers_env"), "Give a url that begins with https://.")

    def _unknown(self, key: str, known: tuple[str, ...], path: tuple[str, ...]) -> None:
        near = get_close_matches(key, known, 1)
        remedy = f"Did you mean {near[0]}?" if near else f"Known here: {', '.join(known)}."
        self._add(f"unknown key {'.'.join(path)}", path, remedy)

    def _add(self, what: str, path: tuple[str, ...], remedy: str = "") -> None:
        self._problems.append(Problem(what, Location(self._file, line=self._line(path)), remedy))

    def _line(self, path: tuple[str, ...]) -> int | None:
        return self._lines.get(path) or self._lines.get(path[:1])


def lines_of(text: str) -> dict[tuple[str, ...], int]:
    """Line of each table and of each key in it, as (table,) and (table, key): tomllib keeps no positions."""
    lines: dict[tuple[str, ...], int] = {}
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), 1):
        header, key = _HEADER.match(line), _KEY.match(line)
        if header:
            table = tuple(filter(None, header.groups()))
            lines.setdefault(table, number)
        elif key:
            lines.setdefault((*table, next(filter(None, key.groups()), "")), number)
    return lines
