"""The modules of a client, from its plan, through the templates under templates/client."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields

import jinja2

from nemogen.client.authentication import security_code
from nemogen.client.body_parts import PartPlan
from nemogen.client.environment import Text, literal, render
from nemogen.client.keywords import field_type, keywords_code
from nemogen.client.media_types import EVENTS
from nemogen.client.method_plan import Accumulation, Method, Parameter
from nemogen.client.old_members import old_method_of
from nemogen.client.param_types import for_params, module_of
from nemogen.client.plan import ClientPlan, Resource
from nemogen.client.response_headers import headers_module
from nemogen.document import Document
from nemogen.light_dataclasses import dataclass

_ALWAYS = frozenset(
    {
        ("collections.abc", "Mapping"),
        (".._runtime.api", "Api"),
        (".._runtime.api", "AsyncApi"),
        (".._runtime.timeouts", "Timeout"),
        (".._runtime.omit", "Omit"),
        (".._runtime.omit", "omit"),
    }
)


_DEPRECATED = ("typing_extensions", "deprecated as _deprecated")
"""Underlined: a method called `deprecated` would hide it inside its class."""

_NOT_SAID = PartPlan()


@dataclass(frozen=True, slots=True)
class Kind:
    """Sync or async: what differs between the two classes that one template writes."""

    prefix: str
    client: str
    base: str
    summary: Text
    api: str
    raw: str
    define: str
    awaits: str
    with_block: str
    raw_pages: str
    for_loop: str
    streamed: str

    def overloads(self, method: Method) -> tuple[tuple[str, str], ...]:
        """The annotation of the argument that asks for events, and what then is returned."""
        whole, stream = method.annotation(method.returns), self._stream(method)
        return (
            ("Literal[False] | Omit = omit", whole),
            ("Literal[True]", stream),
            ("bool | Omit", f"{whole} | {stream}"),
        )

    def returns(self, method: Method) -> str:
        """The annotation of what the method returns, whatever is asked for."""
        whole = method.annotation(method.returns)
        if not method.streaming:
            return whole
        return f"{whole} | {self._stream(method)}" if method.stream_argument else self._stream(method)

    def manager(self, method: Method) -> str:
        """The annotation of the stream as a context manager."""
        return f"{self.prefix}StreamManager[{self._chunk(method)}, {method.annotation(method.returns)}]"

    def pages(self, method: Method) -> str:
        """The annotation of the items of all pages."""
        assert method.paging is not None, "the template asks only where there are pages"
        return f"{self.prefix}Pages[{method.annotation(method.returns)}, {method.annotation(method.paging.item)}]"

    def _stream(self, method: Method) -> str:
        return f"{self.prefix}Stream[{self._chunk(method)}]"

    def _chunk(self, method: Method) -> str:
        return method.annotation(method.streaming.chunk) if method.streaming else "Any"


@dataclass(frozen=True, slots=True)
class Module:
    """One module under resources/: a resource with all below it."""

    summary: Text
    resources: tuple[Resource, ...]
    methods: tuple[Method, ...]
    imports: str


def modules(plan: ClientPlan, environment: jinja2.Environment, header: str) -> dict[str, str]:
    """Path below the import package to the text of each module that templates write."""
    kinds = kinds_of(plan)
    shared = {"plan": plan, "kinds": kinds, "header": header}
    found = {
        "client.py": render(environment, "client/src/client.py.jinja", **shared),
        "__init__.py": render(environment, "client/src/__init__.py.jinja", exports=_exports(plan), **shared),
        "testing.py": render(environment, "client/src/testing.py.jinja", **shared),
        "pytest_plugin.py": render(environment, "client/src/pytest_plugin.py.jinja", **shared),
        "resources/__init__.py": render(environment, "client/src/resources/__init__.py.jinja", **shared),
    }
    headers = {each.headers.class_name: each.headers for _, each in plan.methods() if each.headers}
    if headers:
        classes = headers_module(headers.values())
        found["headers.py"] = render(environment, "client/src/headers.py.jinja", headers=classes, **shared)
    if plan.webhooks:
        found["webhooks.py"] = render(environment, "client/src/webhooks.py.jinja", **shared)
    for resource in plan.resources:
        text = render(
            environment,
            "client/src/resources/resource.py.jinja",
            module=_module(resource, plan),
            fields_of=operation_fields,
            renamed=old_method_of,
            field_type=field_type,
            **shared,
        )
        found[f"resources/{resource.module}.py"] = text
    return found


def params_module(document: Document, models: str, environment: jinja2.Environment, header: str) -> str:
    """The text of params.py; `models` is the dotted name of the models' module."""
    params = module_of(for_params(document), models)
    imports = _import_lines(params.imports)
    return render(environment, "client/src/params.py.jinja", types=params.types, imports=imports, header=header)


