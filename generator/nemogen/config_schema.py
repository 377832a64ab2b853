"""What each key of api.toml may hold: one row a key, each a check of `config_checks`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Final

from nemogen.config_checks import (
    FIELD_PATH,
    HEADER_NAME,
    TYPE_CHECKERS,
    VARIABLE,
    FieldCheck,
    check_branch,
    check_class_name,
    check_command,
    check_days,
    check_dotted,
    check_engine,
    check_enums,
    check_file,
    check_headers_env,
    check_identifier,
    check_keep,
    check_module,
    check_pagination,
    check_pagination_style,
    check_path,
    check_period,
    check_repository,
    check_requirements,
    check_schemes,
    check_seconds,
    check_selectors,
    check_share,
    check_source_url,
    check_stability,
    check_table,
    check_text,
    check_texts,
    check_types,
    check_url,
    check_variables,
    matching,
)
from nemogen.errors import Location, Problem
from nemogen.http.urls import is_private

_HEADER: Final = re.compile(r"""^\s*\[\s*([A-Za-z0-9_-]+)(?:\s*\.\s*"([^"]*)")?""")

_KEY: Final = re.compile(r"""^\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([A-Za-z0-9_-]+))\s*[=.]""")

METHODS: Final = "DELETE|GET|HEAD|OPTIONS|PATCH|POST|PUT|TRACE"


def problems_of(table: Mapping[str, object], text: str, file: str) -> list[Problem]:
    """Every problem of a parsed api.toml; `text` is its source, from which the lines are taken."""
    return _Checker(text, file).check(table)


def _problems_of_operation(key: str, entry: object) -> Iterator[tuple[str, str]]:
    """Each fault (and its remedy) of one entry of the operations table, for example `"POST /v1/chat"`."""
    if not re.fullmatch(rf"(?:{METHODS}) /[^\s?#]*", key) and ("." not in key or check_dotted(key)):
        near = get_close_matches(key, SELECTION, 1)
        wanted = 'Write the method in capitals, one space and the path, as in "POST /v1/chat".'
        yield "is not an operation", f"Did you mean {near[0]}?" if near else wanted
    if isinstance(entry, str):
        if fault := check_dotted(entry):
            yield fault, ""
        return
    if not isinstance(entry, dict):
        yield "is not a table", 'Write it as { name = "chat.create" }, or just the name.'
        return
    yield from _faults(entry, OPERATION, "")
    for name, rows in (("stream", STREAM), ("pagination", PAGINATION)):
        table = entry.get(name)
        if isinstance(table, dict):
            yield from _faults(table, rows, f"{name}.")


def _faults(table: dict[str, object], rows: dict[str, FieldCheck], prefix: str) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if key not in rows:
            yield f"unknown key {prefix}{key}", f"Known here: {', '.join(rows)}."
        elif fault := rows[key](value):
            yield f"{prefix}{key}: {fault}", ""


SOURCE_KINDS: Final = ({"repository", "branch", "path"}, {"url"}, {"url", "headers_env"}, {"file"}, {"command"})
"""The sets of keys that [source] may have."""

