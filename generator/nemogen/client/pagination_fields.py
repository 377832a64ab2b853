"""What an operation has that could page through results: parameters, and fields of its response, by plain names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from functools import lru_cache
from typing import Final, TypeAlias

from nemogen.light_dataclasses import dataclass
from nemogen.openapi.schema import Schema, SchemaNode
from nemogen.openapi.schema_views import SchemaViews

FieldPath: TypeAlias = tuple[str, ...]
"""Names of properties, from the response to a value in it; empty for the response itself."""

_SIGNS: Final = re.compile(r"[^a-z0-9]")
_PARTS: Final = re.compile(r"[\[.]")
_OF_PAGES: Final = re.compile(r"^pag(?:inate|ination|ing)_?(?=\w)")
_KEPT_NAMES: Final = 4096
"""How many names are kept as rules compare them: documents use the same ones over and over."""


@dataclass(frozen=True, slots=True)
class PageParameter:
    """A parameter of the query, or a property of a JSON body: `schema` is merged. `within` are the names of the objects
    of the body that it is in.
    """

    name: str
    location_in: str
    schema: Schema
    description: str | None = None
    within: FieldPath = ()

    @property
    def label(self) -> str:
        """Its name for people, and in settings."""
        return ".".join((*self.within, self.name))

    @property
    def takes_number(self) -> bool:
        """Whether what it takes is a number and not a text."""
        return bool(self.schema.types & {"integer", "number"}) and "string" not in self.schema.types

    @property
    def prose(self) -> str:
        """What the document says of it; empty if it says nothing."""
        return self.description or self.schema.annotations.description or ""


@dataclass(frozen=True, slots=True)
class PageField:
    """A value in a response. `members` are the properties of each item of an array of links."""

    path: FieldPath
    schema: Schema
    members: frozenset[str] = frozenset()

    @property
    def plain(self) -> str:
        """Its own name as rules compare it."""
        return plain_name(self.path[-1])


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What the rules look at. `items` is the array of results, `item` their schema; None if there is no one array.

    `link_header` is what the document says of the header Link of a success, or of parameters that are taken from it;
    None if it says nothing. `is_of_one`: the path ends with the name of one thing. `item_names` are the properties that
    each item has. `next_header` is the header of the response that chooses the next page, "" if there is none.
    `is_by_example`: the document has no schema of the response, and an example is looked at in its place.
    """

    method: str
    parameters: tuple[PageParameter, ...]
    fields: tuple[PageField, ...]
    items: PageField | None
    item: Schema | None
    link_header: str | None
    is_of_one: bool = False
    item_names: frozenset[str] = frozenset()
    next_header: str = ""
    is_by_example: bool = False
    _parameters: Mapping[str, PageParameter] = field(init=False, repr=False, compare=False)
    """By each plain name: made once, as every rule asks."""
    _fields: Mapping[str, Sequence[PageField]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_parameters", _by_name(self.parameters))
        fields: dict[str, list[PageField]] = {}
        for each in self.fields:
            fields.setdefault(each.plain, []).append(each)
        object.__setattr__(self, "_fields", fields)

    @property
    def holds_objects(self) -> bool:
        """Whether the results are objects, or may be."""
        return self.item is None or has_type(self.item, "object")

    def parameter(self, names: tuple[str, ...]) -> PageParameter | None:
        """The parameter with the first of these plain names that there is."""
        return next(self.parameters_named(names), None)

    def parameters_named(self, names: tuple[str, ...]) -> Iterator[PageParameter]:
        """The parameters with these plain names, in the names' order."""
        return (self._parameters[name] for name in names if name in self._parameters)

    def field(self, names: tuple[str, ...], *types: str) -> PageField | None:
        """The field with the first of these plain names that there is, with one of these types (or none said)."""
        found = (each for name in names for each in self._fields.get(name, ()))
        return next((each for each in found if not types or has_type(each.schema, *types)), None)

    def fields_named(self, names: tuple[str, ...], *types: str) -> Iterator[PageField]:
        """All fields with one of these plain names, in the names' order, with one of these types (or none said)."""
        for name in names:
            yield from (each for each in self._fields.get(name, ()) if has_type(each.schema, *types))

    def by_plain_name(self) -> Mapping[str, list[PageField]]:
        """The fields by their plain names, with and without "next" before it; made once, as there may be thousands."""
        found: dict[str, list[PageField]] = {}
        for each in self.fields:
            for name in {each.plain, each.plain.removeprefix("next")}:
                found.setdefault(name, []).append(each)
        return found


def _by_name(parameters: Sequence[PageParameter]) -> dict[str, PageParameter]:
    """The parameters by their own names, by the names with the objects that they are in, and by the last parts."""
    known = {_leaf(each.name): each for each in reversed(parameters)}
    known |= {plain_name(each.label): each for each in reversed(parameters)}
    known |= {plain_name(each.name): each for each in reversed(parameters)}
    return known


@lru_cache(_KEPT_NAMES)
def plain_name(name: str) -> str:
    """A name without case and signs: `page[after]` and `pageAfter` are one."""
    return _SIGNS.sub("", name.lower())


@lru_cache(_KEPT_NAMES)
def _leaf(name: str) -> str:
    """The last part of a name of parts (`criteria[currentPage]`, `paging.limit`) where it can be about pages only:
    `created[after]` is about something else.
    """
    leaf = plain_name(_OF_PAGES.sub("", _PARTS.split(name)[-1]))
    return leaf if "page" in leaf or leaf in ("limit", "offset", "cursor") else plain_name(name)


def has_type(schema: Schema, *types: str) -> bool:
    """Whether a value may be of one of these types; a schema that names no type may be of any."""
    return not schema.types or bool(schema.types & set(types))


def view_of(node: SchemaNode, views: SchemaViews) -> Schema:
    """The schema as one, without null: its only variant where it has one beside null."""
    found = views.merged(node).schema
    variants = found.any_of or found.one_of
    if not found.types and len(variants) == 1:
        return views.merged(variants[0]).schema
    return found


def scalar_parameter(parameter: PageParameter | None) -> bool:
    """Whether a parameter is one text or number."""
    return parameter is not None and has_type(parameter.schema, "string", "integer", "number")