def kinds_of(plan: ClientPlan) -> tuple[Kind, Kind]:
    """The two kinds of classes that a client has."""
    title = plan.title.value.rstrip(".")
    key = plan.authentication.summary
    base = "Base" if plan.has_own_constructor else ""
    sync = Text(f"Client of {title}.{key}")
    both = Text(f"Client of {title} for asyncio and trio.{key}")
    return (
        Kind("", plan.client, f"SyncClient{base}", sync, "Api", "raw_method", "def", "", "a `with` block",
             "raw_pages", "a `for` loop", "streamed_method"),
        Kind("Async", plan.async_client, f"AsyncClient{base}", both, "AsyncApi", "async_raw_method", "async def",
             "await ", "an `async with` block", "async_raw_pages", "an `async for` loop",
             "async_streamed_method"),
    )  # fmt: skip


def _exports(plan: ClientPlan) -> tuple[tuple[str, str], ...]:
    clients = ((plan.async_client, "client"), (plan.client, "client"))
    return (*clients, *((name, "models") for name in plan.models), *((name, "params") for name in plan.params))


def _module(resource: Resource, plan: ClientPlan) -> Module:
    family = resource.family()
    methods = tuple(method for each in family for method in each.methods)
    classes = (f"{prefix}{each.class_name}" for each in family for prefix in ("", "Async"))
    mixins = {(f"..{each.module}", each.name) for each in plan.mixins_of(classes)}
    imports = _imports(methods) | mixins
    if any(each.old_methods or each.old_attributes for each in family):
        imports.add(_DEPRECATED)
    return Module(resource.summary, family, methods, _import_lines(imports))


def _imports(methods: tuple[Method, ...]) -> set[tuple[str, str]]:
    """What a resource imports. Annotations too are real names: frameworks ask for them (`typing.get_type_hints`)."""
    found = {("functools", "cached_property"), *_ALWAYS}
    found |= {(".._runtime.raw_response", "raw_method"), (".._runtime.raw_response", "async_raw_method")}
    for method in methods:
        found |= method.imports
        found.add((".._runtime.operation", "StreamOperation" if method.streaming else "Operation"))
        if method.parameters:
            found.add((".._runtime.operation", "Parameter"))
        if method.parts:
            found.add((".._runtime.operation", "Part"))
        if method.keywords_class:
            found |= {(".._runtime.keywords", "Keywords"), (".._runtime.keyword_signature", "lists_keywords")}
            found.add((".._runtime.call_arguments", "sort_arguments"))
            found |= {("typing", "Required"), ("typing", "Unpack"), ("typing_extensions", "TypedDict")}
        if method.deprecation:
            found.add(_DEPRECATED)
        if method.headers:
            # By its module, so that no class of it is called like a model.
            found.add(("..", "headers as _headers"))
        if method.hides_list and "list[" in f"{method.returns} {method.streaming.chunk if method.streaming else ''}":
            found.add(("builtins", ""))
        if method.paging:
            found |= {(".._runtime.pages", name) for name in ("AsyncPages", "Pages", "async_raw_pages", "raw_pages")}
            found.add((".._runtime.operation", "Paging"))
        if method.is_download:
            found |= {(".._runtime.download_managers", f"{prefix}streamed_method") for prefix in ("", "async_")}
        if method.streaming:
            found |= {(".._runtime.stream", f"{prefix}Stream") for prefix in ("", "Async")}
        if method.manager_name:
            found |= {(".._runtime.response_stream", f"{prefix}StreamManager") for prefix in ("", "Async")}
            found.add((".._runtime.operation", "Accumulate"))
        if method.stream_argument:
            found |= {("typing", "Literal"), ("typing", "overload")}
    return found


