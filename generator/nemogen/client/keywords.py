"""Arguments that many signatures would repeat, and that a module declares once instead, as a TypedDict."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from nemogen.client.environment import literal
from nemogen.client.method_plan import Argument, Method
from nemogen.client.plan import Resource
from nemogen.names import pascal

_MOST: Final = 40
"""How often an argument of a method may be in the signatures of its module before they are declared once."""

_LOCALS: Final = frozenset({"arguments", "sort_arguments"})
"""Names that the code of such a method uses, so that no positional argument may have them."""


def with_keywords(resource: Resource) -> Resource:
    """The resource of a module, with the methods whose arguments are declared once.

    The TypedDict has a readable name, without a leading underscore: editors show it in place of the arguments.
    """
    # Whatever the module imports is named somewhere in the plan of its resources.
    taken = set(re.findall(r"\w+", repr(resource)))
    return _with_keywords(resource, taken)


def _with_keywords(resource: Resource, taken: set[str]) -> Resource:
    methods = []
    for each in resource.methods:
        name = f"{resource.class_name}{pascal(each.name)}Params"
        is_long = _repeats(each) > _MOST and name not in taken and _can_be_declared(each)
        taken.add(name)
        methods.append(replace(each, keywords_class=name) if is_long else each)
    children = tuple(_with_keywords(child, taken) for child in resource.children)
    return replace(resource, methods=tuple(methods), children=children)


def _repeats(method: Method) -> int:
    """How many arguments given by name all signatures have together, sync and async."""
    overloads = 4 if method.stream_argument else 1
    return 2 * (overloads + bool(method.manager_name) + bool(method.paging)) * len(method.keywords)


def _can_be_declared(method: Method) -> bool:
    """Whether no names clash: the keys of a TypedDict hide types of the same name."""
    names = {each.name for each in method.keywords}
    used = {word for each in method.keywords for word in re.findall(r"\w+", each.annotation)}
    return not names & used and not _LOCALS & {each.name for each in method.positional} and not method.body_whole


def field_type(argument: Argument) -> str:
    """The type of an argument as the TypedDict declares it."""
    return argument.annotation if argument.default else f"Required[{argument.annotation}]"


def keywords_code(method: Method) -> str:
    """The runtime's `Keywords` of a method, as code."""
    found = method.declared_keywords()
    required = tuple(each.name for each in found if not each.default)
    defaults = ", ".join(f"{literal(each.name)}: {each.default}" for each in found if each.default not in ("", "omit"))
    more = (f", required={literal(required)}" if required else "") + (f", defaults={{{defaults}}}" if defaults else "")
    return f"Keywords({method.keywords_class}{more})"
