"""like.toml: the names that another client has, which those of the package were taken from.

    client = "openai==3.57.0"
    [methods]
    "POST /chat/completions" = "chat.completions.create"
    [models]
    "/components/schemas/CreateChatCompletionResponse" = "ChatCompletion"
    [known.methods]
    [known.models]

Identities are those of names.toml. The rows under `known` differed when the package was added, and may. A person
may edit the file: a row that is removed is not compared any more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Any, Final

from nemogen.errors import ConfigError, Location
from nemogen.given_names import Names
from nemogen.light_dataclasses import dataclass
from nemogen.schema_files import schema_comment
from nemogen.text_safety import in_toml
from nemogen.toml_faults import toml_fault
from nemogen.toml_text import TOMLDecodeError, parse_toml

TABLES: Final = ("methods", "models")
_HEAD: Final = """\
# The names of another client, which those of this package were taken from. Written by nemogen add --like: commit this
# file. nemogen check compares the names; a row that is removed, or moved below [known], may differ.
"""
_OF_NAMES: Final = {"methods": "methods", "models": "classes"}
"""The tables of names.toml with the same identities."""


@dataclass(frozen=True, slots=True)
class Like:
    """The names of another client by identity, by table; `known` are those that differ and may."""

    client: str
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    known: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Difference:
    """An operation or a schema that has another name than in the other client."""

    table: str
    key: str
    theirs: str
    ours: str


def differences(rows: Mapping[str, Mapping[str, str]], names: Names) -> Iterator[Difference]:
    """The rows that the package has under another name; what it does not have any more is no difference."""
    for table in TABLES:
        entries = names.table(_OF_NAMES[table])
        for key, theirs in sorted(rows.get(table, {}).items()):
            entry = entries.get(key)
            if entry is not None and not entry.last and entry.name != theirs:
                yield Difference(table, key, theirs, entry.name)


def parse_like(content: bytes, file: str) -> Like:
    """like.toml. Raises ConfigError where it is not valid TOML or has something else in it."""
    try:
        text = content.decode()
        table = parse_toml(text)
    except UnicodeDecodeError:
        raise ConfigError("not UTF-8", where=Location(file), remedy="Take the file back from git.") from None
    except TOMLDecodeError as error:
        raise toml_fault(error, content.decode(), file) from None
    known = table.get("known", {})
    if not isinstance(known, dict) or {*table} - {"client", "known", *TABLES} or {*known} - {*TABLES}:
        raise _unfit("it may have client, [methods], [models], [known.methods] and [known.models]", file)
    client = table.get("client")
    if not isinstance(client, str) or not client:
        raise _unfit("client is missing: the package, with its version, that the names are of", file)
    return Like(client, _rows(table, file), _rows(known, file))


def _rows(table: Mapping[str, Any], file: str) -> dict[str, dict[str, str]]:
    found = {name: table.get(name, {}) for name in TABLES}
    for name, rows in found.items():
        if not isinstance(rows, dict) or not all(isinstance(each, str) for each in rows.values()):
            raise _unfit(f'a row of [{name}] is not "identity" = "name"', file)
    return found


def _unfit(what: str, file: str) -> ConfigError:
    return ConfigError(what, where=Location(file), remedy="Correct the file, or take it back from git.")


def dump_like(like: Like) -> bytes:
    """like.toml: sorted, one row a line."""
    parts = [schema_comment("like"), _HEAD, f"client = {in_toml(like.client)}\n"]
    for prefix, tables in (("", like.names), ("known.", like.known)):
        for name in TABLES:
            rows = tables.get(name, {})
            lines = (f"{in_toml(key)} = {in_toml(rows[key])}\n" for key in sorted(rows))
            parts.append(f"\n[{prefix}{name}]\n{''.join(lines)}" if rows else "")
    return "".join(parts).encode()