def _import_lines(entries: Iterable[tuple[str, str]]) -> str:
    """Statements for (module, name) pairs; an empty name imports the module itself."""
    by_module: dict[str, list[str]] = {}
    for module, name in sorted(entries):
        by_module.setdefault(module, []).append(name)
    return "\n".join(
        f"from {module} import {', '.join(names)}" if all(names) else f"import {module}"
        for module, names in by_module.items()
    )


def operation_fields(method: Method) -> Iterator[tuple[str, str]]:
    """The fields of the operation's constant, as code; those that have the runtime's default are left out."""
    yield "name", literal(method.call)
    yield "method", literal(method.http_method)
    yield "path", literal(method.path)
    if method.parameters:
        yield "parameters", "(" + "".join(f"{_parameter(each)}, " for each in method.parameters) + ")"
    optional = {
        "arguments": method.arguments_model,
        "body_kind": method.body_kind if method.body_kind != "json" else None,
        "body_type": method.body_type,
        "request": method.request,
        "bare_body": method.bare_body,
        "nullable": method.nullable,
        "python_names": method.python_names,
        "files": method.files,
    }
    yield from ((name, literal(value)) for name, value in optional.items() if value)
    if method.parts:
        yield "parts", "{" + "".join(f"{literal(name)}: {_part(each)}, " for name, each in method.parts.items()) + "}"
    if not method.body_required:
        yield "body_required", literal(False)
    if method.base_url is not None:
        yield "base_url", literal(method.base_url)
    if method.idempotency_header is not None:
        yield "idempotency_header", literal(method.idempotency_header)
    deprecated = {each.name: each.deprecation for each in method.keywords if each.deprecation.value}
    if deprecated:
        yield "deprecated", literal(deprecated)
    yield "responses", literal(method.responses)
    if method.errors:
        yield "errors", literal(method.errors)
    if method.headers:
        yield "headers", f"_headers.{method.headers.class_name}"
    if method.security is not None:
        yield "security", security_code(method.security)
    if method.paging:
        given = ", ".join(f"{name}={literal(value)}" for name, value in method.paging.fields.items())
        yield "paging", f"Paging({given})"
    if method.keywords_class:
        yield "keywords", keywords_code(method)
    if method.accept.value != "application/json":
        yield "accept", literal(method.accept)
    if method.streaming:
        yield "chunk", literal(method.streaming.chunk)
        if method.streaming.framing != "events":
            yield "framing", literal(method.streaming.framing)
        if method.streaming.media.value != EVENTS:
            yield "stream_type", literal(method.streaming.media)
        yield "stream_property", literal(method.streaming.stream_property)
        yield "end_marker", literal(method.streaming.end_marker)
        if method.streaming.accumulation:
            yield "accumulate", _accumulate(method.streaming.accumulation)


def _parameter(each: Parameter) -> str:
    optional: Mapping[str, object] = {
        "name": each.api_name if each.api_name.value != each.argument else None,
        "style": each.style,
        "explode": each.explode,
        "allow_reserved": each.allow_reserved or None,
        "content": each.content if each.content.value else None,
    }
    named = "".join(f", {name}={literal(value)}" for name, value in optional.items() if value is not None)
    return f"Parameter({each.argument!r}, location={each.location_in!r}{named})"


def _part(each: PartPlan) -> str:
    given = ((name, getattr(each, name), getattr(_NOT_SAID, name)) for name in (own.name for own in fields(each)))
    return "Part(" + ", ".join(f"{name}={literal(value)}" for name, value, usual in given if value != usual) + ")"


def _accumulate(each: Accumulation) -> str:
    given = ((each_field.name, getattr(each, each_field.name)) for each_field in fields(each))
    return "Accumulate(" + ", ".join(f"{name}={literal(value)}" for name, value in given if value) + ")"
