"""What README.md and api.md of a package show beyond the plan: calls, what is read of an answer, errors."""

from __future__ import annotations

import ast
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.ir import Document, Json, JsonObject
from generator.naming import PARAM, python_name, singular
from generator.render import elsewhere, examples
from generator.render.environment import Text
from generator.render.plan import ClientPlan, Method
from generator.render.sample import Sample, sample
from generator.schema_tree import PREFIX, component

_LONGEST: Final = 96


@dataclass(frozen=True, slots=True)
class Described:
    """A class of the runtime and the first sentence on it; `depth` is that in the tree of errors, 0 for its base."""

    name: str
    summary: Text
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Component:
    """A type of the API: the names of its class and, where it is an argument, of its TypedDict; what it is made of."""

    names: tuple[str, ...]
    parts: Text
    summary: Text


@dataclass(frozen=True, slots=True)
class Examples:
    """What the README shows, as code; what the API has no use for is empty or None.

    `main` is the first method that can stream or not, else the first that does not stream, else the first of all;
    `whole`: its answer can come in one piece; `has_class`: as an object of a class of its own. `answer` is what is
    printed of an answer; `piece` prints what a variable `chunk` holds, line by line. `canned` and `canned_stream` are
    answers for tests, and `testing` the names that they need of the package's `testing`.
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
    upload: Sample | None
    download: Sample | None

    def imports(self, *names: str) -> str:
        """The client's class and `names`, as they stand in an import."""
        return ", ".join(sorted({self.client, *names}))


def examples_of(plan: ClientPlan, document: Document) -> Examples:
    """The examples for a client."""
    methods = [method for _, method in plan.methods()]
    main = min(methods, key=lambda each: 0 if each.stream_argument else 2 if each.streaming else 1)
    shown, path = sample(main, document), _answer_path(main, document)
    whole = not main.streaming or bool(main.stream_argument)
    canned, canned_stream = _canned(main, document) if whole else "", _canned_stream(main, document)
    made = {text.partition("(")[0] for text in (canned, canned_stream) if text}
    upload = next((each for each in methods if each.files), None)
    download = next((each for each in methods if each.returns == "BinaryContent"), None)
    return Examples(
        client=plan.client,
        main=shown,
        whole=whole,
        has_class=whole and "properties" in document.schemas.get(main.returns, {}),
        answer="" if main.returns == "None" else _in_python(path),
        javascript=elsewhere.javascript(plan, shown.request, main.returns, _in_javascript(path)),
        curl=elsewhere.curl(plan, shown.request, main.returns == "BinaryContent"),
        piece=_piece(main, document),
        canned=canned,
        canned_stream=canned_stream,
        testing=tuple(sorted({"fault", "json_answer", *made})),
        upload=sample(upload, document) if upload else None,
        download=sample(download, document) if download else None,
    )


def errors_of(runtime: Path) -> tuple[Described, ...]:
    """The classes of errors.py of the runtime, in its order."""
    depths: dict[str, int] = {}
    found = []
    for node in _classes(runtime / "errors.py").values():
        base = node.bases[0].id if node.bases and isinstance(node.bases[0], ast.Name) else ""
        depths[node.name] = depths.get(base, -1) + 1
        found.append(Described(node.name, _first_sentence(node), depths[node.name]))
    return tuple(found)


