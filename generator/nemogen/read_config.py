"""Reads specs/<api>/api.toml into frozen settings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar, cast

from nemogen.api_name import default_names, problem_of_api_name
from nemogen.change_policy import ChangePolicy
from nemogen.config import (
    Check,
    Client,
    CommandSource,
    FileSource,
    GitHubSource,
    Operation,
    Package,
    Pagination,
    Pin,
    Record,
    Requirements,
    Selection,
    Settings,
    Source,
    Stream,
    UrlSource,
    Webhooks,
)
from nemogen.config_schema import MODEL_TYPES, SELECTION, lines_of, problems_of
from nemogen.errors import ConfigError, Location
from nemogen.merge_conflicts import refuse_merge_conflict
from nemogen.toml_faults import toml_fault
from nemogen.toml_text import TOMLDecodeError, parse_toml

_Settings = TypeVar("_Settings")


def read_settings(api: str, content: bytes, file: str) -> Settings:
    """Settings of the folder `api` from the bytes of its api.toml; `file` is the path to show in messages.

    Keys that are left out get defaults made from the folder's name. Raises ConfigError with every problem at once.
    """
    fault = problem_of_api_name(api)
    if fault:
        raise ConfigError(fault, where=Location(file), remedy="Rename the folder, for example to my-api.")
    text, given = _parse(content, file)
    table = _with_defaults(api, given)
    problems = problems_of(table, text, file)
    if problems:
        first, *others = problems
        raise ConfigError(first.what, where=first.where, remedy=first.remedy, others=tuple(others))
    lines = {key: Location(file, line=line) for key, line in lines_of(text).items() if len(key) == 2}
    return replace(_settings(api, table), locations={(key[0], key[1]): where for key, where in lines.items()})


def _parse(content: bytes, file: str) -> tuple[str, dict[str, object]]:
    try:
        refuse_merge_conflict(content, file)
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ConfigError("not UTF-8", where=Location(file, line=line), remedy="Save the file as UTF-8.") from None
    try:
        return text, parse_toml(text)
    except TOMLDecodeError as error:
        raise toml_fault(error, text, file) from None


def _with_defaults(api: str, table: Mapping[str, object]) -> dict[str, object]:
    module, client, prefix = default_names(api)
    defaults = {
        "package": {"distribution": api, "module": module, "client": client, "description": f"Python client of {api}."},
        "client": {"key_env": f"{prefix}_API_KEY", "base_url_env": f"{prefix}_BASE_URL"},
    }
    given = {name: table.get(name, {}) for name in defaults}
    filled = {name: defaults[name] | rows for name, rows in given.items() if isinstance(rows, dict)}
    return {**table, **filled}


def _settings(api: str, table: Mapping[str, object]) -> Settings:
    models, operations = _rows(table, "models"), _rows(table, "operations")
    package, client = _rows(table, "package"), _rows(table, "client")
    return Settings(
        api=api,
        source=_source_of(_rows(table, "source")),
        package=_build(Package, {**package, "keep": _texts(package, "keep")}),
        client=_build(Client, {**client, "security": _requirements(client.get("security"))}),
        operations={key: _operation(entry) for key, entry in operations.items() if key not in SELECTION},
        selection=_build(Selection, {key: _texts(operations, key) for key in SELECTION}),
        models={name: str(new) for name, new in models.items() if name != MODEL_TYPES},
        model_types=str(models.get(MODEL_TYPES, "python")),
        resources={name: str(new) for name, new in _rows(table, "resources").items()},
        check=_build(Check, _rows(table, "check")),
        policy=_build(ChangePolicy, _rows(table, "policy")),
        record=_build(Record, {key: _texts(_rows(table, "record"), key) for key in _rows(table, "record")}),
        pin=_build(Pin, _rows(table, "pin")),
        webhooks=_build(Webhooks, _rows(table, "webhooks")),
    )


def _build(kind: Callable[..., _Settings], rows: Mapping[str, object]) -> _Settings:
    """Settings of rows whose keys and values `problems_of` has checked."""
    return kind(**rows)


def _rows(table: Mapping[str, object], name: str) -> Mapping[str, object]:
    found = table.get(name)
    return found if isinstance(found, dict) else {}


def _texts(table: Mapping[str, object], key: str) -> tuple[str, ...]:
    found = table.get(key)
    return tuple(map(str, found)) if isinstance(found, list) else ()


def _operation(entry: object) -> Operation:
    if not isinstance(entry, dict):
        return Operation(str(entry))
    pages = entry.get("pagination")
    return Operation(
        entry.get("name"),
        _build(Stream, _rows(entry, "stream")) if "stream" in entry else None,
        _requirements(entry.get("security")),
        _build(Pagination, pages) if isinstance(pages, dict) else pages,
    )


def _requirements(given: object) -> Requirements | None:
    if given is None:
        return None
    entries = cast("list[dict[str, list[str]]]", given)
    return tuple({name: tuple(scopes) for name, scopes in entry.items()} for entry in entries)


def _source_of(table: Mapping[str, object]) -> Source:
    if "url" in table:
        return _build(UrlSource, {"url": table["url"], "headers_env": _rows(table, "headers_env")})
    if "file" in table:
        return FileSource(str(table["file"]))
    if "command" in table:
        return CommandSource(_texts(table, "command"))
    return _build(GitHubSource, table)
