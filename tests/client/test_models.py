from __future__ import annotations

import ast
import shutil
import sys
import types
import warnings
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nemogen.client import client, engine_input, models
from nemogen.client.environment import environment
from nemogen.client.models_input import EngineInput
from nemogen.document import Document
from nemogen.errors import NemogenError, SpecError, TemplateError
from nemogen.naming.prepare import prepare
from nemogen.openapi.read_document import read_value
from tests.client.planned import TEMPLATES
from tests.mutations import DOCUMENTS, mutated
from tests.naming.small import one, prepared, properties, ref

STRING = {"type": "string"}
BASE = "nemogen.runtime.model.Model"


def pydantic(document: Document, templates: Path = TEMPLATES) -> str:
    return models.pydantic_models(engine_input.for_models(document), templates, "# header", BASE).text


def dicts(document: Document, templates: Path = TEMPLATES) -> str:
    return client.params_module(document, "shop.models", environment(templates), "# header")


def test_the_process_of_the_engine_gets_no_schemas() -> None:
    given = engine_input.for_models(prepared(one(ref("A"), schemas={"A": properties(a=STRING)})))
    task = models.prepare_models(given, BASE)
    assert given.schemas
    assert task.given.schemas == {}
    assert task.given.printed == given.printed


def loaded(text: str) -> dict[str, Any]:
    module = sys.modules["loaded"] = types.ModuleType("loaded")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        exec(compile(text.replace("from ._runtime", "from nemogen.runtime"), "models.py", "exec"), module.__dict__)
    return module.__dict__


@settings(max_examples=12, deadline=None)
@given(DOCUMENTS, st.integers(0, 2**32))
def test_the_models_of_any_document_can_be_imported_and_used(document: Any, seed: int) -> None:
    from pydantic import TypeAdapter

    try:
        found = prepare(read_value(mutated(document, Random(seed)), "spec.json"))
    except NemogenError:
        return
    names = loaded(pydantic(found))
    for name in found.schemas:
        assert TypeAdapter(names[name])
    ast.parse(dicts(found))


TEXTS = st.lists(st.text() | st.text(alphabet="\"\\\n {}%'`#\t\r\u2028"), min_size=1, max_size=12, unique=True)


@settings(max_examples=15, deadline=None)
@given(TEXTS)
def test_text_of_a_document_stays_text_wherever_it_stands(texts: list[str]) -> None:
    named = {text: {"type": "string", "enum": [text], "description": text, "pattern": text} for text in texts}
    body = {**properties(**named), "required": texts[:1], "description": texts[0]}
    bounds = {text: {"type": "string", "pattern": text, "description": text} for text in texts}
    document = prepared(one({**properties(**bounds), "description": texts[-1]}, body))
    for text in (pydantic(document), dicts(document)):
        for node in ast.parse(text).body:
            assert isinstance(node, ast.ImportFrom | ast.ClassDef | ast.Assign | ast.Expr)
            inside = node.body if isinstance(node, ast.ClassDef) else [node] if isinstance(node, ast.Expr) else []
            assert all(isinstance(each, ast.AnnAssign) or is_text(each) for each in inside)
    model = loaded(pydantic(document))["ThingRequest"]
    assert {name if field.alias is None else field.alias for name, field in model.model_fields.items()} == set(texts)
    assert set(loaded(dicts(document))["ThingRequestParam"].__annotations__) == set(texts)


def is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def test_classes_and_components_have_the_same_names() -> None:
    document = prepared(one(properties(a=properties(b=STRING)), properties(c=ref("C")), {"C": properties(d=STRING)}))
    source = models.pydantic_models(engine_input.for_models(document), TEMPLATES, "# header", BASE)
    assert source.names == document.schemas.keys()


def test_without_schemas_there_is_a_header_alone() -> None:
    assert pydantic(prepared(one())) == "# header\n"


def test_a_description_of_several_lines_that_ends_beyond_ascii_is_laid_out_in_every_python() -> None:
    """The tokenizer of Python 3.12.1 takes such a string for a longer one, and the engine's formatter fails of it."""
    named = {"a": {"type": "string", "enum": ["a"], "description": "one\ntwo é"}, "b": {**STRING, "pattern": "'é'"}}
    text = pydantic(prepared(one(properties(**named))))
    assert '"""one\n    two é"""' in text


def test_answers_take_new_values_of_enumerations_and_requests_do_not() -> None:
    kind = {"type": "string", "enum": ["a", "b"]}
    text = pydantic(prepared(one(properties(x=kind), properties(y=kind))))
    assert "x: Literal['a', 'b'] | str | None = None" in text
    assert "y: Literal['a', 'b'] | None = None" in text