def exports_of(runtime: Path) -> tuple[Described, ...]:
    """The other classes of the runtime that a package gives, as exports.py imports them for type checkers."""
    found = []
    for node in ast.walk(ast.parse((runtime / "exports.py").read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level == 1 and node.module != "errors":
            classes = _classes(runtime / f"{node.module}.py")
            names = [alias.name for alias in node.names]
            found += [Described(name, _first_sentence(classes[name])) for name in names if name in classes]
    return tuple(sorted(found, key=lambda row: row.name))


def _classes(file: Path) -> dict[str, ast.ClassDef]:
    body = ast.parse(file.read_text(encoding="utf-8")).body
    return {node.name: node for node in body if isinstance(node, ast.ClassDef)}


def _first_sentence(node: ast.ClassDef) -> Text:
    return Text(re.split(r"\.(?:\s|$)", ast.get_docstring(node) or "")[0] + ".")


def types_of(plan: ClientPlan, document: Document) -> tuple[Component, ...]:
    """The components of a document, each with its properties (those that may be missing with ?) or its branches."""
    found = []
    for name, schema in document.schemas.items():
        names = (name, *(each for each in plan.params if each == f"{name}{PARAM}"))
        found.append(Component(names, Text(_parts(schema)), Text(str(schema.get("description", "")))))
    return tuple(found)


def _parts(schema: JsonObject) -> str:
    if "properties" in schema:
        required = schema.get("required", ())
        return ", ".join(name if name in required else f"{name}?" for name in schema["properties"])
    if "anyOf" in schema:
        return " | ".join(component(each) or str(each.get("type", "any")) for each in schema["anyOf"])
    if "enum" in schema:
        return " | ".join(json.dumps(value, ensure_ascii=False) for value in schema["enum"])
    return str(schema.get("type", "any"))


def _answer_path(method: Method, document: Document) -> tuple[str, ...]:
    """The properties that lead to the text of an answer, where the settings name them and it always has them."""
    added = method.streaming.accumulation if method.streaming else None
    if added is None or added.text is None:
        return ()
    item = _target(_always(document.schemas[added.result], added.items).get("items", {}), document)
    message = _target(_always(item, added.becomes), document)
    return (added.items, added.becomes, added.text) if added.text in message.get("properties", {}) else ()


def _piece(method: Method, document: Document) -> tuple[str, ...]:
    """Prints the text of a chunk where it has one, else the chunk."""
    streaming = method.streaming
    if streaming is None:
        return ()
    added = streaming.accumulation
    if added is None or added.text is None:
        return ("print(chunk)",)
    item = _target(_always(document.schemas[streaming.chunk], added.items).get("items", {}), document)
    delta = _target(item.get("properties", {}).get(added.delta, {}), document)
    if added.text not in delta.get("properties", {}):
        return ("print(chunk)",)
    one = singular(python_name(added.items))
    part = f"{one}.{python_name(added.delta)}"
    text = f"{part}.{python_name(added.text)}"
    return (
        f"for {one} in chunk.{python_name(added.items)}:",
        f"    if {part} and {text}:",
        f'        print({text}, end="", flush=True)',
    )


def _canned(method: Method, document: Document) -> str:
    """An answer that a test's server gives, as a call of the package's `testing`."""
    status, name = next(iter(method.responses.items()), ("200", "Any"))
    more = f", status={status}" if status.isdigit() and status != "200" else ""
    match name:
        case "None":
            return f'answer(b""{more})'
        case "str" | "bytes":
            return f'answer("Hello"{more})'
    schema: JsonObject = {"$ref": f"{PREFIX}{name}"} if name in document.schemas else {"type": "object"}
    return f"json_answer({_spread(examples.example(schema, document.schemas), 0)}{more})"


def _canned_stream(method: Method, document: Document) -> str:
    """A stream of one chunk, as a call of the package's `testing`; empty where the method does not stream."""
    streaming = method.streaming
    if streaming is None or streaming.chunk not in document.schemas:
        return ""
    chunk = examples.example({"$ref": f"{PREFIX}{streaming.chunk}"}, document.schemas)
    added = streaming.accumulation
    if added and added.text and added.items in chunk:
        item = {**chunk[added.items][0], added.delta: {added.text: "Hello"}}
        answer = examples.example({"$ref": f"{PREFIX}{added.result}"}, document.schemas)
        ended = {key: value for key, value in answer[added.items][0].items() if key == added.finished}
        chunk = {**chunk, added.items: [{**item, **ended}]}
    end = examples.python_value(streaming.end_marker.value if streaming.end_marker else None)
    more = "" if end == '"[DONE]"' else f", end_marker={end}"
    return f"stream_answer([{_spread(chunk, 0)}]{more})"


def _spread(value: Json, indent: int) -> str:
    """A literal of Python: in one line where it is short, else with a line for each entry."""
    line = examples.python_value(value)
    if len(line) + indent <= _LONGEST or not isinstance(value, dict | list):
        return line
    entries = (
        (f"{examples.text_literal(key)}: {_spread(inner, indent + 4)}" for key, inner in value.items())
        if isinstance(value, dict)
        else (_spread(inner, indent + 4) for inner in value)
    )
    left, right = "{}" if isinstance(value, dict) else "[]"
    margin = " " * indent
    return left + "".join(f"\n{margin}    {entry}," for entry in entries) + f"\n{margin}{right}"


def _always(schema: JsonObject, name: str) -> JsonObject:
    """The schema of a property that is always there and never null; {} where it is not."""
    found: JsonObject = schema.get("properties", {}).get(name, {}) if name in schema.get("required", ()) else {}
    return {} if "anyOf" in found else found


def _target(schema: JsonObject, document: Document) -> JsonObject:
    if "anyOf" in schema:
        return _target(examples.branch(schema), document)
    name = component(schema)
    return _target(document.schemas[name], document) if name else schema


def _in_python(path: tuple[str, ...]) -> str:
    """The text of an answer, or the whole answer where `path` is empty."""
    if not path:
        return "answer"
    items, becomes, text = map(python_name, path)
    return f"answer.{items}[0].{becomes}.{text}"


def _in_javascript(path: tuple[str, ...]) -> str:
    steps = [f".{name}" if name.isidentifier() else f"[{examples.text_literal(name)}]" for name in path]
    return f"answer{steps[0]}[0]{steps[1]}{steps[2]}" if steps else "answer"
