"""From a Document and the settings of its API to the plan of a client: every name and type is decided here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from generator.config import Settings
from generator.ir import Document, JsonObject, Operation
from generator.naming import class_name, words
from generator.render import arguments
from generator.render.arguments import Body, Typed
from generator.render.engine_input import PARAM, PREFIX, body_kind, reached
from generator.render.environment import Text
from generator.render.plan import Accumulation, ClientPlan, Method, Resource, Streaming
from generator.render.python_types import result_name

_EVENTS = "text/event-stream"
_RUNTIME_NAMES = {"Omit", "Stream", "Timeout", "Operation", "Parameter", "Accumulate", "Literal", "Mapping", "Sequence"}


def plan(document: Document, settings: Settings) -> ClientPlan:
    """Everything that the templates print for `document`, under the names that `settings` give."""
    scheme, name, prefix = _auth(document)
    package = settings.package
    title = str(document.info.get("title") or package.distribution)
    return ClientPlan(
        client=package.client,
        async_client=package.async_client,
        module=package.module,
        distribution=package.distribution,
        title=Text(title),
        description=Text(package.description),
        base_url=Text(settings.client.base_url or _server(document)),
        base_url_env=settings.client.base_url_env,
        auth_scheme=scheme,
        auth_name=Text(name),
        auth_prefix=Text(prefix),
        key_env=settings.client.key_env,
        idempotency_header=Text(settings.client.idempotency_header) if settings.client.idempotency_header else None,
        resources=_resources(document, settings),
        models=tuple(document.schemas),
        params=tuple(f"{each}{PARAM}" for each in document.schemas if each in _in_requests(document)),
    )


def _in_requests(document: Document) -> frozenset[str]:
    return reached(document, "request")


def _server(document: Document) -> str:
    """The address of the first server, with its variables filled in; empty where none is named in full."""
    for server in document.servers:
        url = str(server.get("url", ""))
        for name, variable in (server.get("variables") or {}).items():
            url = url.replace(f"{{{name}}}", str(variable.get("default", "")))
        if url.startswith(("https://", "http://")):
            return url.rstrip("/")
    return ""


def _auth(document: Document) -> tuple[str, str, str]:
    """How the key travels: scheme of the runtime, name of the header or query parameter, prefix of the value."""
    required = [*document.security, *(each for op in document.operations for each in op.mapping.get("security", ()))]
    names = [name for requirement in required for name in requirement] or list(document.security_schemes)
    scheme: Mapping[str, Any] = next(
        (document.security_schemes[n] for n in names if n in document.security_schemes), {}
    )
    kind = (scheme.get("type"), str(scheme.get("scheme", scheme.get("in", ""))).lower())
    if kind == ("http", "basic"):
        return "basic", "", ""
    if kind[0] == "apiKey" and kind[1] in {"header", "query"}:
        return kind[1], str(scheme.get("name", "")), ""
    return ("bearer" if kind[0] in {"http", "oauth2", "openIdConnect"} else "none"), "", ""


def _resources(document: Document, settings: Settings) -> tuple[Resource, ...]:
    """The tree of resources, in the order in which the document names them."""
    tree: dict[str, Any] = {}
    for operation in document.operations:
        level = tree
        for part in operation.call.resource:
            level = level.setdefault(part, {"": []})
        level[""].append(operation)
    return tuple(_resource((name,), node, document, settings, set()) for name, node in tree.items())


def _resource(
    path: tuple[str, ...], node: Mapping[str, Any], document: Document, settings: Settings, used: set[str]
) -> Resource:
    own = _class_name(path, document, used)
    used.add(own)
    operations: list[Operation] = node[""]
    methods = tuple(_method(each, document, settings) for each in operations)
    children = tuple(
        _resource((*path, name), inner, document, settings, used) for name, inner in node.items() if name != ""
    )
    paths = dict.fromkeys(each.path for each in operations)
    summary = f"Calls {' and '.join(paths)}." if paths else f"What lies below `{'.'.join(path)}`."
    return Resource(path[-1], own, Text(summary), methods, children)


def _class_name(path: tuple[str, ...], document: Document, used: set[str]) -> str:
    """The last part of the path; with its parents in front where the module has that name already."""
    taken = used | _RUNTIME_NAMES | set(document.schemas)
    for start in range(len(path) - 1, -1, -1):
        name = class_name(*path[start:])
        if name not in taken and f"Async{name}" not in taken:
            return name
    return f"{class_name(*path)}Resource"


def _method(operation: Operation, document: Document, settings: Settings) -> Method:
    schemas = document.schemas
    travelling = arguments.parameters(operation, schemas)
    names = frozenset(typed.argument.name for typed, _ in travelling)
    body = arguments.body(operation, schemas, names)
    positional = tuple(typed for typed, travel in travelling if travel.place == "path")
    rest = tuple(typed for typed, travel in travelling if travel.place != "path")
    keywords = arguments.required_first((*(body.arguments if body else ()), *rest))
    responses, accept = _responses(operation)
    returns = _returns(responses)
    streaming = _streaming(operation, body, responses, document, settings)
    model = operation.mapping.get("x-nemogen-parameters", {}).get("$ref", "").removeprefix(PREFIX)
    return Method(
        name=operation.call.method,
        constant=operation.call.method.upper(),
        call=str(operation.call),
        verb=operation.verb.upper(),
        path=Text(operation.path),
        summary=Text(_summary(operation)),
        positional=tuple(typed.argument for typed in positional),
        keywords=tuple(typed.argument for typed in keywords),
        parameters=tuple(travel for _, travel in travelling),
        arguments_model=model or None,
        body=tuple(typed.argument for typed in body.arguments) if body else (),
        body_whole=bool(body and body.whole),
        body_kind=body.kind if body else None,
        body_type=Text(body.media if body and body.kind == "binary" else ""),
        request=body.request if body else None,
        nullable=tuple(typed.argument.api_name for typed in body.arguments if typed.nullable) if body else (),
        python_names=_python_names(body),
        files=tuple(Text(name) for name in body.files) if body else (),
        responses=responses,
        returns=returns,
        accept=Text(accept),
        streaming=streaming,
        deprecated=operation.mapping.get("deprecated") is True,
        imports=_imports((*positional, *keywords), returns, streaming, document),
    )


def _summary(operation: Operation) -> str:
    text = operation.mapping.get("description") or operation.mapping.get("summary")
    return str(text or f"{operation.verb.upper()} {operation.path}")


def _python_names(body: Body | None) -> dict[str, str]:
    """Properties whose argument is called otherwise."""
    every = (typed.argument for typed in body.arguments) if body and not body.whole else ()
    return {each.api_name.value: each.name for each in every if each.name != each.api_name.value}


def _responses(operation: Operation) -> tuple[dict[str, str], str]:
    """Type by status of success, and the media type to ask for."""
    found: dict[str, str] = {}
    accept = ""
    for status, response in operation.mapping["responses"].items():
        if status not in operation.successes():
            continue
        content: JsonObject = response["content"]
        media = min((name for name in content if name != _EVENTS), key=_preference, default=None)
        found[status] = _result(status, media, content)
        accept = accept or (media if media and body_kind(media) == "binary" else "")
    return found, accept or "application/json"


def _preference(media: str) -> tuple[bool, bool]:
    return body_kind(media) != "json", not media.startswith("text/")


def _result(status: str, media: str | None, content: JsonObject) -> str:
    """The runtime's name for what an answer is. A success that declares nothing may still answer with something."""
    if media is None:
        return "None" if status in {"204", "205"} else "Any"
    if body_kind(media) == "json":
        return result_name(content[media]["schema"])
    return "str" if media.startswith("text/") else "bytes"