FIELDS: Final[dict[str, dict[str, FieldCheck]]] = {
    "source": {
        "repository": check_repository,
        "branch": check_branch,
        "path": check_path,
        "url": check_source_url,
        "headers_env": check_headers_env,
        "file": check_file,
        "command": check_command,
    },
    "package": {
        "distribution": matching(r"[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?", "name of a distribution"),
        "module": check_module,
        "client": check_identifier,
        "description": check_text,
        "author": check_text,
        "licence": check_text,
        "homepage": check_url,
        "keep": check_keep,
    },
    "client": {
        "key_env": VARIABLE,
        "base_url_env": VARIABLE,
        "base_url": check_url,
        "idempotency_header": HEADER_NAME,
        "engine": check_engine,
        "credential_env": check_variables,
        "security": check_requirements,
        "security_schemes": check_schemes,
    },
    "webhooks": {
        "secret_env": VARIABLE,
        "header": HEADER_NAME,
        "algorithm": matching(r"sha1|sha256|sha512", "algorithm: sha1, sha256 or sha512"),
        "encoding": matching(r"hex|base64", "encoding: hex or base64"),
        "prefix": check_text,
        "timestamp_header": HEADER_NAME,
        "timestamp_key": matching(r"[A-Za-z0-9_-]{1,40}", "name: letters, digits, - and _"),
        "signed": matching(
            r"[^{}]*(?:\{timestamp\}[^{}]*)?\{body\}[^{}]*", "text with {body}, and maybe {timestamp} before it"
        ),
        "event_header": HEADER_NAME,
        "tolerance": check_seconds,
    },
    "check": {
        "max_age_days": check_days,
        "min_coverage": check_share,
        "types": matching("|".join(TYPE_CHECKERS), f"type checker: {', '.join(TYPE_CHECKERS)}"),
    },
    "policy": {
        "deprecation_days": check_period,
        "deprecation_days_beta": check_period,
        "stability": check_stability,
        "enums": check_enums,
    },
    "record": {"accounts": check_texts, "keys": check_texts, "allow": check_texts},
    "pin": {"upstream_commit": matching(r"[0-9a-f]{7,64}", "commit in hexadecimal"), "note": check_text},
}
"""The tables of api.toml, apart from `operations`, with their keys."""

OPERATION: Final[dict[str, FieldCheck]] = {
    "name": check_dotted,
    "stream": check_table,
    "security": check_requirements,
    "pagination": check_pagination,
}

PAGINATION: Final[dict[str, FieldCheck]] = {
    "style": check_pagination_style,
    "param": check_text,
    "next": check_text,
    "items": check_text,
}

STREAM: Final[dict[str, FieldCheck]] = {
    "end": check_text,
    "delta": FIELD_PATH,
    "whole": FIELD_PATH,
    "text": check_text,
    "calls": check_text,
    "finished": check_text,
}

SELECTION: Final = ("include", "exclude")
"""The keys of [operations] that are not operations: which of these the client has."""

MODEL_TYPES: Final = "types"
"""The key of [models] that is not a class: how dates and the like are typed."""

RENAMES: Final[dict[str, FieldCheck]] = {"models": check_class_name, "resources": check_dotted}
"""The tables that map present names to new ones."""


class _Checker:
    """Finds every problem of a table against the rows above, with the line of each."""

    def __init__(self, text: str, file: str) -> None:
        self._lines = lines_of(text)
        self._file = file
        self._problems: list[Problem] = []

    def check(self, table: Mapping[str, object]) -> list[Problem]:
        for name, value in table.items():
            if name == "operations":
                self._operations(value)
            elif name in RENAMES:
                self._renames(name, value)
            elif name in FIELDS:
                self._table(name, value)
            else:
                self._unknown(name, (*FIELDS, "operations", *RENAMES), (name,))
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
                made = f"It is made from the API's name: choose another name for the API, or set it in [{name}]."
                self._add(f"{name}.{key}: {fault}", (name, key), "" if (name, key) in self._lines else made)

    def _operations(self, value: object) -> None:
        if not isinstance(value, dict):
            self._add("operations is not a table", ("operations",), "Write it as [operations].")
            return
        for key, entry in value.items():
            if key in SELECTION:
                if fault := check_selectors(entry):
                    self._add(f"operations.{key}: {fault}", ("operations", key))
                continue
            for fault, remedy in _problems_of_operation(key, entry):
                self._add(f"operations.{key!r}: {fault}", ("operations", key), remedy)

    def _renames(self, name: str, value: object) -> None:
        if not isinstance(value, dict):
            self._add(f"{name} is not a table", (name,), f"Write it as [{name}].")
            return
        for key, entry in value.items():
            check = check_types if (name, key) == ("models", MODEL_TYPES) else RENAMES[name]
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
