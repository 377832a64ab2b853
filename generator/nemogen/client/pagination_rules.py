"""Which operations give their results in pages, and how: recognized from parameters and responses, by rules.

A rule is a row: the style, and a function that finds what the style needs. The first rule that finds all of it decides.
Nothing is guessed from prose except for links, whose format few documents say. What is recognized wrongly would call
the API in vain, or stop early; what is not recognized stays the plain method that it was. So rules ask for two things
that go together (a parameter and the field that fills it) rather than for one name.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from nemogen.client.pagination_counts import offset_of, page_of
from nemogen.client.pagination_cursors import cursor_of, is_link
from nemogen.client.pagination_fields import PageFacts, PageField, plain_name
from nemogen.client.pagination_names import (
    CURSORS,
    LAST,
    LAST_IDS,
    LINKS,
    MORE,
    NUMBERS,
    OF_LINKS,
    OFFSETS,
    SIZES,
    TOTALS,
)
from nemogen.client.pagination_plan import Pagination, plan_of
from nemogen.client.pagination_prose import takes_last_id

_ADDRESS: Final = re.compile(r"\b(?:ur[il]|link)\b", re.IGNORECASE)
_NEXT: Final = re.compile(r"\bnext\b", re.IGNORECASE)


def _is_called_link(field: PageField) -> bool:
    """Whether its description says that a text is an address: few documents give it a format."""
    prose = field.schema.annotations.description or ""
    return field.schema.types == {"string"} and bool(_ADDRESS.search(prose))


def _next_link(facts: PageFacts) -> Pagination | None:
    asked = facts.parameter((*SIZES, *NUMBERS, *OFFSETS, *CURSORS[0][0]))
    if facts.method != "get" or (facts.is_of_one and not asked):
        return None
    for each in facts.fields:
        if each.plain in LINKS and (is_link(each) or _is_called_link(each)):
            return plan_of(facts, "next_link", next=each.path)
        if each.plain == "href" and len(each.path) > 1 and plain_name(each.path[-2]) == "next":
            return plan_of(facts, "next_link", next=each.path)
    unsure = facts.field(("next",), "string")
    parent = unsure.path[:-1] if unsure else ()
    beside = {each.plain for each in facts.fields if each.path[:-1] == parent}
    # A text that no parameter takes can only be an address.
    is_only = facts.parameter(SIZES) and not facts.parameter(CURSORS[0][0]) and beside & {*TOTALS, *SIZES}
    is_address = beside & {"previous", "prev", "self", "last", "first"} or is_only
    if unsure and "string" in unsure.schema.types and is_address:
        return plan_of(facts, "next_link", next=unsure.path)
    return None


def _open_link(facts: PageFacts) -> Pagination | None:
    """A link `next` among links whose names the document leaves open, where a cursor is said to be part of it."""
    cursor = facts.parameter(CURSORS[0][0])
    links = next((each for each in facts.fields if each.plain in OF_LINKS and each.schema.types == {"object"}), None)
    if facts.method != "get" or cursor is None or links is None:
        return None
    if links.schema.objects.properties or not _NEXT.search(cursor.prose):
        return None
    return plan_of(facts, "next_link", next=(*links.path, "next"))


def _related_link(facts: PageFacts) -> Pagination | None:
    """An array of links, each with its relation: `{"rel": "next", "href": ...}`."""
    asked = facts.parameter((*SIZES, *NUMBERS, *OFFSETS, *CURSORS[0][0]))
    if facts.method != "get" or not asked:
        return None
    found = next((each for each in facts.fields if each.plain in OF_LINKS and each.members >= {"rel", "href"}), None)
    return plan_of(facts, "next_link", next=found.path) if found else None


def _link_header(facts: PageFacts) -> Pagination | None:
    asked = facts.parameter((*SIZES, *NUMBERS, *OFFSETS, *CURSORS[0][0]))
    said = (facts.link_header or "").lower()
    if facts.method != "get" or facts.link_header is None or not (asked or "next" in said or "pagina" in said):
        return None
    return plan_of(facts, "link_header")


def _last_id(facts: PageFacts) -> Pagination | None:
    named = facts.parameter(LAST[0]) if facts.field(MORE, "boolean") else None
    # By convention only: what counts items is surer, as others start after the value that they sort by.
    named = named or (facts.parameter(LAST_IDS) if facts.parameter(SIZES) and not offset_of(facts) else None)
    parameter = named or next(filter(takes_last_id, facts.parameters), None)
    if not parameter or "id" not in facts.item_names:
        return None
    return plan_of(facts, "last_id", parameter, next=("id",))


RULES: Final[tuple[tuple[str, Callable[[PageFacts], Pagination | None]], ...]] = (
    ("cursor", cursor_of),
    ("next_link", _next_link),
    ("link_header", _link_header),
    ("last_id", _last_id),
    ("offset", offset_of),
    ("page", page_of),
    ("next_link", _related_link),
    ("next_link", _open_link),
)
"""In the order in which they are tried: what the API itself names as the next page goes before what is counted."""
