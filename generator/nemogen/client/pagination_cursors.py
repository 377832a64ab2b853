"""Finds the parameter that takes a cursor or link of the previous response."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from nemogen.client.pagination_fields import PageFacts, PageField, PageParameter, has_type, plain_name, scalar_parameter
from nemogen.client.pagination_names import (
    COUNTED,
    CURSORS,
    DONE,
    LAST,
    LINKS,
    MORE,
    NEXT,
    NUMBERS,
    OF_LINKS,
    OPAQUE,
    SIZES,
    SURE_LINKS,
    URL_FORMATS,
)
from nemogen.client.pagination_plan import Pagination, plan_of
from nemogen.client.pagination_prose import continues
from nemogen.client.pagination_words import is_cursor, words_of
from nemogen.openapi.schema import Schema

_COUNTS: Final = frozenset({*SIZES, *NUMBERS, "sort", "sortby", "order", "orderby", "direction"})
"""What a response says again of a request, and does not choose the next page."""


def cursor_of(facts: PageFacts) -> Pagination | None:
    """A parameter, and the field whose value it takes."""
    has_end = facts.field(MORE, "boolean") or facts.field(DONE, "boolean")
    rows = (*CURSORS, *((LAST,) if has_end else ()))
    for parameters, fields in rows:
        parameter = facts.parameter(parameters)
        if parameter is None or not scalar_parameter(parameter):
            continue
        for found in facts.fields_named(fields, "string", "integer", "number"):
            if not is_link(found) and _fit(parameter.schema, found) and _is_counted(parameter, found):
                return plan_of(facts, "cursor", parameter, next=found.path)
    return _named_alike(facts) or _paired(facts) or _echoed(facts) or _in_header(facts)


def _is_counted(parameter: PageParameter, field: PageField) -> bool:
    """Whether a field can be what a number of a page takes: most things that are called next are something else."""
    is_free = plain_name(parameter.name) not in (*NUMBERS, "until") or field.plain not in COUNTED
    return is_free or bool(field.schema.types & {"integer", "number"})


def _named_alike(facts: PageFacts) -> Pagination | None:
    """A parameter, and the field with its name and "next": `next_page.offset`, `nextStartAfter`; or with its name alone
    where that says "next", or where an offset is a text, which counts nothing.
    """
    known = facts.by_plain_name()
    for parameter in filter(scalar_parameter, facts.parameters):
        own = plain_name(parameter.name)
        for each in known.get(own or "-", ()):  # a name of signs, or in another script, is like no other
            above = plain_name(each.path[-2]) if len(each.path) > 1 else ""
            is_text = own == "offset" and parameter.schema.types == each.schema.types == {"string"}
            is_next = each.plain != own or above in NEXT or is_text or (own != "next" and own.startswith("next"))
            is_value = has_type(each.schema, "string", "integer", "number") and not is_link(each)
            if is_next and is_value and _fit(parameter.schema, each):
                return plan_of(facts, "cursor", parameter, next=each.path)
    return None


def _paired(facts: PageFacts) -> Pagination | None:
    """A text and a field whose names' words say both that they are opaque: `ordersCursor` and `nextOrdersCursor`."""
    texts = [each for each in facts.parameters if each.schema.types == {"string"} and is_cursor(each.name)]
    for parameter in texts if len(texts) == 1 else ():
        for each in facts.fields:
            if is_cursor(each.path[-1]) and "next" in words_of(each.path[-1]) and each.schema.types == {"string"}:
                return plan_of(facts, "cursor", parameter, next=each.path)
    return None


def _echoed(facts: PageFacts) -> Pagination | None:
    """A text that a response gives under the name of a parameter, where it also says whether there is more, or where
    the parameter is said to go on from the response before.
    """
    has_end = facts.field(MORE, "boolean") or facts.field(DONE, "boolean")
    known = facts.by_plain_name()
    for parameter in facts.parameters:
        own = plain_name(parameter.name)
        is_text = parameter.schema.types == {"string"} and not parameter.schema.enum
        is_opaque = bool(has_end) and own.endswith(OPAQUE)
        is_said = continues(parameter) and not own.startswith(("prev", "before"))
        for each in known.get(own or "-", ()) if is_text and own not in _COUNTS else ():
            is_same = each.plain == own and each.schema.types == {"string"} and not is_link(each)
            if is_same and (is_opaque or is_said or _is_beside_more(each, facts)):
                return plan_of(facts, "cursor", parameter, next=each.path)
    return None


def _is_beside_more(field: PageField, facts: PageFacts) -> bool:
    """Whether an object below the response, which says whether there is more, has the field too."""
    more = facts.field(MORE, "boolean")
    return more is not None and more.path[:-1] == field.path[:-1] and len(field.path) > 1


def _in_header(facts: PageFacts) -> Pagination | None:
    """A cursor that a header of the response has: for a header of that name in the request, or a parameter, or the only
    other header whose name says that it goes on.
    """
    headers = [each for each in facts.parameters if each.location_in == "header"]
    own = next((each for each in headers if each.name == facts.next_header), None)
    parameter = own or facts.parameter(CURSORS[0][0]) or (headers[0] if len(headers) == 1 else None)
    if not facts.next_header or parameter is None or parameter.schema.types - {"string"}:
        return None
    found = plan_of(facts, "cursor", parameter)
    return found and replace(found, header=facts.next_header)


def _fit(parameter: Schema, field: PageField) -> bool:
    """Whether the value of the field can be sent as the parameter."""
    return has_type(parameter, "string") or has_type(field.schema, "integer", "number")


def is_link(field: PageField) -> bool:
    """Whether a field is the address of a page, rather than what a parameter takes."""
    rules = field.schema
    if len(field.path) > 1 and plain_name(field.path[-2]) in OF_LINKS and field.plain in LINKS:
        return has_type(rules, "string")
    return has_type(rules, "string") and (rules.strings.format in URL_FORMATS or field.plain in SURE_LINKS)
