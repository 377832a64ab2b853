"""Documents as nobody should write them: keys dropped, types swapped, parts of the document in the wrong place."""

from __future__ import annotations

import copy
import functools
import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import strategies as st

from nemogen.source.load import load

CASES = Path(__file__).parent / "cases"

_NAMED_LIKE_KEYWORDS = {name: {"type": "string"} for name in ("$ref", "properties", "discriminator", "anyOf", "items")}
_NAMED_LIKE_OURS = {name: {"type": "string"} for name in ("omit", "Literal", "stream", "timeout", "__x", "_", "self")}

JUNK: tuple[Any, ...] = (
    None, True, False, 0, -1, 2.5, 1e308, 10**30, "", "x", "$ref", "#", "type", "object", "list", "class", "{id}",
    '"""\n\'\'\' \\', "\u202e\u2028\x00", [], {}, [[]], [1, "a", None], {"a": 1}, ["string", "null"],
    {"$ref": 5}, {"$ref": "#/x"}, {"$ref": "#/components/schemas/Nope"}, {"type": "null"}, {"enum": 5}, {"oneOf": 5},
    {"enum": [[], {}, 1.5, "a", True]}, {"allOf": "x"}, {"properties": []}, {"type": "array", "items": []},
    {"type": "object", "required": True}, {"type": "string", "pattern": "(?<x", "minLength": -1, "maxLength": 1.5},
    {"type": "integer", "minimum": 0.5, "multipleOf": 0}, {"const": None}, {"const": {"a": 1}},
    {"type": "object", "properties": _NAMED_LIKE_KEYWORDS}, {"type": "object", "properties": _NAMED_LIKE_OURS},
    {"oneOf": [{"type": "object", "properties": {"type": {"type": "string"}}, "required": ["type"]}, {"type": "array"}],
     "discriminator": {"propertyName": "type", "mapping": {"a": 5, "b": "#/x"}}},
)  # fmt: skip

KEYS: tuple[Any, ...] = (
    "$ref", "properties", "discriminator", "x-nemogen-origin", "x-nemogen-name", "type", "items", "anyOf", "allOf",
    "enum", "const", "default", "required", "nullable", "additionalProperties", "title", "description", "format", "get",
    "post", "list", "stream", "with_raw_response", "omit", "class", "a b", '"""', "", "1", "é", "日本", "close", "200",
    "parameters", "requestBody", "responses", "content", "name", "in", "schema", "style", "servers", "security", "null",
)  # fmt: skip


def case_names() -> list[str]:
    """The names of all cases."""
    return [case.name for case in sorted(CASES.iterdir()) if case.is_dir()]


@functools.cache
def document(case: str) -> Any:
    """The document of a case, parsed once for all tests: none of them may change it."""
    source = next((CASES / case).glob("spec.*"))
    return load(source.read_bytes(), source.name).value


def documents() -> list[Any]:
    """The documents of all cases."""
    return [document(case) for case in case_names()]


# Read where a test draws from them, not by every process that collects the tests.
DOCUMENTS: st.SearchStrategy[Any] = st.deferred(lambda: st.sampled_from(documents()))


def upstream(folder: Path) -> list[Any]:
    """Real documents that are small enough to be changed a thousand times."""
    sources = (path.read_bytes() for path in sorted((folder / "other").glob("*.json")))
    return [json.loads(source) for source in sources if len(source) < 100_000]


def mutated(document: Any, random: Random) -> Any:
    """A copy of `document` with one to four faults."""
    document = copy.deepcopy(document)
    for _ in range(random.choice((1, 1, 2, 4))):
        places = list(_places(document))
        if places:
            _break(document, random.choice(places), places, random)
    return document


def _places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if path:
        yield path
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in entries:
        yield from _places(inner, (*path, key))


def _at(document: Any, path: tuple[Any, ...]) -> Any:
    for key in path:
        document = document[key]
    return document


def _break(document: Any, path: tuple[Any, ...], places: list[tuple[Any, ...]], random: Random) -> None:
    owner, key = _at(document, path[:-1]), path[-1]
    kind = random.choice(("drop", "junk", "elsewhere", "rename", "add"))
    if kind == "drop":
        del owner[key]
    elif kind == "elsewhere":
        owner[key] = copy.deepcopy(_at(document, random.choice(places)))
    elif kind == "rename" and isinstance(owner, dict):
        owner[random.choice(KEYS)] = owner.pop(key)
    elif kind == "add" and isinstance(owner, dict):
        owner[random.choice(KEYS)] = copy.deepcopy(random.choice(JUNK))
    else:
        owner[key] = copy.deepcopy(random.choice(JUNK))
