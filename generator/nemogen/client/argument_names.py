"""The names of the arguments of a planned client, as names.toml keeps them."""

from __future__ import annotations

from collections.abc import Iterator

from nemogen.client.plan import Argument, ClientPlan, Method
from nemogen.given_names import Entry, argument_key


def argument_names(plan: ClientPlan) -> dict[str, Entry]:
    """The arguments that are called otherwise than on the wire, by identity."""
    return {
        argument_key(method.verb, method.path.value, each.api_name.value, location_in): Entry(each.name)
        for _, method in plan.methods()
        for each, location_in in _arguments(method)
        if each.name != each.api_name.value
    }


def _arguments(method: Method) -> Iterator[tuple[Argument, str]]:
    places = {each.argument: each.place for each in method.parameters}
    for argument in (*method.positional, *method.keywords):
        yield argument, places.get(argument.name, "request" if method.body_whole else "body")
