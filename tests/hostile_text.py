"""Text that a terminal, a runner of GitHub Actions, Markdown or Python would obey, in every position of a document."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from typing import Any

RUNNER = (
    "##[set-output name=apis;]pwn", "##[add-mask]e ##[stop-commands]zzz", "##vso[task.complete]done",
    "::set-output name=a::b", "\n::add-mask::e", "\u00a0::stop-commands::x", "%0A::error::x", "##\u200b[add-mask]e",
)  # fmt: skip
TERMINAL = (
    "a\x1b[31mred\x9b31m", "c\u202eevil\u2066\u200f", "d\u2028line\u2029end\x85", "h\x08\x7f\x00nul", "l\u3164filler",
    "i\u200bzero\ufeff\u00ad", "k\U000e0041tag", "n\r\nline",
)  # fmt: skip
CODE = (
    '"""); PWNED()\n', "'''); PWNED()#", "\\", "{{ PWNED() }}{% raw %}", "#{PWNED()} ${{ PWNED() }} $(PWNED)", "\\\n",
)  # fmt: skip
MARKUP = (
    "<script>PWNED()</script> -->",
    "@octocat closes #12",
    "`code` | [x](https://evil.test)",
    "</details>\n# Head",
)
TEXTS = (*RUNNER, *TERMINAL, *CODE, *MARKUP)

_HIDDEN_CATEGORIES = {"Cc", "Zl", "Zp", "Cs"}
_LEGACY = re.compile(r"##\w*\[")
_ANNOTATION = re.compile(r"::(error|warning|notice) ")


def hidden_in(text: str) -> set[str]:
    """The characters of a text that a terminal obeys, that turn its direction, or that nobody sees; but line feeds."""
    joiners = "\n\u200c\u200d"
    return {
        each
        for each in set(text) - set(joiners)
        if unicodedata.category(each) in _HIDDEN_CATEGORIES
        or unicodedata.category(each) == "Cf"
        or each in "\u3164\u115f\u1160\uffa0\u034f"
    }


def commands_in(output: str, *, is_annotated: bool = False) -> list[str]:
    """The lines of an output that a runner of GitHub Actions takes for commands.

    Those of the old form count anywhere in a line; of the new form, at its start, spaces aside. `is_annotated`: the
    output consists of annotations, which are commands of ours.
    """
    return [
        line
        for line in output.splitlines()
        if _LEGACY.search(line) or (line.strip().startswith("::") and not (is_annotated and _ANNOTATION.match(line)))
    ]


def document(*texts: str) -> dict[str, Any]:
    """A document that has the texts wherever a text may stand: all of them where there can be several."""
    every = "\n".join(texts)
    mapping = {text: _ref(f"Variant{index}")["$ref"] for index, text in enumerate(texts)}
    variants = {name.rpartition("/")[2]: {**_TAGGED, "description": text} for text, name in mapping.items()}
    union = {
        "oneOf": [*(_ref(name) for name in variants), _ref("Other")],
        "discriminator": {"propertyName": "tag", "mapping": mapping},
    }
    schemes = {text: {"type": "apiKey", "in": "header", "name": f"X-{text}", "description": text} for text in texts}
    return {
        "openapi": "3.1.0",
        "info": {"title": every, "version": every, "description": every, "license": {"name": every}},
        "servers": [{"url": "https://shop.example/v1", "description": every}],
        "tags": [{"name": text, "description": text} for text in texts],
        "security": [{text: []} for text in texts],
        "paths": {path: item for at, text in enumerate(texts) for path, item in _path(at, text, every, union)},
        "components": {
            "schemas": {"Item": _item(texts), **variants, "Other": {**_TAGGED, "title": every}},
            "securitySchemes": schemes,
        },
    }


_TAGGED = {"type": "object", "required": ["tag"], "properties": {"tag": {"type": "string"}}}


def _item(texts: tuple[str, ...]) -> dict[str, Any]:
    names = [f"{text} n{at}" for at, text in enumerate(texts)]  # else two of nothing but signs want one name
    named = {
        name: {"type": "string", "description": text, "example": text, "pattern": re.escape(text), "format": text}
        for name, text in zip(names, texts, strict=True)
    }
    listed = {
        f"p{index}": {"title": text, "default": text, "enum": [text, "x"], "description": f"One.\n{text}\n\n  {text}"}
        for index, text in enumerate(texts)
    }
    deep = {
        f"deep{index}": {
            "type": "object",
            "properties": {text: {"const": text}, "none": {"type": "null"}},
            "additionalProperties": {"enum": [text]},
        }
        for index, text in enumerate(texts)
    }
    return {"type": "object", "required": names, "properties": {**named, **listed, **deep}}


def _path(at: int, text: str, every: str, union: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    path = f"/part{at}/" + text.replace("/", "-").replace("{", "(").replace("}", ")")
    parameters = [
        {"name": text, "in": "query", "description": text, "schema": {"type": "string", "enum": [text]}},
        {"name": f"X-{text}", "in": "header", "description": text, "schema": {"type": "string", "default": text}},
    ]
    response = {
        "description": text,
        "headers": {f"X-{text}": {"description": text, "schema": {"type": "string"}}},
        "content": {**_json(_ref("Item")), f"application/json; note={text}": {"schema": _ref("Item")}},
    }
    body = {"description": text, "content": _json(_ref("Item"))}
    operation = {
        "operationId": text, "summary": text, "description": every, "tags": [text], "parameters": parameters,
        "security": [{text: [text]}], "requestBody": body, "responses": {"200": response, "4XX": response},
    }  # fmt: skip
    answers = {"200": {"description": text, "content": _json(union)}}
    yield path, {"post": operation, "get": {"summary": text, "deprecated": True, "responses": answers}}


def written(document: Any) -> bytes:
    """The document as a publisher writes it."""
    return json.dumps(document).encode()


def _json(schema: dict[str, Any]) -> dict[str, Any]:
    return {"application/json": {"schema": schema, "example": {"tag": "x"}}}


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}