def test_a_component_or_null_that_accepts_null_itself_accepts_it_once() -> None:
    either = {"A": {"type": ["integer", "null"]}}
    text = pydantic(prepared(one(properties(a={"anyOf": [ref("A"), {"type": "null"}]}), schemas=either)))
    assert "a: int | None = None" in text


def test_a_component_keeps_its_name_whatever_lists_stand_in_unions() -> None:
    """The engine makes an alias of a list with bounds that is part of a union, and called it as the property is."""
    lists = {"type": "array", "items": STRING, "maxItems": 3}
    grid = {"type": "array", "items": {"type": "array", "items": STRING, "minItems": 2}}
    body = properties(image={"anyOf": [STRING, lists]}, grid={"anyOf": [STRING, grid]}, bounded_list=lists)
    used = properties(image=ref("Image"), item=ref("GridItem"), list=ref("BoundedList"))
    schemas = {name: properties(url=STRING) for name in ("Image", "GridItem", "BoundedList")}
    document = prepared(one(used, body, schemas))
    text = pydantic(document)
    assert {line.split("(")[0] for line in text.splitlines() if line.startswith("class ")} == {
        f"class {name}" for name in document.schemas
    }
    assert "title" not in text
    request = loaded(text)["ThingRequest"]
    assert request.model_validate({"image": ["a"], "grid": [["a", "b"]], "bounded_list": []})
    assert request.model_fields["image"].annotation is not None


def test_a_declared_discriminator_narrows_the_property_to_its_values() -> None:
    branches = {name: {**properties(job=STRING), "required": ["job"]} for name in ("Vet", "Guard")}
    branches["Guard"] = {**properties(job=STRING, shift=STRING), "required": ["job"]}
    union = {"oneOf": [ref("Vet"), ref("Guard")], "discriminator": {"propertyName": "job", "mapping": {"g": "Guard"}}}
    names = loaded(pydantic(prepared(one(properties(keeper=union), schemas=branches))))
    thing = names["Thing"].model_validate({"keeper": {"job": "g", "shift": "day"}})
    assert type(thing.keeper).__name__ == "Guard"


def test_a_dict_whose_keys_would_hide_a_type_is_written_as_a_call() -> None:
    body = properties(**{"str": STRING, "__private": STRING, "quote\"'": STRING})
    text = dicts(prepared(one(body=body)))
    names = loaded(text)
    assert set(names["ThingRequestParam"].__annotations__) == {"str", "__private", "quote\"'"}


def copy(folder: Path, name: str, text: str) -> Path:
    shutil.copytree(TEMPLATES, folder)
    path = folder / "models" / name
    path.write_text(path.read_text() + text)
    return folder


DOCUMENT = prepared(one(properties(a=STRING), properties(a=STRING)))


@pytest.mark.parametrize("text", ["\n\n{% if %}", "\n\n{{ nobody.name }}", "\n\n{{ 1 / 0 }}"])
def test_a_template_of_the_engine_with_an_error_is_named_with_its_line(tmp_path: Path, text: str) -> None:
    templates = copy(tmp_path / "templates", "pydantic_v2/BaseModel.jinja2", text)
    lines = (templates / "models/pydantic_v2/BaseModel.jinja2").read_text().count("\n") + 1
    with pytest.raises(TemplateError) as caught:
        pydantic(DOCUMENT, templates)
    assert str(caught.value).startswith(f"templates/models/pydantic_v2/BaseModel.jinja2:{lines}: ")


def test_a_template_that_writes_no_python_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="not valid Python"):
        pydantic(DOCUMENT, copy(tmp_path / "templates", "pydantic_v2/BaseModel.jinja2", "\n!"))


def test_a_document_that_the_engine_refuses_is_an_error_of_ours() -> None:
    broken = EngineInput({"A": {"$ref": "#/components/schemas/Lost"}}, {})
    with pytest.raises(SpecError, match="datamodel-code-generator"):
        models.pydantic_models(broken, TEMPLATES, "# header", BASE)


def test_a_class_names_the_fields_that_may_be_null_as_well_as_left_out() -> None:
    named = {
        "id": STRING,
        "plain": STRING,
        "odd-name": {"type": ["string", "null"]},
        "anything": {},
        "either": {"anyOf": [STRING, {"type": "null"}]},
        "listed": {"enum": ["a", None]},
        "needed": {"type": ["string", "null"]},
    }
    document = prepared(one({**properties(**named), "required": ["id", "needed"]}))
    assert 'nullable=["anything", "either", "listed", "odd_name"])' in pydantic(document)