_ANNOTATIONS = {"bytes": "BinaryContent"}


def _returns(responses: Mapping[str, str]) -> str:
    """The annotation of what a method returns: the union over its statuses."""
    texts = list(dict.fromkeys(_ANNOTATIONS.get(name, name) for name in responses.values()))
    return "Any" if "Any" in texts or not texts else " | ".join(sorted(texts, key=lambda text: text == "None"))


def _streaming(
    operation: Operation, body: Body | None, responses: Mapping[str, str], document: Document, settings: Settings
) -> Streaming | None:
    schemas = [
        response["content"][_EVENTS]["schema"]
        for status, response in operation.mapping["responses"].items()
        if status in operation.successes() and _EVENTS in response["content"]
    ]
    if not schemas:
        return None
    own = settings.operations.get(f"{operation.verb.upper()} {operation.path}")
    stream = own.stream if own else None
    chunk = result_name(schemas[0])
    asks = any(typed.argument.api_name.value == arguments.STREAM for typed in body.arguments) if body else False
    end = Text(stream.end) if stream and stream.end else None
    only_events = not any(responses[status] != "None" for status in responses if _whole(operation, status))
    result = next(iter(responses.values()), "Any")
    accumulation = _accumulation(stream, chunk, result, document)
    return Streaming(chunk, arguments.STREAM if asks and not only_events else None, end, accumulation)


def _whole(operation: Operation, status: str) -> bool:
    """Whether a success can come in one piece."""
    return list(operation.mapping["responses"][status]["content"]) != [_EVENTS]


def _accumulation(stream: Any, chunk: str, result: str, document: Document) -> Accumulation | None:
    """How chunks add up, where the settings say it: `delta` and `whole` are paths such as `choices[].delta`."""
    if stream is None or not stream.delta or not stream.whole or result not in document.schemas:
        return None
    items, delta = stream.delta.split("[].", 1)
    return Accumulation(
        result=result,
        items=items,
        delta=delta,
        becomes=stream.whole.split("[].", 1)[1],
        text=stream.text,
        calls=stream.calls,
        finished=stream.finished,
        constants=_constants(document.schemas[chunk], document.schemas[result]),
    )


def _constants(chunk: JsonObject, result: JsonObject) -> dict[str, tuple[str, str]]:
    """Properties with one value each in chunk and result, that differ: what tells the two apart."""
    found = {}
    for name, schema in chunk.get("properties", {}).items():
        values = schema.get("enum", ()), result.get("properties", {}).get(name, {}).get("enum", ())
        if len(values[0]) == len(values[1]) == 1 and values[0] != values[1]:
            found[name] = (str(values[0][0]), str(values[1][0]))
    return found


def _imports(
    typed: Iterable[Typed], returns: str, streaming: Streaming | None, document: Document
) -> frozenset[tuple[str, str]]:
    found: frozenset[tuple[str, str]] = frozenset().union(*(each.imports for each in typed))
    named = {*returns.replace("[", " ").replace("]", " ").split(), *((streaming.chunk,) if streaming else ())}
    found |= {("..models", name) for name in named if name in document.schemas}
    if "BinaryContent" in named:
        found |= {(".._runtime.files", "BinaryContent")}
    if "Any" in named:
        found |= {("typing", "Any")}
    return found


def unique_constants(resource: Resource) -> Resource:
    """The resource with constants that differ within its module."""
    every = [method.constant for each in resource.family() for method in each.methods]

    def named(each: Resource) -> Resource:
        prefix = "_".join(words(each.class_name)).upper()
        methods = tuple(
            replace(method, constant=f"{prefix}_{method.constant}") if every.count(method.constant) > 1 else method
            for method in each.methods
        )
        return replace(each, methods=methods, children=tuple(named(child) for child in each.children))

    return named(resource)
