"""Which parameter counts the items or the pages before the one that is asked for."""

from __future__ import annotations

from nemogen.client.pagination_fields import PageFacts, PageParameter, plain_name
from nemogen.client.pagination_names import (
    AMBIGUOUS_OFFSETS,
    CURSORS,
    DONE,
    ENDS,
    MORE,
    NUMBERS,
    OFFSETS,
    PAGES,
    TOTALS,
)
from nemogen.client.pagination_plan import Pagination, plan_of
from nemogen.client.pagination_prose import (
    find_number_of_item,
    find_number_of_page,
    first_number,
    is_echoed_number,
    is_number,
    is_number_as_text,
    is_page_number,
    is_size_of_page,
    is_skip,
    is_time,
    is_token,
    page_size,
)


def offset_of(facts: PageFacts) -> Pagination | None:
    """A number of items, beside the size of a page or with the number of all items in the response."""
    named = (each for each in facts.parameters_named(OFFSETS) if _counts_items(each, facts))
    parameter = next(named, None) or _called_offset(facts)
    others = (is_time, is_page_number, is_size_of_page)
    if not parameter or any(each(parameter) for each in others) or _is_echo_of_page(facts, parameter):
        return None
    is_named = facts.method == "get" and plain_name(parameter.name) == "skip"
    is_said = is_number(parameter) and facts.holds_objects and (is_named or is_skip(parameter))
    if not page_size(facts) and not facts.field(TOTALS, "integer", "number") and not is_said:
        return None
    is_range = plain_name(parameter.name) in AMBIGUOUS_OFFSETS and not parameter.within and facts.parameter(ENDS)
    if (is_range and not is_said) or _is_of_one_thing(facts):
        return None
    return plan_of(facts, "offset", parameter, first=first_number(parameter, 0))


def _counts_items(parameter: PageParameter, facts: PageFacts) -> bool:
    is_ambiguous = plain_name(parameter.name) in AMBIGUOUS_OFFSETS and not parameter.within
    is_sure = not is_ambiguous or is_skip(parameter) or is_echoed_number(parameter, facts)
    return is_number(parameter) or (is_sure and is_number_as_text(parameter, facts))


def _called_offset(facts: PageFacts) -> PageParameter | None:
    """A number with another name, and a description that says that it counts items."""
    found = facts.parameter(CURSORS[0][0])
    if found is not None and found.schema.types == {"integer"} and not is_token(found) and is_skip(found):
        return found
    has_page = any(_counts_pages(each, facts) for each in facts.parameters_named(NUMBERS))
    return find_number_of_item(facts) if page_size(facts) and not has_page else None


def _is_echo_of_page(facts: PageFacts, offset: PageParameter) -> bool:
    """Whether an API that takes both responds with the number of the page, and not with the offset."""
    page, given = facts.parameter(NUMBERS), {each.plain for each in facts.fields}
    return page is not None and plain_name(page.name) in given and plain_name(offset.name) not in given


def _is_of_one_thing(facts: PageFacts) -> bool:
    """Whether the array is a part of the one thing that the path names and the response is: it has an id of its own,
    and counts nothing. APIs that take the same parameters everywhere declare them for such operations too.
    """
    path = facts.items.path if facts.items else ()
    above = {path[:depth] for depth in range(len(path))}
    has_id = any(each.plain == "id" and each.path[:-1] in above for each in facts.fields)
    counts = facts.field((*TOTALS, *PAGES, *MORE, *DONE, *NUMBERS, *OFFSETS), "integer", "number", "boolean")
    return facts.is_of_one and has_id and counts is None


def page_of(facts: PageFacts) -> Pagination | None:
    """A number of a page, where something else says that there are pages."""
    ends = facts.field((*TOTALS, *PAGES), "integer", "number")
    parameter = next((each for each in facts.parameters_named(NUMBERS) if _counts_pages(each, facts)), None)
    parameter = parameter or (find_number_of_page(facts) if page_size(facts) or ends else None)
    if not parameter or _is_of_one_thing(facts):
        return None
    has_size_or_end = page_size(facts) or ends or facts.field(MORE, "boolean") or facts.field(DONE, "boolean")
    if not has_size_or_end and (parameter.within or not facts.holds_objects) and not is_page_number(parameter):
        return None
    return plan_of(facts, "page", parameter, first=first_number(parameter, 1))


def _counts_pages(parameter: PageParameter, facts: PageFacts) -> bool:
    """Whether a number declared as a text is one: the response has counts, or its description names a number."""
    ends = facts.field((*TOTALS, *PAGES), "integer", "number")
    response_counts = bool(ends and ends.schema.types) and "string" in parameter.schema.types
    return is_number(parameter) or response_counts or is_number_as_text(parameter, facts)
