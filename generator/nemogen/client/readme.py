"""What the README of a package shows beyond the plan: calls, what is read of a response, responses for tests."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, TypeAlias

from nemogen.canonical import ANYTHING, CanonicalSchema
from nemogen.characters import is_identifier
from nemogen.client import examples, http_snippets
from nemogen.client.fields import fields_of
from nemogen.client.method_plan import Method
from nemogen.client.plan import ClientPlan
from nemogen.client.sample_call import Sample, sample
from nemogen.document import Document, Json
from nemogen.light_dataclasses import dataclass
from nemogen.names import singular
from nemogen.text_safety import in_python_string

_LONGEST: Final = 96

_LAST_EVENT: Final = "last-event-id"
_OWN_KEY: Final = "order-4711"
"""An idempotency key of a caller's own, where any text is one."""

_Path: TypeAlias = tuple[tuple[str, str], ...]
"""Steps from an object to a value in it: component and property, as the API calls them."""


_PYTHON: Final = re.compile(r"^```python\n(.*?)^```", re.DOTALL | re.MULTILINE)
_LIBRARY: Final = ("datetime", "decimal", "uuid")
"""Modules that values of arguments may be of."""


def with_imports(text: str) -> str:
    """A README whose Python imports the modules of the standard library that the values in it are of."""

    def imported(block: re.Match[str]) -> str:
        names = [name for name in _LIBRARY if re.search(rf"(?<![\w.\"']){name}\.\w", block[1])]
        lines = "".join(f"import {name}\n" for name in names if f"import {name}\n" not in block[1])
        return block[0].replace("```python\n", f"```python\n{lines}\n", 1) if lines else block[0]

    return _PYTHON.sub(imported, text)


@dataclass(frozen=True, slots=True)
class Examples:
    """What the README shows, as code; what the API has no use for is empty or None.

    `main` is the first method that can stream or not, else the first that does not stream, else the first of all;
    `whole`: its response can come as a whole; `has_class`: as an object of a class of its own. `answer` is what is
    printed of a response; `piece` prints what a variable `chunk` holds, line by line. `canned` and `canned_stream` are
    responses for tests, `testing` the names that they need of the package's `testing`, and `expected` what then holds.
    `streamed` is `main` or, where that does not stream, the first method that does; `resumed`: the first whose
    stream goes on after a break by itself. `headers` is `main` or the first method whose response declares headers,
    `failing` the same for classes of errors, `keyed` the first that takes an idempotency key, `key` its argument for
    one, and `deprecated` the first that is deprecated.
    """

    client: str
    main: Sample
    whole: bool
    has_class: bool
    answer: str
    javascript: str
    curl: str
    piece: tuple[str, ...]
    canned: str
    canned_stream: str
    testing: tuple[str, ...]
    expected: str
    upload: Sample | None
    download: Sample | None
    paged: Sample | None
    streamed: Sample | None
    resumed: Sample | None
    headers: Sample | None
    failing: Sample | None
    keyed: Sample | None
    key: str
    deprecated: Sample | None

    def imports(self, *names: str) -> str:
        """The client's class and `names`, as an import lists them."""
        return ", ".join(sorted({self.client, *names}))


