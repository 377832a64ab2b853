"""From an operation of a Document to the plan of the method that calls it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from nemogen.canonical import ANYTHING, CanonicalSchema
from nemogen.client import arguments
from nemogen.client.arguments import Body, Typed
from nemogen.client.deprecation import operation_note
from nemogen.client.environment import Text
from nemogen.client.fields import fields_of
from nemogen.client.media_types import framing, sent_type
from nemogen.client.method_plan import Accumulation, Method, Streaming
from nemogen.client.response_headers import plan_headers
from nemogen.client.response_types import chunk_name, read_errors, read_responses
from nemogen.client.round_trip import Sendable
from nemogen.client.servers import operation_server
from nemogen.config import Settings
from nemogen.config import Stream as StreamSettings
from nemogen.document import Document, Operation
from nemogen.names import with_last_resorts
from nemogen.openapi.idempotency import is_idempotency_key

_STREAM = "stream"
"""The property of a body that asks for events, in every API that can respond either way."""

_LIST_OR_CODE = re.compile(r"\s*([-*|+>#]|[0-9]+[.)]|```|    )")
"""How a line of Markdown begins that is no sentence."""

_INDEX, _IDENTITY = "index", "id"
"""The properties of a chunk that say what a chunk belongs to, in every API whose chunks add up."""

_WHOLE = ("id", "name", "object", "role", "type")
"""Texts of a chunk that name something, so that a part of one replaces what came before; described or not."""


def method(
    operation: Operation, document: Document, settings: Settings, members: Collection[str], sendable: Sendable
) -> Method:
    """The plan of one method; `members` are the names that its resource has. Raises NameClash."""
    schemas = document.schemas
    operation = arguments.with_names_of_body(operation, schemas)
    travelling = arguments.parameters(operation, schemas)
    names = frozenset(typed.argument.name for typed, _ in travelling)
    body = arguments.body(operation, document, names, sendable)
    positional = arguments.required_first(tuple(typed for typed, travel in travelling if travel.location_in == "path"))
    rest = tuple(typed for typed, travel in travelling if travel.location_in != "path")
    keywords = arguments.required_first((*(body.arguments if body else ()), *rest))
    answers = read_responses(operation)
    note = operation_note(operation)
    streaming = _streaming(operation, body, answers.first, document, settings)
    return Method(
        name=operation.call.method,
        constant=operation.call.method.upper(),
        call=str(operation.call),
        http_method=operation.method.upper(),
        path=Text(operation.path),
        summary=Text(_summary(operation)),
        positional=tuple(typed.argument for typed in positional),
        keywords=tuple(typed.argument for typed in keywords),
        parameters=tuple(travel for _, travel in travelling),
        arguments_model=operation.arguments.reference if operation.arguments else None,
        body=tuple(typed.argument for typed in body.arguments) if body else (),
        body_whole=bool(body and body.whole),
        body_kind=body.kind if body else None,
        body_type=Text(sent_type(body.media, body.kind) if body else ""),
        request=body.request if body else None,
        bare_body=_bare_body(operation, body),
        nullable=tuple(typed.argument.api_name for typed in body.arguments if typed.nullable) if body else (),
        python_names=_python_names(body),
        files=tuple(map(Text, body.form.files)) if body else (),
        parts=body.form.parts if body else {},
        body_required=body.required if body else True,
        base_url=operation_server(operation, document, settings),
        responses=answers.types,
        returns=answers.annotation,
        accept=Text(answers.accept),
        streaming=streaming,
        manager_name=_manager_name(operation, members) if streaming and streaming.accumulation else "",
        hides_list="list" in members,
        imports=_imports((*positional, *keywords), answers.annotation, streaming, document),
        errors=read_errors(operation, schemas),
        headers=plan_headers(operation, document, only_texts=settings.model_types == "text"),
        idempotency_header=_idempotency_header(operation, document),
        deprecation=Text(f"{operation.call} is {note[0].lower()}{note[1:]}") if note else None,
    )


def _bare_body(operation: Operation, body: arguments.Body | None) -> str | None:
    """The class that the body is checked against where it has none of its own."""
    if body is None or operation.bare_body is None or body.kind != "json" or body.request is not None:
        return None
    return operation.bare_body.reference


def _idempotency_header(operation: Operation, document: Document) -> Text | None:
    """The header parameter that carries an idempotency key, where the operation has one."""
    if document.declared is None or operation.declared is None:
        return None
    declared = document.declared
    found = (each.name for each in operation.declared.parameters if is_idempotency_key(each, declared))
    return next(map(Text, found), None)


def _manager_name(operation: Operation, members: Collection[str]) -> str:
    """The method that gives the stream as a context manager: `stream` beside `create`."""
    name = operation.call.method
    candidates = (_STREAM, f"{name}_{_STREAM}") if name == "create" else (f"{name}_{_STREAM}",)
    label = f"{operation.method} {operation.path}"
    return next(each for each in with_last_resorts(candidates, label) if each not in members)


def _summary(operation: Operation) -> str:
    """What the spec says of the operation, as a sentence."""
    said = operation.description or operation.summary
    text = str(said or f"{operation.method.upper()} {operation.path}")
    is_prose = bool(said) and not _LIST_OR_CODE.match(text.rpartition("\n")[2])
    sentence = arguments.as_sentence(text) if is_prose else text
    note = operation_note(operation)
    return f"{sentence}\n\n{note}" if note else sentence


def _python_names(body: Body | None) -> dict[str, str]:
    """Properties whose argument is called otherwise."""
    every = (typed.argument for typed in body.arguments) if body and not body.whole else ()
    return {each.api_name.value: each.name for each in every if each.name != each.api_name.value}


def _streaming(
    operation: Operation, body: Body | None, result: str, document: Document, settings: Settings
) -> Streaming | None:
    """How the operation streams, where it can be asked to or does nothing else."""
    answers = [operation.responses[status].content for status in operation.successes()]
    media = next((name for content in answers for name in content if framing(name)), None)
    only_events = all(set(content) <= {media} for content in answers)
    asks = body is not None and _is_switch(body.properties.get(_STREAM, ANYTHING))
    if media is None or not (only_events or asks):
        return None
    own = settings.operations.get(f"{operation.method.upper()} {operation.path}")
    stream = own.stream if own else None
    schema = next(content[media] for content in answers if media in content)
    chunk = chunk_name(schema, media, document.schemas)
    asked = _STREAM if asks and not only_events else None
    accumulation = _accumulation(stream, chunk, result, document) if asked else None
    end = Text(stream.end) if stream and stream.end else None
    return Streaming(chunk, framing(media) or "", Text(media), asked, end, accumulation)


def _is_switch(schema: CanonicalSchema) -> bool:
    """Whether a property can be true as well as false."""
    if schema.any_of:
        return any(_is_switch(branch) for branch in schema.any_of)
    return schema.type == "boolean" and len(schema.enum or (True, False)) == 2


def _accumulation(stream: StreamSettings | None, chunk: str, result: str, document: Document) -> Accumulation | None:
    """How chunks add up, where the settings say it: `delta` and `whole` are paths such as `choices[].delta`."""
    if stream is None or not stream.delta or not stream.whole or {result, chunk} - document.schemas.keys():
        return None
    items, _, delta = stream.delta.partition("[].")
    path = (items, delta, stream.text) if stream.text else (items, delta)
    return Accumulation(
        result=result,
        items=items,
        delta=delta,
        becomes=stream.whole.partition("[].")[2],
        index=_INDEX,
        identity=_IDENTITY,
        text=stream.text,
        calls=stream.calls,
        finished=stream.finished,
        constants=_constants(document.schemas[chunk], document.schemas[result]),
        whole=_WHOLE,
        python_names=_attributes(chunk, path, document),
    )


def _attributes(owner: str | None, path: tuple[str, ...], document: Document) -> dict[str, str]:
    """The properties on the way from the component `owner` along `path` whose attribute is called otherwise."""
    own = fields_of(document)
    found: dict[str, str] = {}
    for name in path:
        if owner is None:
            break
        found |= {name: own[f"{owner}.{name}"]} if f"{owner}.{name}" in own else {}
        schema = document.schemas[owner].properties.get(name, ANYTHING)
        branches = (schema, *schema.any_of)
        owner = next((inner for each in branches if (inner := (each.items or each).reference)), None)
    return found


def _constants(chunk: CanonicalSchema, result: CanonicalSchema) -> dict[str, tuple[str, str]]:
    """Properties with one value each in chunk and result, that differ: what distinguishes the two."""
    found = {}
    for name, schema in chunk.properties.items():
        values = schema.enum, result.properties.get(name, ANYTHING).enum
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
    if "ResponseHeaders" in named:
        found |= {(".._runtime.headers", "ResponseHeaders")}
    if "Any" in named:
        found |= {("typing", "Any")}
    return found
