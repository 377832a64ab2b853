"""From a spec to the plan of its package, and from two plans to what the callers of the package notice."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

from nemogen.client import engine_input, param_types
from nemogen.client.client import operation_fields
from nemogen.client.environment import Text
from nemogen.client.fields import kept_fields
from nemogen.client.formats import with_types
from nemogen.client.method_plan import Method
from nemogen.client.plan import ClientPlan, Resource
from nemogen.client.planner import plan
from nemogen.client.removed_properties import with_removed_properties
from nemogen.client.round_trip import sendable_responses
from nemogen.commands.planned_calls import NOWHERE
from nemogen.commands.planned_surface import surface_of
from nemogen.commands.planned_types import PlannedPackage
from nemogen.config import Settings
from nemogen.diff.python.changes import Change, findings
from nemogen.diff.python.compare import compare
from nemogen.diff.versioning import release_level
from nemogen.document import Document
from nemogen.findings import Finding, Level


def plan_package(document: Document, settings: Settings) -> PlannedPackage:
    """The package of a prepared spec under these settings, with all that callers can notice. Raises NameClash."""
    document = with_types(with_removed_properties(document), settings)
    models = engine_input.model_types(document)
    sendable = sendable_responses(document)
    params = param_types.for_params(document, sendable)
    pointers = {**document.origins, **{str(each.call): each.at for each in document.operations}}
    plans = plan(document, settings, sendable)
    return PlannedPackage(plans, models, params, pointers, kept_fields(document.names))


def compare_plans(before: PlannedPackage, after: PlannedPackage, wire: tuple[Finding, ...] = ()) -> tuple[Finding, ...]:
    """What callers notice in the package `after`, as `build.source_changes` finds it in the written packages; with
    locations in the specs, which are called "base" and "revision".

    Where neither that nor `wire` says that there is anything to notice, the code has to be equal.
    """
    differ = before.plan.has_own_constructor != after.plan.has_own_constructor
    old = surface_of(before, "base", with_constructors=differ)
    new = surface_of(after, "revision", with_constructors=differ)
    found = findings(compare(old, new))
    if release_level((*wire, *found)) is Level.DOCS:
        found = (*found, *findings(_code_changes(before, after)))
    return tuple(map(_somewhere, found))


def _somewhere(finding: Finding) -> Finding:
    """The finding without locations that are none."""
    locations = tuple(each for each in finding.locations if each != NOWHERE)
    base, revision = (None if each == NOWHERE else each for each in (finding.base, finding.revision))
    count = max(1, len({each for each in (revision or base, *locations) if each}))
    return replace(finding, base=base, revision=revision, locations=locations, count=count)


def _code_changes(before: PlannedPackage, after: PlannedPackage) -> Iterator[Change]:
    """A change for each module that is not written as it was, prose aside."""
    old, new = dict(_modules(before)), dict(_modules(after))
    for module in sorted({*old, *new}):
        if old.get(module) != new.get(module):
            yield Change("python-code-changed", f"{after.plan.module}{module}", "")


def _modules(package: PlannedPackage) -> Iterator[tuple[str, object]]:
    """What is written into each module, by its name."""
    planned = package.plan
    yield "", (planned.models, planned.params, planned.old_models, planned.old_params, planned.old_internal)
    models = replace(package.models, schemas=engine_input.without_prose(package.models.schemas))
    params = replace(package.params, schemas=engine_input.without_prose(package.params.schemas))
    yield ".models", json.dumps(engine_input.print_models(models))
    yield ".params", param_types.module_of(params, f"{planned.module}.models")
    yield ".client", _client_code(planned)
    headers = {method.headers.class_name: method.headers for _, method in planned.methods() if method.headers}
    yield ".headers", [(name, [replace(one, doc=Text("")) for one in each.headers]) for name, each in headers.items()]
    yield ".webhooks", planned.webhooks
    for resource in planned.resources:
        yield f".resources.{resource.module}", [_resource_code(each) for each in resource.family()]


def _client_code(planned: ClientPlan) -> object:
    return (
        planned.base_url,
        planned.base_url_env,
        planned.server,
        list(planned.authentication.settings()),
        planned.authentication.arguments,
        planned.idempotency_header,
        planned.returned,
        planned.text_formats,
        [(each.attribute, each.class_name, each.module) for each in planned.resources],
        bool(planned.webhooks),
        planned.old_attributes,
    )


def _resource_code(resource: Resource) -> object:
    children = [(child.attribute, child.class_name) for child in resource.children]
    old = ([(each.name, each.method.name, each.note) for each in resource.old_methods], resource.old_attributes)
    return resource.class_name, children, [_method_code(method) for method in resource.methods], old


def _method_code(method: Method) -> object:
    return (
        method.name,
        method.constant,
        list(operation_fields(method)),
        [each.signature for each in (*method.positional, *method.keywords)],
        method.body_code(),
        method.arguments_code(),
        method.deprecation,
        method.paging,
        method.manager_name,
        method.returns,
        bool(method.headers),
    )
