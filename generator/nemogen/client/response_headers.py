"""The headers of successful responses that a spec declares: one class an operation, one property a header."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Final

from nemogen.client.environment import Text
from nemogen.document import Document, Operation
from nemogen.light_dataclasses import dataclass
from nemogen.names import bounded_pascal, pascal, spellings, with_last_resorts
from nemogen.openapi.document import Document as DeclaredDocument
from nemogen.openapi.document import Header
from nemogen.openapi.schema import Schema

_TYPES: Final = {"integer": "int", "number": "float", "boolean": "bool"}
"""What the text of a header is read as, by type of its schema; text where it is none of these, and no array."""

_FORMATS: Final = {"date-time": "datetime", "date": "date"}
"""The same by format of a text, where texts have the types of Python."""

_OWN: Final = (
    "raw", "_str", "_int", "_float", "_bool", "_datetime", "_date", "_list", "_list_int", "_list_float", "_list_bool",
    "_list_datetime", "_list_date",
)  # fmt: skip
"""What the base of the classes has."""


@dataclass(frozen=True, slots=True)
class HeaderPlan:
    """A property of the class: `api_name` is the header, `type` what its text is read as, or each part of it."""

    name: str
    api_name: Text
    type: str
    doc: Text
    is_list: bool = False

    @property
    def plain_annotation(self) -> str:
        """The type with the names that its modules have."""
        own = f"datetime.{self.type}" if self.type in _FORMATS.values() else self.type
        return f"list[{own}]" if self.is_list else own

    @property
    def annotation(self) -> str:
        """The type as an annotation: a property may be called `int`, and would hide it."""
        module = "_datetime" if self.type in _FORMATS.values() else "_builtins"
        own = f"{module}.{self.type}"
        return f"_builtins.list[{own}]" if self.is_list else own

    @property
    def reader(self) -> str:
        """The method of the base that reads the text."""
        if not self.is_list:
            return f"_{self.type}"
        return "_list" if self.type == "str" else f"_list_{self.type}"


@dataclass(frozen=True, slots=True)
class HeadersPlan:
    """The class of the headers of one operation."""

    class_name: str
    call: str
    headers: tuple[HeaderPlan, ...]
    base: str = "TypedHeaders"
    """The class that it inherits from: a shared one has all the properties already."""

    @property
    def has_dates(self) -> bool:
        """Whether an annotation names a class of the module datetime."""
        return any(each.type in _FORMATS.values() for each in self.headers)


def plan_headers(operation: Operation, document: Document, *, only_texts: bool = False) -> HeadersPlan | None:
    """The headers that the successes of an operation declare; None if they declare none.

    `only_texts`: what JSON has no form for stays text, as in models.
    """
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
        plans.append(_header(header, document.declared, {*_OWN, *(each.name for each in plans)}, only_texts))
    if not plans:
        return None
    name = bounded_pascal(pascal(*operation.call.resource, operation.call.method, "headers"), 60)
    return HeadersPlan(name, str(operation.call), tuple(plans))


@dataclass(frozen=True, slots=True)
class HeadersModule:
    """The classes of headers.py: those of operations, and before them the `shared` ones that they inherit from."""

    shared: tuple[HeadersPlan, ...]
    classes: tuple[HeadersPlan, ...]

    @property
    def has_dates(self) -> bool:
        """Whether an annotation names a class of the module datetime."""
        return any(each.has_dates for each in self.classes)


def headers_module(classes: Iterable[HeadersPlan]) -> HeadersModule:
    """The module with these classes. Properties that several of them have are in one base class: most operations of
    an API declare the same few headers."""
    found = tuple(classes)
    counted = Counter(each.headers for each in found)
    repeated = [headers for headers, count in counted.items() if count > 1]
    names = {headers: f"_SharedHeaders{number + 1 if number else ''}" for number, headers in enumerate(repeated)}
    shared = tuple(HeadersPlan(name, "", headers) for headers, name in names.items())
    return HeadersModule(shared, tuple(replace(each, base=names.get(each.headers, each.base)) for each in found))


def _header(header: Header, document: DeclaredDocument, taken: Collection[str], only_texts: bool) -> HeaderPlan:
    candidates = with_last_resorts(list(spellings(header.name)), header.name)
    name = next(each for each in candidates if each not in taken)
    schema = document.resolve(header.schema) if header.schema is not None else None
    is_list = schema is not None and schema.types - {"null"} == {"array"}
    if is_list and schema is not None:
        schema = document.resolve(schema.arrays.items) if schema.arrays.items is not None else None
    kind = _kind(schema, only_texts) if schema is not None else "str"
    said = " ".join(header.description.split()) or f"The header {header.name}."
    return HeaderPlan(
        name, Text(header.name), kind, Text(f"{said} Deprecated." if header.deprecated else said), is_list
    )


def _kind(schema: Schema, only_texts: bool) -> str:
    types = schema.types - {"null"}
    if types == {"string"} and not only_texts:
        return _FORMATS.get(schema.strings.format or "", "str")
    return _TYPES.get(next(iter(types)), "str") if len(types) == 1 else "str"
