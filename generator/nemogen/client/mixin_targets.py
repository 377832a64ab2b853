"""The generated classes that a mixin of the project can be a base of, with what each has of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nemogen.client.engine_input import names_of
from nemogen.client.fields import fields_of
from nemogen.client.plan import ClientPlan, Resource
from nemogen.document import Document


def mixin_targets(plan: ClientPlan, document: Document) -> dict[str, Iterable[str]]:
    """The clients, the resources (sync and async) and the models, by name, with the names of their members."""
    of_client = {each.attribute for each in plan.resources} | ({plan.webhooks.attribute} if plan.webhooks else set())
    found: dict[str, Iterable[str]] = {plan.client: of_client, plan.async_client: of_client}
    for resource in (each for top in plan.resources for each in top.family()):
        members = set(_members(resource))
        found |= {resource.class_name: members, f"Async{resource.class_name}": members}
    own = fields_of(document)
    for name in names_of(document.schemas):
        properties = document.schemas[name].properties
        found[name] = {own.get(f"{name}.{each}", each) for each in properties}
    return found


def _members(resource: Resource) -> Iterator[str]:
    yield "with_raw_response"
    yield from (each.attribute for each in resource.children)
    for method in resource.methods:
        yield method.name
        yield from filter(None, (method.manager_name, method.paging.name if method.paging else ""))
