"""What the description of a parameter says that it counts, for documents whose names and types do not."""

from __future__ import annotations

import re
from typing import Final

from nemogen.client.pagination_fields import PageFacts, PageParameter, plain_name
from nemogen.client.pagination_names import SIZES
from nemogen.client.pagination_words import is_size, is_skipped, words_of

_TIME: Final = re.compile(r"\b(?:timestamp|epoch|date|milliseconds)\b", re.IGNORECASE)
_TOKEN: Final = re.compile(r"\b(?:token|cursor|opaque)\b", re.IGNORECASE)
_SKIPS: Final = re.compile(
    r"\bskip|\bpagina|\bpaging\b|\boffset\b.*\b(?:results?|items?|records?|list)\b", re.IGNORECASE | re.DOTALL
)
"""What is said of a number of items before the page. Other numbers are called offset too: of hours, of bytes."""
_SKIPS_ITEMS: Final = re.compile(
    r"\bnumber of (?:\w+ ){0,4}(?:to skip|skipped)\b|\bskips? (?:over )?(?:the )?(?:first|this many)\b"
    r"|\b(?:index|position|offset|number) of (?:the )?first (?:\w+ ){1,3}(?:to|that|in|of|on|returned|retrieved)\b",
    re.IGNORECASE,
)
"""The same of a number whose name says nothing."""
_SKIPS_PAGES: Final = re.compile(r"\bnumber of pages (?:to skip|skipped)\b|\bskips? pages\b", re.IGNORECASE)
_COUNTS: Final = re.compile(
    r"\b(?:page (?:number|index)|number of (?:the )?page|index of|number of \w+ to skip)\b", re.IGNORECASE
)
"""What is said of a number that is declared as a text."""
_PAGE_NUMBER: Final = re.compile(
    r"\bpage (?:number|index)\b|\b(?:number|index) of (?:the |a )?(?:\w+ )?page\b|\bwhich page\b"
    r"|\bpage (?:of (?:the )?\w+ )?to (?:show|return|fetch|get|retrieve|load|display|view|start)\b",
    re.IGNORECASE,
)
_PAGE_SIZE: Final = re.compile(
    r"\bper page\b|\bpage size\b|\bsize of (?:the |a |each )?page\b|\bpage limit\b"
    r"|(?<!page )\bnumber of (?:\w+ ){1,4}"
    r"(?:to (?:return|retrieve|fetch|get|include|show|list)|returned|(?:in|on) (?:a|each|the) page)\b",
    re.IGNORECASE,
)
_CONTINUES: Final = re.compile(
    r"\bcontinu(?:e|es|ing|ation)\b|\bresum(?:e|es|ing|ption)\b|\bnext (?:page|set|batch|chunk|results)\b"
    r"|\b(?:previous|last|prior|preceding) (?:request|response|call|query|page)\b",
    re.IGNORECASE,
)
_LAST_ID: Final = re.compile(
    r"\b(?:id|identifier) of the last (?:\w+ ){1,3}(?:of|on|from|in|you|that|returned|received)\b", re.IGNORECASE
)
_BACKWARDS: Final = ("prev", "before", "end", "until", "max", "to", "last")
"""How the names of parameters begin that do not go on after the last item."""
_BEGINS = r"\b(?:start|begin|number|count|index|default)\w*\b[^.\d]{0,40}(?<![-\d])"
_FROM_ZERO: Final = re.compile(rf"{_BEGINS}(?:0|zero)\b(?!\.\d)|\b(?:zero|0)[- ](?:based|indexed)\b", re.IGNORECASE)
_FROM_ONE: Final = re.compile(rf"{_BEGINS}(?:1|one)\b(?!\.\d)|\b(?:one|1)[- ](?:based|indexed)\b", re.IGNORECASE)


def is_number(parameter: PageParameter) -> bool:
    """Whether a parameter is declared as a number."""
    return bool(parameter.schema.types & {"integer", "number"})


def is_time(parameter: PageParameter) -> bool:
    """Whether a parameter is said to be a date or a time."""
    return bool(_TIME.search(parameter.prose))


