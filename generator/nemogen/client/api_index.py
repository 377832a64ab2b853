"""What README.md and api.md list: the API's types, and the classes of the runtime with what their docstrings say."""

from __future__ import annotations

import ast
import itertools
import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from nemogen.canonical import CanonicalSchema
from nemogen.client.environment import Text
from nemogen.client.fields import fields_of
from nemogen.client.plan import ClientPlan
from nemogen.document import Document
from nemogen.light_dataclasses import dataclass
from nemogen.names import PARAM


@dataclass(frozen=True, slots=True)
class Described:
    """A class of the runtime and the first sentence on it; `depth` is that in the tree of errors, 0 for its base."""

    name: str
    summary: Text
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Component:
    """A type of the API: the names of its class and, where it is an argument, of its TypedDict; what it is made of."""

    names: tuple[str, ...]
    parts: Text
    summary: Text


@cache
def errors_of(runtime: Path) -> tuple[Described, ...]:
    """The classes of errors.py of the runtime, in its order."""
    depths: dict[str, int] = {}
    found = []
    for node in _body(runtime / "errors.py"):
        if isinstance(node, ast.ClassDef):
            base = node.bases[0].id if node.bases and isinstance(node.bases[0], ast.Name) else ""
            depths[node.name] = depths.get(base, -1) + 1
            found.append(Described(node.name, _first_sentence(ast.get_docstring(node)), depths[node.name]))
    return tuple(found)


@cache
def exports_of(runtime: Path) -> tuple[Described, ...]:
    """What else of the runtime a package gives, as exports.py imports it for type checkers, sorted by name.

    Read once a process: the runtime is the same for all APIs, and to parse it takes a tenth of a `generate`.
    """
    names: dict[str, list[str]] = {}
    for node in ast.walk(ast.parse((runtime / "exports.py").read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level == 1 and node.module and node.module != "errors":
            names.setdefault(node.module, []).extend(alias.name for alias in node.names)
    found = []
    for module, exported in names.items():
        texts = _docstrings(runtime / f"{module}.py")
        found += [Described(name, _first_sentence(texts.get(name))) for name in exported]
    return tuple(sorted(found, key=lambda each: each.name.lower()))


def _body(file: Path) -> list[ast.stmt]:
    return ast.parse(file.read_text(encoding="utf-8")).body


def _docstrings(file: Path) -> dict[str, str]:
    """What a module says of its classes, and in the string below it of each annotated name."""
    found: dict[str, str] = {}
    body = _body(file)
    for node, below in itertools.zip_longest(body, body[1:]):
        if isinstance(node, ast.ClassDef):
            found[node.name] = ast.get_docstring(node) or ""
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            text = below.value.value if isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant) else ""
            found[node.target.id] = str(text)
    return found


def _first_sentence(docstring: str | None) -> Text:
    sentence = re.split(r"\.(?:\s|$)", docstring or "")[0]
    return Text(f"{sentence}." if sentence else "")


def types_of(plan: ClientPlan, document: Document) -> tuple[Component, ...]:
    """The components of a document, each with its properties (those that may be missing with ?) or its variants.

    The classes that arguments are checked against are left out: no user makes one or gets one.
    """
    attributes, exported, sent = fields_of(document), frozenset(plan.models), frozenset(plan.params)
    found = []
    for name, schema in document.schemas.items():
        if name not in exported:
            continue
        names = (name, f"{name}{PARAM}") if f"{name}{PARAM}" in sent else (name,)
        fields = {each: attributes.get(f"{name}.{each}", each) for each in schema.properties}
        found.append(Component(names, Text(_parts(schema, fields)), Text(schema.description)))
    return tuple(found)


def _parts(schema: CanonicalSchema, fields: Mapping[str, str]) -> str:
    if schema.properties:
        required = schema.required
        return ", ".join(own if name in required else f"{own}?" for name, own in fields.items())
    if schema.any_of:
        return " | ".join(each.reference or (each.type or "any") for each in schema.any_of)
    if schema.enum:
        return " | ".join(json.dumps(value, ensure_ascii=False) for value in schema.enum)
    return schema.type or "any"
