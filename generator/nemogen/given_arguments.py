"""What names.toml keeps of arguments, by operation (rules: `given_names`)."""

from __future__ import annotations

import json
from typing import Any, Final

from nemogen.given_names import Entry, Names, method_key

BODY: Final = "body"
"""The word in place of `in` in the identity of an argument that is a property of the body."""
WHOLE_BODY: Final = ("", BODY)
"""The key, among those of arguments, of the entry of a body itself."""


def argument_key(method: str, path: str, name: str, location_in: str) -> str:
    """The identity of an argument: "GET /pets/{} query pageSize"."""
    return f"{method_key(method, path)} {location_in} {name}"


def body_key(method: str, path: str) -> str:
    """The identity of the body of an operation: "POST /pets body". Its entry decides who chooses a name first."""
    return f"{method_key(method, path)} {BODY}"


def kept_arguments(names: Names) -> dict[str, dict[tuple[str, str], str]]:
    """The names that arguments have had: by identity of their operation, then by name on the wire and `in`.

    An operation that had a body has WHOLE_BODY among them.
    """
    return {
        operation: {key: entry.name for key, entry in entries.items()} | _beside(entries.get(WHOLE_BODY))
        for operation, entries in _by_operation(names).items()
    }


def _beside(entry: Entry | None) -> dict[tuple[str, str], str]:
    rows = (each.split(" ", 1) for each in (entry.beside if entry else ()))
    return {(name, location_in): name for location_in, name in rows}


def kept_values(names: Names) -> dict[str, dict[tuple[str, str], Any]]:
    """The one value that required arguments could have had, by the same keys."""
    return {
        operation: {key: json.loads(entry.only) for key, entry in entries.items() if entry.only}
        for operation, entries in _by_operation(names).items()
    }


def _by_operation(names: Names) -> dict[str, dict[tuple[str, str], Entry]]:
    found: dict[str, dict[tuple[str, str], Entry]] = {}
    for key, entry in names.arguments.items():
        method, _, rest = key.partition(" ")
        path, _, argument = rest.partition(" ")
        location_in, _, name = argument.partition(" ")
        found.setdefault(f"{method} {path}", {})[name, location_in] = entry
    return found
