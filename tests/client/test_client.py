from __future__ import annotations

import ast
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from nemogen.errors import NemogenError
from nemogen.names import LONGEST, MODULE_NAMES
from tests.client.planned import modules
from tests.client.test_methods import STREAM, SWITCH, streaming
from tests.mutations import DOCUMENTS, mutated
from tests.naming.small import operation, properties, ref, spec

STRING = {"type": "string"}


@settings(max_examples=80, deadline=None)
@given(DOCUMENTS, st.integers(0, 2**32))
def test_whatever_the_document_is_the_code_is_python_or_the_error_is_ours(document: Any, seed: int) -> None:
    try:
        found = modules(mutated(document, Random(seed)))
    except NemogenError:
        return
    for text in found.values():
        assert ast.get_docstring(ast.parse(text)), "every module of a package says what it is"


def test_every_import_of_a_resource_is_a_name_that_no_class_of_it_may_have() -> None:
    document = streaming(SWITCH)
    document["paths"]["/a"]["get"] = operation({"type": "array", "items": ref("Whole")})
    file = {"type": "string", "format": "binary"}
    document["paths"]["/a/{id}"] = {
        "put": operation(requestBody={"content": {"audio/mpeg": {"schema": file}}}),
        "get": {"responses": {"200": {"description": "d", "content": {"audio/mpeg": {"schema": file}}}}},
    }
    tree = ast.parse(modules(document, STREAM)["resources/a.py"])
    imported = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module not in {"__future__", "models", "params"}
        for alias in node.names
    }
    assert {"StreamManager", "BinaryContent", "FileInput", "Accumulate", "Parameter"} <= imported
    assert {name for name in imported if name[0].isupper()} <= MODULE_NAMES


def test_a_method_called_list_does_not_hide_the_type() -> None:
    document = spec(
        {"/books": {"get": operation({"type": "array", "items": ref("Book")})}}, {"Book": properties(a=STRING)}
    )
    text = modules(document)["resources/books.py"]
    assert "-> builtins.list[Book]:" in text
    assert "import builtins" in text
    assert "Operation[list[Book]]" in text


def test_a_method_names_the_types_of_its_errors_in_one_entry() -> None:
    found = operation(STRING)
    for status, name in (("404", "Missing"), ("409", "Missing"), ("429", "Busy"), ("default", "Other")):
        found["responses"][status] = {"description": "d", "content": {"application/json": {"schema": ref(name)}}}
    document = spec({"/books": {"get": found}}, {name: properties(a=STRING) for name in ("Missing", "Busy", "Other")})
    text = " ".join(modules(document)["resources/books.py"].split())
    entry = (
        "APIStatusError: Its `problem` has the type `Missing` where the status is 404 or 409, `Busy` where the status"
        " is 429, and `Other` unless the status has another class."
    )
    assert text.count("APIStatusError:") == text.count(entry) == 2


def test_a_resource_lists_the_paths_that_it_calls() -> None:
    paths = {"/books": {"get": operation(STRING)}, "/books/{id}": {"get": operation(STRING)}}
    assert "Calls /books and /books/{id}." in modules(spec(paths))["resources/books.py"]
    found = spec({**paths, "/books/count": {"get": {**operation(STRING), "x-nemogen-name": "books.count"}}})
    assert "Calls /books, /books/{id} and /books/count." in modules(found)["resources/books.py"]


def test_a_package_has_no_command_of_its_own() -> None:
    assert "__main__.py" not in modules(streaming(SWITCH), STREAM)


def test_the_manager_of_a_stream_does_not_ask_for_the_stream_itself() -> None:
    tree = ast.parse(modules(streaming(SWITCH), STREAM)["resources/a.py"])
    (resource,) = (node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == "A")
    found = [node for node in resource.body if isinstance(node, ast.FunctionDef) and node.name == "stream"]
    assert [[each.arg for each in node.args.kwonlyargs] for node in found] == [
        ["extra_headers", "extra_query", "extra_body", "timeout"]
    ]


def test_the_method_of_all_pages_is_deprecated_as_the_method_of_one_is() -> None:
    page = {"type": "object", "properties": {"data": {"type": "array", "items": STRING}, "next_cursor": STRING}}
    cursor = {"name": "cursor", "in": "query", "schema": STRING}
    old = {"parameters": [cursor], "deprecated": True, "x-sunset": "2027-03-01"}
    paged = {**operation(page), **old}
    lines = modules(spec({"/ships": {"get": paged}}))["resources/ships.py"].splitlines()
    methods = [number for number, line in enumerate(lines) if "def list" in line]
    assert len(methods) == 4
    assert all("sunset 2027-03-01" in lines[number - 1] for number in methods)


def test_the_method_of_all_pages_has_no_longer_name_than_any() -> None:
    page = {"type": "object", "properties": {"data": {"type": "array", "items": STRING}, "next_cursor": STRING}}
    cursor = {"name": "cursor", "in": "query", "schema": STRING}
    long = "ships/list-selected-repositories-self-hosted-runners-organization"
    paged = {**operation(page), "parameters": [cursor], "operationId": long}
    tree = ast.parse(modules(spec({"/ships": {"get": paged}}))["resources/ships.py"])
    names = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    assert any(name.endswith("_all") for name in names)
    assert all(len(name) <= LONGEST for name in names)
