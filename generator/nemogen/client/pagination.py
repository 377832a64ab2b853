"""Which operations give their results in pages, and how: recognized from parameters and responses, by rules.

A rule is a row: the style, and a function that finds what the style needs. The first rule that finds all of it decides.
Nothing is guessed from prose except for links, whose format few documents say. What is recognized wrongly would call
the API in vain, or stop early; what is not recognized stays the plain method that it was. So rules ask for two things
that go together (a parameter and the field that fills it) rather than for one name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Final

from nemogen.client.pagination_fields import (
    FieldPath,
    PageFacts,
    PageField,
    has_type,
    plain_name,
    read_facts,
    scalar_parameter,
)
from nemogen.client.pagination_names import (
    CURSORS,
    LAST,
    LINKS,
    MORE,
    NEXT,
    NUMBERS,
    OF_LINKS,
    OFFSETS,
    PAGES,
    SIZES,
    SURE_LINKS,
    TOTALS,
    URL_FORMATS,
)
from nemogen.config import Pagination as Given
from nemogen.errors import Location
from nemogen.openapi.document import Operation
from nemogen.openapi.schema import MISSING, Schema
from nemogen.openapi.schema_views import SchemaViews


@dataclass(frozen=True, slots=True)
class Pagination:
    """How an operation pages: paths are names on the wire, None for what the response does not say.

    `next` is the cursor or the link in the response; of style last_id the path in the last item. `parameter` chooses
    the page, and is empty for links. `size` is the number of items that the API gives where none is asked for, `most`
    the largest that may be asked for, `first` the number of the first page.
    """

    style: str
    items: FieldPath
    parameter: str = ""
    location_in: str = ""
    next: FieldPath = ()
    more: FieldPath | None = None
    total: FieldPath | None = None
    pages: FieldPath | None = None
    size_parameter: str = ""
    size: int | None = None
    most: int | None = None
    first: int = 1

    @property
    def reason(self) -> str:
        """Why it is taken for paginated, for people."""
        parts = {
            "cursor": f"`{self.parameter}` takes `{'.'.join(self.next)}` of the response",
            "last_id": f"`{self.parameter}` takes `{'.'.join(self.next)}` of the last item",
            "next_link": f"`{'.'.join(self.next)}` of the response is the address of the next page",
            "link_header": "the header Link has the address of the next page",
            "offset": f"`{self.parameter}` counts items",
            "page": f"`{self.parameter}` counts pages",
        }
        items = f"`{'.'.join(self.items)}`" if self.items else "the response"
        return f"{parts[self.style]}; items: {items}"


def _cursor(facts: PageFacts) -> Pagination | None:
    rows = (*CURSORS, *((LAST,) if facts.field(MORE, "boolean") else ()))
    for parameters, fields in rows:
        parameter, found = facts.parameter(parameters), facts.field(fields, "string", "integer", "number")
        if (
            parameter
            and found
            and scalar_parameter(parameter)
            and not _is_link(found)
            and _fit(parameter.schema, found)
        ):
            return _with(facts, "cursor", parameter.name, parameter.location_in, next=found.path)
    return _named_alike(facts)


def _named_alike(facts: PageFacts) -> Pagination | None:
    """A parameter, and the field with its name and "next": `next_page.offset`, `nextStartAfter`; or with its name alone
    where an offset is a text, which counts nothing.
    """
    known = facts.by_plain_name()
    for parameter in filter(scalar_parameter, facts.parameters):
        own = plain_name(parameter.name)
        for each in known.get(own or "-", ()):  # a name of signs, or in another script, is like no other
            above = plain_name(each.path[-2]) if len(each.path) > 1 else ""
            is_text = own == "offset" and parameter.schema.types == each.schema.types == {"string"}
            is_next = each.plain != own or above in NEXT or is_text
            if is_next and has_type(each.schema, "string", "integer", "number") and _fit(parameter.schema, each):
                return _with(facts, "cursor", parameter.name, parameter.location_in, next=each.path)
    return None


def _fit(parameter: Schema, field: PageField) -> bool:
    """Whether the value of the field can be sent as the parameter."""
    return has_type(parameter, "string") or has_type(field.schema, "integer", "number")


def _is_link(field: PageField) -> bool:
    rules = field.schema
    if len(field.path) > 1 and plain_name(field.path[-2]) in OF_LINKS and field.plain in LINKS:
        return has_type(rules, "string")
    return has_type(rules, "string") and (rules.strings.format in URL_FORMATS or field.plain in SURE_LINKS)


def _next_link(facts: PageFacts) -> Pagination | None:
    asked = facts.parameter((*SIZES, *NUMBERS, *OFFSETS, *CURSORS[0][0]))
    if facts.method != "get" or (facts.is_of_one and not asked):
        return None
    for each in facts.fields:
        if each.plain in LINKS and _is_link(each):
            return _with(facts, "next_link", next=each.path)
        if each.plain == "href" and len(each.path) > 1 and plain_name(each.path[-2]) == "next":
            return _with(facts, "next_link", next=each.path)
    unsure = facts.field(("next",), "string")
    parent = unsure.path[:-1] if unsure else ()
    beside = {each.plain for each in facts.fields if each.path[:-1] == parent}
    if unsure and "string" in unsure.schema.types and beside & {"previous", "prev", "self", "last", "first"}:
        return _with(facts, "next_link", next=unsure.path)
    return None


def _link_header(facts: PageFacts) -> Pagination | None:
    asked = facts.parameter((*SIZES, *NUMBERS, *OFFSETS, *CURSORS[0][0]))
    said = (facts.link_header or "").lower()
    if facts.method != "get" or facts.link_header is None or not (asked or "next" in said or "pagina" in said):
        return None
    return _with(facts, "link_header")


def _last_id(facts: PageFacts) -> Pagination | None:
    parameter, more = facts.parameter(LAST[0]), facts.field(MORE, "boolean")
    if not parameter or not more or facts.item is None or "id" not in facts.item.objects.properties:
        return None
    return _with(facts, "last_id", parameter.name, parameter.location_in, next=("id",))


def _offset(facts: PageFacts) -> Pagination | None:
    parameter = facts.parameter(OFFSETS)
    if not parameter or not parameter.schema.types & {"integer", "number"}:
        return None
    if not facts.parameter(SIZES) and not facts.field(TOTALS, "integer"):
        return None
    return _with(facts, "offset", parameter.name, parameter.location_in, first=_first(parameter.schema, 0))


def _page(facts: PageFacts) -> Pagination | None:
    parameter = facts.parameter(NUMBERS)
    if not parameter or not parameter.schema.types & {"integer", "number"}:
        return None
    is_told = facts.parameter(SIZES) or facts.field((*TOTALS, *PAGES), "integer") or facts.field(MORE, "boolean")
    if not is_told and facts.item is not None and not has_type(facts.item, "object"):
        return None
    return _with(facts, "page", parameter.name, parameter.location_in, first=_first(parameter.schema, 1))


def _first(schema: Schema, usual: int) -> int:
    """The number of the first page: the default, or 0 where pages are counted from it."""
    default = schema.annotations.default
    if isinstance(default, int) and not isinstance(default, bool):
        return default
    return 0 if schema.numbers.minimum == 0 else usual


def _with(
    facts: PageFacts, style: str, parameter: str = "", location_in: str = "", next: FieldPath = (), first: int = 1
) -> Pagination | None:
    """The plan, with what else the response says of its end; None if it has no items."""
    if facts.items is None:
        return None
    found = Pagination(style, facts.items.path, parameter, location_in, next, first=first)
    more = facts.field(MORE, "boolean")
    found = replace(found, more=more.path if more else None)
    if style not in ("offset", "page"):
        return found
    total, pages = facts.field(TOTALS, "integer"), facts.field(PAGES, "integer")
    size = facts.parameter(SIZES)
    rules = size.schema if size and has_type(size.schema, "integer") else None
    default = rules.annotations.default if rules else MISSING
    most = rules.numbers.maximum if rules else None
    return replace(
        found,
        total=total.path if total else None,
        pages=pages.path if pages and style == "page" else None,
        size_parameter=size.name if size and rules and size.location_in == location_in else "",
        size=default if isinstance(default, int) and not isinstance(default, bool) else None,
        most=int(most) if most is not None else None,
    )


RULES: Final[tuple[tuple[str, Callable[[PageFacts], Pagination | None]], ...]] = (
    ("cursor", _cursor),
    ("next_link", _next_link),
    ("link_header", _link_header),
    ("last_id", _last_id),
    ("offset", _offset),
    ("page", _page),
)
"""In the order in which they are tried: what the API itself names as the next page goes before what is counted."""


def recognize(operation: Operation, views: SchemaViews, given: Given | None = None) -> Pagination | None:
    """How an operation pages, None if it does not; `given` is what api.toml says of it.

    Only operations that read are recognized: GET, and POST with the parameter in its body or query.
    """
    facts = read_facts(operation, views) if operation.method in ("get", "post") else None
    if facts is None:
        return None
    if given is not None:
        return None if any(faults_of(operation, views, given)) else _as_given(facts, given)
    return next((found for _, rule in RULES if (found := rule(facts))), None)


def _as_given(facts: PageFacts, given: Given) -> Pagination | None:
    """What api.toml says, and what rules find besides."""
    chosen = [rule for style, rule in RULES if given.style in (None, style)]
    found = next((made for rule in chosen if (made := rule(facts))), None)
    if found is None and given.style is None:
        return None
    first = 0 if given.style == "offset" else 1
    made = found or _with(replace(facts, items=facts.items or PageField((), Schema(Location("")))), given.style or "")
    assert made is not None, "there are items"
    made = made if found else replace(made, first=first)
    if given.param is not None:
        parameter = next(each for each in facts.parameters if each.name == given.param)
        made = replace(made, parameter=parameter.name, location_in=parameter.location_in)
    if given.next is not None:
        made = replace(made, next=tuple(given.next.split(".")))
    if given.items is not None:
        made = replace(made, items=tuple(given.items.split(".")))
    return made


def faults_of(operation: Operation, views: SchemaViews, given: Given) -> Iterator[tuple[str, str]]:
    """What a setting names that the operation does not have, each with how to go on."""
    facts = read_facts(operation, views) if operation.method in ("get", "post") else None
    if facts is None:
        yield "it gives no JSON to page through", "Remove the setting."
        return
    parameters = [each.name for each in facts.parameters]
    paths = [".".join(each.path) for each in facts.fields]
    arrays = [".".join(each.path) for each in facts.fields if each.schema.arrays.items is not None]
    of_item = list(facts.item.objects.properties) if facts.item else []
    known = {
        "param": (given.param, parameters),
        "next": (given.next, of_item if given.style == "last_id" else paths),
        "items": (given.items, arrays),
    }
    for key, (value, names) in known.items():
        if value is not None and value not in names:
            yield f"it has no {key} {value}", _suggested(value, names)
    if given.items is None and facts.items is None:
        yield "no one array of the response holds its items", f"Say which, as items: {_listed(arrays)}."
    yield from _missing(facts, given)


def _missing(facts: PageFacts, given: Given) -> Iterator[tuple[str, str]]:
    """What a style needs, that neither the setting nor a rule gives."""
    found = next((made for style, rule in RULES if given.style in (None, style) and (made := rule(facts))), None)
    if given.style is None:
        if found is None:
            yield "no style is recognized", "Name one, as style: cursor, last_id, link_header, next_link, offset, page."
        return
    needs = {"cursor": ("param", "next"), "last_id": ("param", "next"), "next_link": ("next",), "link_header": ()}
    for key in needs.get(given.style, ("param",)):
        if getattr(given, key) is None and found is None:
            yield f"style {given.style} needs {key}", f"Add {key} to the setting."


def _suggested(value: str, names: list[str]) -> str:
    near = get_close_matches(value, names, 1)
    return f"Did you mean {near[0]}?" if near else f"It has: {_listed(names)}."


def _listed(names: list[str], most: int = 8) -> str:
    return ", ".join(names[:most]) + (f" and {len(names) - most} more" if len(names) > most else "") or "none"