def examples_of(plan: ClientPlan, document: Document) -> Examples:
    """The examples for a client."""
    methods = sorted((method for _, method in plan.methods()), key=lambda each: bool(each.deprecation))
    main = min(methods, key=_preference)
    shown, path = sample(main, document), _answer_path(main, document)
    sent = plan.authentication.shown(main.accepts)
    whole = not main.streaming or bool(main.stream_argument)
    canned, canned_stream = _canned(main, document) if whole else "", _canned_stream(main, document)
    made = {text.partition("(")[0] for text in (canned, canned_stream) if text}
    upload = next((each for each in methods if each.files or (each.body_whole and each.body_kind == "binary")), None)
    paged = next((each for each in methods if each.paging), None)
    download = next((each for each in methods if each.returns == "BinaryContent" and each.is_download), None)
    streamed = next((each for each in (main, *methods) if each.streaming), None)
    resumed = next((each for each in (main, *methods) if _resumes(each)), None)
    headed = next((each for each in (main, *methods) if each.headers and not each.streaming), None)
    failing = next((each for each in (main, *methods) if each.error_classes() and not each.deprecation), None)
    keyed, key = next(_keyed(methods, document), (None, ""))
    deprecated = next((each for each in methods if each.deprecation and not each.streaming), None)
    return Examples(
        client=plan.client,
        main=shown,
        whole=whole,
        has_class=whole and bool(document.schemas.get(main.returns, ANYTHING).properties),
        answer="" if main.returns == "None" else _in_python(path, document),
        javascript=http_snippets.javascript(plan, shown.request, main.returns, _in_javascript(path), sent),
        curl=http_snippets.curl(plan, shown.request, main.returns == "BinaryContent", sent),
        piece=_piece(streamed, document) if streamed else (),
        canned=canned,
        canned_stream=canned_stream,
        testing=tuple(sorted({"fault", *made})),
        expected=_expected(path, document),
        upload=sample(upload, document) if upload else None,
        download=sample(download, document) if download else None,
        paged=sample(paged, document) if paged else None,
        streamed=sample(streamed, document) if streamed else None,
        resumed=sample(resumed, document) if resumed else None,
        headers=sample(headed, document) if headed else None,
        failing=sample(failing, document) if failing else None,
        keyed=sample(keyed, document) if keyed else None,
        key=key,
        deprecated=sample(deprecated, document) if deprecated else None,
    )


def _keyed(methods: Iterable[Method], document: Document) -> Iterator[tuple[Method, str]]:
    """The methods whose idempotency key a caller may choose, each with the argument for it."""
    operations = {str(each.call): each for each in document.operations}
    for method in methods:
        named = method.idempotency_header.value if method.idempotency_header else ""
        headers = (each for each in method.parameters if each.location_in == "header")
        own = [each.argument for each in headers if each.api_name.value == named]
        operation = operations.get(method.call)
        if not own or operation is None or method.streaming or method.deprecation:
            continue
        if any(each.name == own[0] and each.default for each in method.keywords):
            schema = next(
                each.schema for each in operation.parameters if (each.location_in, each.name) == ("header", named)
            )
            value = examples.example(schema, document.schemas, _OWN_KEY)
            yield method, f"{own[0]}={examples.python_typed(schema, document.schemas, value)}"


def _preference(method: Method) -> tuple[bool, int]:
    """Which method a reader sees first: none that is deprecated, where there is another."""
    return bool(method.deprecation), 0 if method.stream_argument else 2 if method.streaming else 1


def _resumes(method: Method) -> bool:
    """Whether a stream that broke is asked for again without a setting: it reads, or takes the id of the last event."""
    takes_id = any(
        each.location_in == "header" and each.api_name.value.lower() == _LAST_EVENT for each in method.parameters
    )
    is_events = method.streaming is not None and method.streaming.framing == "events"
    return is_events and (method.http_method == "GET" or takes_id)


def _answer_path(method: Method, document: Document) -> _Path:
    """What leads to the text of a response, where the settings name it and each step is always there; else ()."""
    added = method.streaming.accumulation if method.streaming else None
    if added is None or added.text is None:
        return ()
    item = _always(added.result, added.items, document)
    message = _always(item, added.becomes, document)
    if added.text not in document.schemas.get(message, ANYTHING).properties:
        return ()
    return ((added.result, added.items), (item, added.becomes), (message, added.text))


def _piece(method: Method, document: Document) -> tuple[str, ...]:
    """Prints the text of a chunk where it has one, else the chunk."""
    streaming = method.streaming
    if streaming is None:
        return ()
    added = streaming.accumulation
    item = _always(streaming.chunk, added.items, document) if added else ""
    properties = document.schemas.get(item, ANYTHING).properties
    delta = _component(properties.get(added.delta, ANYTHING)) if added else ""
    if not added or not added.text or added.text not in document.schemas.get(delta, ANYTHING).properties:
        return ("print(chunk)",)
    path = (streaming.chunk, added.items), (item, added.delta), (delta, added.text)
    items, piece, text = _attributes(path, document)
    one = singular(items)
    return (
        f"for {one} in chunk.{items}:",
        f"    if {one}.{piece} and {one}.{piece}.{text}:",
        f'        print({one}.{piece}.{text}, end="", flush=True)',
    )


