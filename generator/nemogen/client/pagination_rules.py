"""Which operations give their results in pages, and how: recognized from parameters and responses, by rules.

A rule is a row: the style, and a function that finds what the style needs. The first rule that finds all of it decides.
Nothing is guessed from prose except for links, whose format few documents say. What is recognized wrongly would call
the API in vain, or stop early; what is not recognized stays the plain method that it was. So rules ask for two things
that go together (a parameter and the field that fills it) rather than for one name.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from nemogen.client.pagination_fields import (
    FieldPath,
    PageFacts,
    PageField,
    PageParameter,
    has_type,
    plain_name,
    scalar_parameter,
)
from nemogen.client.pagination_names import (
    AMBIGUOUS_OFFSETS,
    COUNTED,
    CURSORS,
    DONE,
    ENDS,
    LAST,
    LINKS,
    MORE,
    NEXT,
    NUMBERS,
    OF_LINKS,
    OFFSETS,
    OPAQUE,
    PAGES,
    SIZES,
    SURE_LINKS,
    TOTALS,
    URL_FORMATS,
)
from nemogen.openapi.schema import MISSING, Schema

_TIME: Final = re.compile(r"\b(?:timestamp|epoch|date|milliseconds)\b", re.IGNORECASE)
_TOKEN: Final = re.compile(r"\b(?:token|cursor|opaque)\b", re.IGNORECASE)
_SKIPS: Final = re.compile(
    r"\bskip|\bpagina|\boffset\b.*\b(?:results?|items?|records?|list)\b", re.IGNORECASE | re.DOTALL
)
"""What is said of a number of items before the page. Other numbers are called offset too: of hours, of bytes."""
_COUNTS: Final = re.compile(
    r"\b(?:page (?:number|index)|number of (?:the )?page|index of|number of \w+ to skip)\b", re.IGNORECASE
)
"""What is said of a number that is declared as a text."""
_BEGINS = r"\b(?:start|begin|number|count|index|default)\w*\b[^.\d]{0,40}(?<![-\d])"
_FROM_ZERO: Final = re.compile(rf"{_BEGINS}(?:0|zero)\b(?!\.\d)|\b(?:zero|0)[- ](?:based|indexed)\b", re.IGNORECASE)
_FROM_ONE: Final = re.compile(rf"{_BEGINS}(?:1|one)\b(?!\.\d)|\b(?:one|1)[- ](?:based|indexed)\b", re.IGNORECASE)
_ADDRESS: Final = re.compile(r"\b(?:ur[il]|link)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pagination:
    """How an operation pages: paths are names on the wire, None for what the response does not say.

    `next` is the cursor or the link in the response; of style last_id the path in the last item. `more` is false, or
    `done` true, on the last page. `parameter` chooses
    the page, and is empty for links. `size` is the number of items that the API gives where none is asked for, `most`
    the largest that may be asked for, `first` the number of the first page.
    """

    style: str
    items: FieldPath
    parameter: str = ""
    location_in: str = ""
    is_number: bool = False
    next: FieldPath = ()
    more: FieldPath | None = None
    done: FieldPath | None = None
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
        parameter = facts.parameter(parameters)
        if parameter is None or not scalar_parameter(parameter):
            continue
        for found in facts.fields_named(fields, "string", "integer", "number"):
            if not _is_link(found) and _fit(parameter.schema, found) and _is_counted(parameter, found):
                return plan_of(facts, "cursor", parameter.name, parameter.location_in, next=found.path)
    return _named_alike(facts) or _echoed(facts)


def _is_counted(parameter: PageParameter, field: PageField) -> bool:
    """Whether a field can be what a number of a page takes: most things that are called next are something else."""
    is_free = plain_name(parameter.name) not in (*NUMBERS, "until") or field.plain not in COUNTED
    return is_free or bool(field.schema.types & {"integer", "number"})


def _echoed(facts: PageFacts) -> Pagination | None:
    """A text that a response gives under the name of a parameter, where it also says whether there is more."""
    if not (facts.field(MORE, "boolean") or facts.field(DONE, "boolean")):
        return None
    known = facts.by_plain_name()
    for parameter in facts.parameters:
        own = plain_name(parameter.name)
        is_text = parameter.schema.types == {"string"} and not parameter.schema.enum
        for each in known.get(own or "-", ()) if is_text and own.endswith(OPAQUE) else ():
            if each.plain == own and each.schema.types == {"string"} and not _is_link(each):
                return plan_of(facts, "cursor", parameter.name, parameter.location_in, next=each.path)
    return None


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
                return plan_of(facts, "cursor", parameter.name, parameter.location_in, next=each.path)
    return None


def _fit(parameter: Schema, field: PageField) -> bool:
    """Whether the value of the field can be sent as the parameter."""
    return has_type(parameter, "string") or has_type(field.schema, "integer", "number")


def _is_link(field: PageField) -> bool:
    rules = field.schema
    if len(field.path) > 1 and plain_name(field.path[-2]) in OF_LINKS and field.plain in LINKS:
        return has_type(rules, "string")
    return has_type(rules, "string") and (rules.strings.format in URL_FORMATS or field.plain in SURE_LINKS)


def _is_called_link(field: PageField) -> bool:
    """Whether its description says that a text is an address: few documents give it a format."""
    prose = field.schema.annotations.description or ""
    return field.schema.types == {"string"} and bool(_ADDRESS.search(prose))


def _next_link(facts: PageFacts) -> Pagination | None:
    asked = facts.parameter((*SIZES, *NUMBERS, *OFFSETS, *CURSORS[0][0]))
    if facts.method != "get" or (facts.is_of_one and not asked):
        return None
    for each in facts.fields:
        if each.plain in LINKS and (_is_link(each) or _is_called_link(each)):
            return plan_of(facts, "next_link", next=each.path)
        if each.plain == "href" and len(each.path) > 1 and plain_name(each.path[-2]) == "next":
            return plan_of(facts, "next_link", next=each.path)
    unsure = facts.field(("next",), "string")
    parent = unsure.path[:-1] if unsure else ()
    beside = {each.plain for each in facts.fields if each.path[:-1] == parent}
    if unsure and "string" in unsure.schema.types and beside & {"previous", "prev", "self", "last", "first"}:
        return plan_of(facts, "next_link", next=unsure.path)
    return None


def _link_header(facts: PageFacts) -> Pagination | None:
    asked = facts.parameter((*SIZES, *NUMBERS, *OFFSETS, *CURSORS[0][0]))
    said = (facts.link_header or "").lower()
    if facts.method != "get" or facts.link_header is None or not (asked or "next" in said or "pagina" in said):
        return None
    return plan_of(facts, "link_header")


def _last_id(facts: PageFacts) -> Pagination | None:
    parameter, more = facts.parameter(LAST[0]), facts.field(MORE, "boolean")
    if not parameter or not more or "id" not in facts.item_names:
        return None
    return plan_of(facts, "last_id", parameter.name, parameter.location_in, next=("id",))


def _offset(facts: PageFacts) -> Pagination | None:
    parameter = facts.parameter(OFFSETS)
    if not parameter or not (_is_number(parameter) or _is_called_counted(parameter)):
        parameter = _called_offset(facts)
    if not parameter:
        return None
    is_said = _is_number(parameter) and facts.holds_objects and _SKIPS.search(parameter.prose)
    if not facts.parameter(SIZES) and not facts.field(TOTALS, "integer") and not is_said:
        return None
    is_range = plain_name(parameter.name) in AMBIGUOUS_OFFSETS and facts.parameter(ENDS)
    if (is_range and not is_said) or _TIME.search(parameter.prose):
        return None
    return plan_of(facts, "offset", parameter.name, parameter.location_in, first=_first(parameter, 0))


def _is_number(parameter: PageParameter) -> bool:
    return bool(parameter.schema.types & {"integer", "number"})


def _is_called_counted(parameter: PageParameter) -> bool:
    """Whether its description says that a text is a number."""
    return parameter.schema.types == {"string"} and bool(_COUNTS.search(parameter.prose)) and not _is_token(parameter)


def _is_token(parameter: PageParameter) -> bool:
    return bool(_TOKEN.search(parameter.prose))


def _called_offset(facts: PageFacts) -> PageParameter | None:
    """A number with the name of a cursor, and a description that says that it counts items."""
    found = facts.parameter(CURSORS[0][0])
    is_offset = found is not None and found.schema.types == {"integer"} and not _is_token(found)
    return found if found and is_offset and _SKIPS.search(found.prose) else None


def _page(facts: PageFacts) -> Pagination | None:
    parameter = facts.parameter(NUMBERS)
    ends = facts.field((*TOTALS, *PAGES), "integer", "number")
    if not parameter:
        return None
    # Numbers declared as texts are numbers where the response counts with them, or the description says so.
    is_text = bool(ends and ends.schema.types) and "string" in parameter.schema.types
    if not (_is_number(parameter) or is_text or _is_called_counted(parameter)):
        return None
    is_told = facts.parameter(SIZES) or ends or facts.field(MORE, "boolean") or facts.field(DONE, "boolean")
    if not is_told and not facts.holds_objects:
        return None
    return plan_of(facts, "page", parameter.name, parameter.location_in, first=_first(parameter, 1))


def _first(parameter: PageParameter, usual: int) -> int:
    """The number of the first page or item: the default, the least that is allowed, or what the description says."""
    default, least = parameter.schema.annotations.default, parameter.schema.numbers.minimum
    if isinstance(default, int) and not isinstance(default, bool):
        return default
    if least in (0, 1):
        return 0 if least == 0 else 1
    other = _FROM_ZERO if usual else _FROM_ONE
    own = _FROM_ONE if usual else _FROM_ZERO
    return 1 - usual if other.search(parameter.prose) and not own.search(parameter.prose) else usual


def plan_of(
    facts: PageFacts, style: str, parameter: str = "", location_in: str = "", next: FieldPath = (), first: int = 1
) -> Pagination | None:
    """The plan, with what else the response says of its end; None if it has no items."""
    if facts.items is None:
        return None
    found = Pagination(style, facts.items.path, parameter, location_in, next=next, first=first)
    more, done = facts.field(MORE, "boolean"), facts.field(DONE, "boolean")
    has_done = done is not None and "boolean" in done.schema.types
    found = replace(found, more=more.path if more else None, done=done.path if done and has_done and not more else None)
    found = replace(found, is_number=facts.takes_number(parameter, location_in))
    if style not in ("offset", "page"):
        return found
    numbers = ("integer", "number", "string")
    total, pages = facts.field(TOTALS, *numbers), facts.field(PAGES, *numbers)
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