def is_size_of_page(parameter: PageParameter) -> bool:
    """Whether a parameter is said to limit the items of a page, whatever its name."""
    return bool(_PAGE_SIZE.search(parameter.prose)) and not is_skip(parameter) and not is_page_number(parameter)


def is_token(parameter: PageParameter) -> bool:
    """Whether a parameter is said to be opaque, whatever its type."""
    return bool(_TOKEN.search(parameter.prose))


def is_skip(parameter: PageParameter) -> bool:
    """Whether a parameter that has the name of an offset or a cursor is said to count items."""
    return bool(_SKIPS.search(parameter.prose))


def is_number_as_text(parameter: PageParameter, facts: PageFacts) -> bool:
    """Whether a parameter that is not declared as a number is one: its description or default shows it, the response
    has its name for a number, or the size of a page, which is a number for sure, is declared as a text too.
    """
    if parameter.schema.types - {"string"} or parameter.schema.enum or is_token(parameter):
        return False
    default, size = parameter.schema.annotations.default, facts.parameter(SIZES)
    is_digits = isinstance(default, (str, int)) and str(default).isdigit()
    is_digits = is_digits or is_echoed_number(parameter, facts)
    return is_digits or bool(_COUNTS.search(parameter.prose)) or (size is not None and size.schema.types == {"string"})


def is_echoed_number(parameter: PageParameter, facts: PageFacts) -> bool:
    """Whether the response has a number under the name of a parameter."""
    found = facts.field((plain_name(parameter.name),), "integer", "number")
    return found is not None and bool(found.schema.types)


def page_size(facts: PageFacts) -> PageParameter | None:
    """The parameter that limits the items of a page: by its name, or a number by its description or the words of its
    name.
    """
    numbers = [each for each in facts.parameters if is_number(each)]
    said = filter(is_size_of_page, numbers)
    named = (each for each in numbers if is_size(each.name) and facts.holds_objects)
    return facts.parameter(SIZES) or next(said, None) or next(named, None)


def find_number_of_item(facts: PageFacts) -> PageParameter | None:
    """A number of any name that counts the items before the page, by its description or the words of its name."""
    numbers = [each for each in facts.parameters if is_number(each)]
    said = (each for each in numbers if _SKIPS_ITEMS.search(each.prose))
    return next(said, None) or next((each for each in numbers if is_skipped(each.name)), None)


def find_number_of_page(facts: PageFacts) -> PageParameter | None:
    """A number of any name that is said to be that of a page."""
    numbers = (each for each in facts.parameters if is_number(each) and plain_name(each.name) not in SIZES)
    return next(filter(is_page_number, numbers), None)


def is_page_number(parameter: PageParameter) -> bool:
    """Whether a parameter is said to be the number of a page, or of the pages before it."""
    is_said = bool(_PAGE_NUMBER.search(parameter.prose)) and not _PAGE_SIZE.search(parameter.prose)
    return is_said or is_skipped_page(parameter)


def is_skipped_page(parameter: PageParameter) -> bool:
    """Whether a parameter counts the pages before the page."""
    is_named = words_of(parameter.name) >= {"skip", "page"}
    return is_named or bool(_SKIPS_PAGES.search(parameter.prose))


def continues(parameter: PageParameter) -> bool:
    """Whether a parameter is said to go on where the response before ended."""
    return bool(_CONTINUES.search(parameter.prose))


def takes_last_id(parameter: PageParameter) -> bool:
    """Whether a parameter is said to take the id of the last item of a page, for what follows it."""
    is_forward = not plain_name(parameter.name).startswith(_BACKWARDS)
    return is_forward and not parameter.schema.enum and bool(_LAST_ID.search(parameter.prose))


def first_number(parameter: PageParameter, usual: int) -> int:
    """The number of the first page or item: the default, the least that is allowed, or what the description says."""
    default, least = parameter.schema.annotations.default, parameter.schema.numbers.minimum
    if is_skipped_page(parameter):
        return 0
    if isinstance(default, int) and not isinstance(default, bool):
        return default
    if least in (0, 1):
        return 0 if least == 0 else 1
    other = _FROM_ZERO if usual else _FROM_ONE
    own = _FROM_ONE if usual else _FROM_ZERO
    return 1 - usual if other.search(parameter.prose) and not own.search(parameter.prose) else usual
