"""The lists of a package's README and api.md, taken from the runtime itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from nemogen.client import planner
from nemogen.client.api_index import errors_of, exports_of, types_of
from nemogen.client.environment import Text, entry, markdown
from nemogen.runtime import errors
from nemogen.runtime.exports import RUNTIME_EXPORTS
from tests.client.planned import method, settings
from tests.naming.small import operation, prepared, properties, ref, spec

RUNTIME = Path(errors.__file__).parent


def test_every_error_is_listed_below_its_base() -> None:
    listed = errors_of(RUNTIME)
    classes = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, Exception)]
    assert [each.name for each in listed] == [kind.__name__ for kind in classes if kind.__module__ == errors.__name__]
    depths = {each.name: each.depth for each in listed}
    assert all(depths[each.name] == depths[vars(errors)[each.name].__bases__[0].__name__] + 1 for each in listed[1:])
    assert all(each.summary.value.endswith(".") for each in listed)


def test_every_other_name_that_packages_give_is_listed_with_a_sentence() -> None:
    listed = {each.name: each.summary for each in exports_of(RUNTIME)}
    assert listed.keys() == {name for name, module in RUNTIME_EXPORTS.items() if module != "_runtime.errors"}
    assert all(listed.values())


def test_a_module_is_parsed_once_however_many_names_it_gives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "exports.py").write_text("from .a import A\nfrom .b import B\nfrom .a import C\n")
    (tmp_path / "a.py").write_text('class A:\n    """An A."""\n\n\nclass C:\n    """A C."""\n')
    (tmp_path / "b.py").write_text('B: int\n"""A B."""\n')
    read: list[str] = []
    read_text = Path.read_text

    def count(path: Path, *arguments: Any, **named: Any) -> str:
        read.append(path.name)
        return read_text(path, *arguments, **named)

    monkeypatch.setattr(Path, "read_text", count)
    listed = {each.name: each.summary.value for each in exports_of(tmp_path)}
    assert listed == {"A": "An A.", "B": "A B.", "C": "A C."}
    assert sorted(read) == ["a.py", "b.py", "exports.py"]


def test_text_of_a_document_is_no_markup_but_for_code_between_backticks() -> None:
    assert markdown(Text("a *b* <i>c</i> `d|e`\n# f")) == r"a \*b\* &lt;i&gt;c&lt;/i&gt; `d|e` \# f"
    assert entry(Text("`d|e` f|g")) == r"`d\|e` f\|g"


def test_classes_that_arguments_are_checked_against_are_not_listed() -> None:
    identifier = {"name": "petId", "in": "path", "required": True, "schema": {"type": "integer"}}
    path = {"/pets/{petId}": {"get": operation(ref("Pet"), parameters=[identifier])}}
    document = prepared(spec(path, {"Pet": properties(name={"type": "string"})}))
    plan = planner.plan(document, settings())
    assert {"PetRetrieveParameters", "Pet"} <= {*document.schemas}
    assert [each.names for each in types_of(plan, document)] == [("Pet",)]


def test_an_argument_is_shown_with_the_type_that_python_calls_it() -> None:
    at = {"name": "at", "in": "query", "schema": {"type": "string", "format": "date-time"}}
    key = {"name": "key", "in": "query", "schema": {"type": "array", "items": {"type": "string", "format": "uuid"}}}
    found = method(spec({"/pets": {"get": operation(properties(a={"type": "string"}), parameters=[at, key])}}))
    shown = {each.name: each.shown_annotation for each in found.keywords}
    assert shown == {"at": "datetime | Omit", "key": "Sequence[UUID] | Omit"}
    assert {each.name: each.annotation for each in found.keywords} == {
        "at": "DateTime_ | Omit",
        "key": "Sequence[UUID_] | Omit",
    }
