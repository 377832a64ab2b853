"""Which operations give their results in pages: by the rules, or as api.toml says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches

from nemogen.client.pagination_facts import read_facts
from nemogen.client.pagination_fields import PageFacts, PageField
from nemogen.client.pagination_plan import Pagination, plan_of
from nemogen.client.pagination_rules import RULES
from nemogen.config import Pagination as Given
from nemogen.errors import Location
from nemogen.openapi.document import Operation
from nemogen.openapi.schema import Schema
from nemogen.openapi.schema_views import SchemaViews


def recognize(operation: Operation, views: SchemaViews, given: Given | None = None) -> Pagination | None:
    """How an operation pages, None if it does not; `given` are the settings of api.toml.

    Only operations that read are recognized: GET, and POST with the parameter in its body or query.
    """
    facts = read_facts(operation, views) if operation.method in ("get", "post") else None
    if facts is None:
        return None
    if given is not None:
        return None if any(faults_of(operation, views, given)) else _as_given(facts, given)
    return next((found for _, rule in RULES if (found := rule(facts))), None)


def _as_given(facts: PageFacts, given: Given) -> Pagination | None:
    """The pagination of api.toml, completed by the rules."""
    chosen = [rule for style, rule in RULES if given.style in (None, style)]
    found = next((made for rule in chosen if (made := rule(facts))), None)
    if found is None and given.style is None:
        return None
    first = 0 if given.style == "offset" else 1
    parameter = next((each for each in facts.parameters if each.label == given.param), None)
    known = replace(facts, items=facts.items or PageField((), Schema(Location(""))))
    made = found or plan_of(known, given.style or "", parameter)
    assert made is not None, "there are items"
    made = made if found else replace(made, first=first)
    made = made.chosen_by(parameter) if parameter else made
    if given.next is not None:
        made = replace(made, next=tuple(given.next.split(".")))
    if given.items is not None:
        made = replace(made, items=tuple(given.items.split(".")))
    return made


def faults_of(operation: Operation, views: SchemaViews, given: Given) -> Iterator[tuple[str, str]]:
    """Each name in the settings that the operation does not have, with help."""
    facts = read_facts(operation, views) if operation.method in ("get", "post") else None
    if facts is None:
        yield "it gives no JSON to page through", "Remove the setting."
        return
    parameters = [each.label for each in facts.parameters]
    paths = [".".join(each.path) for each in facts.fields]
    arrays = [".".join(each.path) for each in facts.fields if each.schema.arrays.items is not None]
    of_item = sorted(facts.item_names)
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