def _always(owner: str, name: str, document: Document) -> str:
    """The component of a property, or of its entries, that is always there and never null; empty if it is not."""
    schema = document.schemas.get(owner, ANYTHING)
    found = schema.properties.get(name, ANYTHING) if name in schema.required else ANYTHING
    return "" if found.any_of else _component(found)


def _component(schema: CanonicalSchema) -> str:
    """The component that a schema, its entries or its first variant that is not null refers to; else empty."""
    if schema.any_of:
        return _component(examples.branch(schema))
    return (schema.items or schema).reference or ""


def _attributes(path: _Path, document: Document) -> tuple[str, ...]:
    names = fields_of(document)
    return tuple(names.get(f"{owner}.{name}", name) for owner, name in path)


def _canned(method: Method, document: Document) -> str:
    """A response that a test's server gives, as a call of the package's `testing`."""
    status, found = next(iter(method.responses.items()), ("200", "Any"))
    name = found if isinstance(found, str) else next(iter(found.values()))
    more = f", status={status}" if status.isdigit() and status != "200" else ""
    match name:
        case "None" | "headers":
            return f'http_response(b""{more})'
        case "str" | "bytes":
            return f'http_response("Hello"{more})'
    one = name.removeprefix("list[").removesuffix("]")
    value = _example(one, document) if one in document.schemas else {}
    return f"json_response({_spread([value] if one != name else value, 0)}{more})"


def _expected(path: _Path, document: Document) -> str:
    """What holds of the canned answer."""
    if not path:
        return "response is not None"
    (root, items), (_, becomes), (_, text) = path
    value = _example(root, document)[items][0][becomes].get(text)
    is_or_equals = "is" if value is None else "=="
    return f"{_in_python(path, document)} {is_or_equals} {examples.python_value(value)}"


def _example(name: str, document: Document) -> Json:
    return examples.example(document.schemas[name], document.schemas)


def _canned_stream(method: Method, document: Document) -> str:
    """A stream of one chunk, as a call of the package's `testing`; empty if the method does not stream."""
    streaming = method.streaming
    if streaming is None or streaming.chunk not in document.schemas:
        return ""
    chunk = _example(streaming.chunk, document)
    added = streaming.accumulation
    if added and added.text and added.items in chunk:
        item = {**chunk[added.items][0], added.delta: {added.text: "Hello"}}
        answer = _example(added.result, document)
        ended = {key: value for key, value in answer[added.items][0].items() if key == added.finished}
        chunk = {**chunk, added.items: [{**item, **ended}]}
    end = examples.python_value(streaming.end_marker.value if streaming.end_marker else None)
    more = "" if end == '"[DONE]"' else f", end_marker={end}"
    return f"stream_response([{_spread(chunk, 0)}]{more})"


def _spread(value: Json, indent: int) -> str:
    """A literal of Python: in one line where it is short, else with a line for each entry."""
    line = examples.python_value(value)
    if len(line) + indent <= _LONGEST or not isinstance(value, dict | list):
        return line
    entries = (
        (f"{in_python_string(key)}: {_spread(inner, indent + 4)}" for key, inner in value.items())
        if isinstance(value, dict)
        else (_spread(inner, indent + 4) for inner in value)
    )
    left, right = "{}" if isinstance(value, dict) else "[]"
    margin = " " * indent
    return left + "".join(f"\n{margin}    {entry}," for entry in entries) + f"\n{margin}{right}"


def _in_python(path: _Path, document: Document) -> str:
    """The text of a response, or the complete response where `path` is empty."""
    if not path:
        return "response"
    items, becomes, text = _attributes(path, document)
    return f"response.{items}[0].{becomes}.{text}"


def _in_javascript(path: _Path) -> str:
    names = (name for _, name in path)
    steps = [f".{name}" if is_identifier(name) else f"[{examples.json_text(name)}]" for name in names]
    return f"data{steps[0]}[0]{steps[1]}{steps[2]}" if steps else "data"
