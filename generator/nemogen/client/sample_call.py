"""The call that a README shows, with a value for all that has to be given: in Python, and as a request."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain
from typing import Any, Final
from urllib.parse import quote

from nemogen.canonical import ANYTHING, CanonicalSchema
from nemogen.client import examples
from nemogen.client.alternatives import with_alternatives
from nemogen.client.arguments import SEQUENCES, Body
from nemogen.client.arguments import body as body_of
from nemogen.client.method_plan import Argument, Method
from nemogen.document import Document, Json, Operation
from nemogen.light_dataclasses import dataclass

_LONGEST: Final = 104
"""Columns that a call may take in a README before each argument gets a line of its own."""

_FILE: Final = '("file.bin", b"Hello")'


@dataclass(frozen=True, slots=True)
class Request:
    """What goes over the wire: `path` is percent-encoded, `kind` that of the body (None: there is none), `media` its
    type; `body` its JSON value, with file properties (`files`) left out."""

    http_method: str
    path: str
    query: tuple[tuple[str, str], ...]
    headers: tuple[tuple[str, str], ...]
    kind: str | None
    media: str
    body: Json
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sample:
    """One method, called: `arguments` are code, `models` is the same with model objects, empty if there are none."""

    method: Method
    arguments: tuple[str, ...]
    models: tuple[str, ...]
    model_names: tuple[str, ...]
    request: Request

    def call(self, client: str, *more: str, indent: int = 0, before: str = "") -> str:
        """The call as code: `before` is put in front of it, `more` are further arguments."""
        return self._call(client, (*self.arguments, *more), indent, self.method.name, before)

    def raw_call(self, client: str, before: str = "") -> str:
        """The call that gives the response as received."""
        return self._call(client, self.arguments, 0, f"with_raw_response.{self.method.name}", before)

    def call_with_models(self, client: str, indent: int = 0, before: str = "") -> str:
        """The same, with model objects in place of dicts."""
        return self._call(client, self.models, indent, self.method.name, before)

    def streamed(self, client: str, *more: str, indent: int = 0, before: str = "", after: str = "") -> str:
        """The call that gives its response as a stream."""
        asked = (f"{self.method.stream_argument}=True",) if self.method.stream_argument else ()
        given = (*self.arguments, *asked, *more)
        return self._call(client, given, indent, self.method.name, before, after)

    def managed(self, client: str, indent: int = 0, before: str = "", after: str = "") -> str:
        """The call that gives its stream as a context manager, put together as it arrives."""
        return self._call(client, self.arguments, indent, self.method.manager_name, before, after)

    def paged(self, client: str, indent: int = 0, before: str = "", after: str = "") -> str:
        """The call that gives the items of all pages."""
        name = self.method.paging.name if self.method.paging else self.method.name
        return self._call(client, self.arguments, indent, name, before, after)

    def download(self, client: str, before: str = "", after: str = "") -> str:
        """The call that gives its bytes as they arrive."""
        return self._call(client, self.arguments, 0, f"with_streaming_response.{self.method.name}", before, after)

    def with_files(self, code: str) -> Sample:
        """The same, with another file."""
        return replace(self, arguments=tuple(each.replace(_FILE, code) for each in self.arguments))

    def _call(
        self, client: str, given: tuple[str, ...], indent: int, name: str, before: str = "", after: str = ""
    ) -> str:
        resource = self.method.call.rpartition(".")[0]
        head = f"{before}{client}.{resource}.{name}(" if resource else f"{before}{client}.{name}("
        line = f"{head}{', '.join(given)}){after}"
        if len(line) + indent <= _LONGEST or not given:
            return line
        margin = " " * indent
        rows = "".join(f"\n{margin}    {each}," for each in given)
        return f"{head}{rows}\n{margin}){after}"


def sample(method: Method, document: Document) -> Sample:
    """The sample of `method`, with the arguments that have no default."""
    everything = chain(document.operations, with_alternatives(document).operations)
    operation = next(each for each in everything if str(each.call) == method.call)
    schemas = dict(_argument_schemas(operation, method, document))
    used: set[str] = set()
    plain, modelled = [], []
    for argument in (*method.positional, *method.keywords):
        if argument.default:
            continue
        name = "" if argument in method.positional else f"{argument.name}="
        schema = schemas[argument.name]
        value = examples.example(schema, document.schemas, argument.api_name.value)
        is_file = "FileInput" in argument.annotation and not argument.annotation.startswith("Iterable[")
        plain.append(f"{name}{_file(argument) if is_file else examples.python_typed(schema, document.schemas, value)}")
        models = examples.python_models(schema, document.schemas, value, used)
        modelled.append(plain[-1] if is_file else f"{name}{models}")
    request = _request(operation, method, document)
    return Sample(method, tuple(plain), tuple(modelled) if used else (), tuple(sorted(used)), request)


def _file(argument: Argument) -> str:
    return f"[{_FILE}]" if argument.annotation.startswith("Sequence[") else _FILE


def _argument_schemas(
    operation: Operation, method: Method, document: Document
) -> Iterable[tuple[str, CanonicalSchema]]:
    """The schema of each argument, by its Python name."""
    declared = {(each.location_in, each.name): each.schema for each in operation.parameters}
    for parameter in method.parameters:
        yield parameter.argument, declared[parameter.location_in, parameter.api_name.value]
    body, schema = _body(operation, document)
    if body is None:
        return
    properties = {} if body.whole else document.meant(schema).properties
    for argument in method.body:
        yield argument.name, schema if body.whole else properties[argument.api_name.value]


def _body(operation: Operation, document: Document) -> tuple[Body | None, CanonicalSchema]:
    """How the body is taken apart into arguments, and its schema; without a body, None and any value."""
    body = body_of(operation, document, frozenset(), {})
    if body is None:
        return None, ANYTHING
    if body.kind == "text":
        return body, CanonicalSchema(type="string")
    schema = operation.body_content[body.media]
    is_one = body.kind in SEQUENCES and not schema.is_list
    return body, CanonicalSchema(type="array", items=schema) if is_one else schema


def _request(operation: Operation, method: Method, document: Document) -> Request:
    given: dict[str, list[tuple[str, str]]] = {"path": [], "query": [], "header": [], "cookie": []}
    for each in operation.parameters:
        if each.required:
            value = examples.example(each.schema, document.schemas, each.name)
            is_whole = each.location_in == "querystring" and isinstance(value, dict)
            found = [(name, _text(inner)) for name, inner in value.items()] if is_whole else _pairs(each.name, value)
            given["query" if each.location_in == "querystring" else each.location_in] += found
    path, cookies = operation.path, "; ".join(f"{quote(name)}={quote(text)}" for name, text in given["cookie"])
    for name, text in given["path"]:
        path = path.replace("{" + name + "}", quote(text, safe=""))
    body, schema = _body(operation, document)
    if body and body.whole and method.body[0].default:
        body = None
    value = examples.example(schema, document.schemas, "body") if body and body.kind != "binary" else None
    files = tuple(name for name in body.form.files if name in value) if body and isinstance(value, dict) else ()
    return Request(
        http_method=method.http_method,
        path=quote(path, safe="/%:@!,;=+~$&'()*"),
        query=tuple(given["query"]),
        headers=(*given["header"], *((("Cookie", cookies),) if cookies else ())),
        kind=body.kind if body else None,
        media=body.media if body else "",
        body={key: inner for key, inner in value.items() if key not in files} if isinstance(value, dict) else value,
        files=files,
    )


def _pairs(name: str, value: Any) -> list[tuple[str, str]]:
    """A parameter by name and text; an object by its properties, as the style deepObject has them."""
    if isinstance(value, dict):
        return [(f"{name}[{key}]", _text(inner)) for key, inner in value.items()]
    return [(name, _text(value))]


def _text(value: Any) -> str:
    """A parameter as it is written into a URL or a header."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return ",".join(_text(each) for each in value)
    return str(value)
