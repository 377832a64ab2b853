"""The headers of successful responses that a spec declares: one class an operation, one property a header."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from nemogen.client.environment import Text
from nemogen.document import Document, Operation
from nemogen.names import bounded_pascal, pascal, spellings, with_last_resorts
from nemogen.openapi.document import Document as DeclaredDocument
from nemogen.openapi.document import Header

_TYPES: Final = {"integer": "int", "number": "float", "boolean": "bool", "array": "list[str]"}
"""What the text of a header is read as, by type of its schema; text where it is none of these."""


_OWN: Final = ("raw", "_str", "_int", "_float", "_bool", "_list")
"""What the base of the classes has."""


@dataclass(frozen=True, slots=True)
class HeaderPlan:
    """A property of the class: `api_name` is the header, `type` what its text is read as."""

    name: str
    api_name: Text
    type: str
    doc: Text

    @property
    def annotation(self) -> str:
        """The type as an annotation: a property may be called `int`, and would hide it."""
        return re.sub(r"[a-z]+", r"_builtins.\g<0>", self.type)


@dataclass(frozen=True, slots=True)
class HeadersPlan:
    """The class of the headers of one operation."""

    class_name: str
    call: str
    headers: tuple[HeaderPlan, ...]


def plan_headers(operation: Operation, document: Document) -> HeadersPlan | None:
    """The headers that the successes of an operation declare; None if they declare none."""
    if operation.declared is None or document.declared is None:
        return None
    found: dict[str, Header] = {}
    for response in operation.declared.responses:
        if response.status in operation.successes():
            for header in response.headers:
                if header.name.lower() != "content-type":
                    found.setdefault(header.name.lower(), header)
    plans: list[HeaderPlan] = []
    for header in found.values():
        plans.append(_header(header, document.declared, {*_OWN, *(each.name for each in plans)}))
    if not plans:
        return None
    name = bounded_pascal(pascal(*operation.call.resource, operation.call.method, "headers"), 60)
    return HeadersPlan(name, str(operation.call), tuple(plans))


def _header(header: Header, document: DeclaredDocument, taken: Collection[str]) -> HeaderPlan:
    candidates = with_last_resorts(list(spellings(header.name)), header.name)
    name = next(each for each in candidates if each not in taken)
    types = document.resolve(header.schema).types - {"null"} if header.schema is not None else frozenset()
    kind = _TYPES.get(next(iter(types)), "str") if len(types) == 1 else "str"
    said = " ".join(header.description.split()) or f"The header {header.name}."
    return HeaderPlan(name, Text(header.name), kind, Text(f"{said} Deprecated." if header.deprecated else said))
