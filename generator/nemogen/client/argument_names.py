"""The names that a planned client gives, as names.toml keeps them: all but those of models and methods."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from nemogen.client.fields import fields_of
from nemogen.client.method_plan import Argument, Method
from nemogen.client.plan import ClientPlan, Resource
from nemogen.document import Document
from nemogen.given_arguments import BODY, argument_key, body_key
from nemogen.given_names import Entry, Names, method_key

_AFTER_QUERY: Final = ("header", "cookie")
"""The `in` values that choose names after the query, where names.toml has none."""


def argument_names(plan: ClientPlan) -> dict[str, Entry]:
    """Those that are called otherwise than on the wire or have one value, by identity, and who chose before a body.

    Without a body, those of headers and cookies too: one of the query that is added would choose before them.
    """
    methods = [method for _, method in plan.methods()]
    return {
        argument_key(method.http_method, method.path.value, each.api_name.value, location_in): Entry(
            each.name, only=only
        )
        for method in methods
        for each, location_in in _arguments(method)
        if (only := _only_value(each))
        or each.name != each.api_name.value
        or (location_in in _AFTER_QUERY and not method.body)
    } | {body_key(method.http_method, method.path.value): _beside_body(method) for method in methods if method.body}


def _beside_body(method: Method) -> Entry:
    """The entry of the body of a method: its parameters that are spelt as on the wire."""
    known = {BODY, "request"}
    found = (pair for pair in _arguments(method) if pair[1] not in known)
    spelt = (f"{location} {each.name}" for each, location in found if each.name == each.api_name.value)
    return Entry(BODY, beside=tuple(sorted(spelt)))


def _only_value(argument: Argument) -> str:
    """The value that is sent where the argument is left out, as JSON; empty where there is none."""
    return json.dumps(ast.literal_eval(argument.default)) if argument.default not in ("", "omit") else ""


def names_beside(plan: ClientPlan) -> dict[str, Entry]:
    """The methods beside others, for the items of all pages and for a stream, by identity."""
    found: dict[str, Entry] = {}
    for _, method in plan.methods():
        owner, _, _ = method.call.rpartition(".")
        key = method_key(method.http_method, method.path.value)
        beside = {"pages": method.paging.name if method.paging else "", "stream": method.manager_name}
        found |= {f"{key} {word}": Entry(f"{owner}.{name}" if owner else name) for word, name in beside.items() if name}
    return found


def field_entries(document: Document) -> dict[str, Entry]:
    """The fields that are called otherwise than on the wire, by class and name on the wire."""
    return {key.replace(".", " ", 1): Entry(name) for key, name in fields_of(document).items()}


def resource_entries(plan: ClientPlan) -> dict[str, Entry]:
    """The classes of resources, by the way to them."""
    return {".".join(way): Entry(each.class_name) for top in plan.resources for way, each in _family((), top)}


def _family(above: tuple[str, ...], resource: Resource) -> Iterator[tuple[tuple[str, ...], Resource]]:
    way = (*above, resource.attribute)
    yield way, resource
    for child in resource.children:
        yield from _family(way, child)


def _arguments(method: Method) -> Iterator[tuple[Argument, str]]:
    locations = {each.argument: each.location_in for each in method.parameters}
    for argument in (*method.positional, *method.keywords):
        yield argument, locations.get(argument.name, "request" if method.body_whole else BODY)


def with_client_names(names: Names, plan: ClientPlan, document: Document) -> Names:
    """`names` (of classes and methods) with those that the plan of a client adds."""
    return replace(
        names,
        arguments=argument_names(plan),
        fields=field_entries(document),
        methods={**names.methods, **names_beside(plan)},
        resources=resource_entries(plan),
    )
