"""New names in api.toml: for classes, methods and resources, and rows that match nothing."""

from __future__ import annotations

from typing import Any

import pytest

from nemogen.document import Document
from nemogen.errors import ConfigError, NameClash
from nemogen.given_names import dump_names, parse_names
from nemogen.naming.rename import Renames
from nemogen.read_config import read_settings
from tests.naming.small import operation, prepared, properties, ref, spec

PATHS = {
    "/pets": {"get": operation({"type": "array", "items": ref("Pet")}), "post": operation(ref("Pet"))},
    "/pets/{id}/toys": {"get": operation(ref("Toy"))},
}
SCHEMAS = {"Pet": properties(a={"type": "string"}), "Toy": properties(b={"type": "string"})}


def renamed(**tables: Any) -> Document:
    return prepared(spec(PATHS, SCHEMAS), renames=Renames(**tables))


def calls(document: Document) -> set[str]:
    return {str(each.call) for each in document.operations}


@pytest.mark.parametrize("key", ["Pet", "/components/schemas/Pet"])
def test_a_class_is_renamed_by_its_name_or_its_pointer(key: str) -> None:
    found = renamed(models={key: "Animal"})
    assert "Animal" in found.schemas
    assert "Pet" not in found.schemas
    assert found.names.classes["/components/schemas/Pet"].was == "Pet"


def test_methods_and_resources_are_renamed() -> None:
    found = renamed(operations={"pets.list": "pets.all"}, resources={"pets": "animals", "pets.toys": "toys"})
    assert calls(found) == {"pets.all", "animals.create", "toys.list"}


def test_a_row_goes_on_to_match_once_the_new_name_is_kept() -> None:
    tables: dict[str, Any] = {"models": {"Pet": "Animal"}, "resources": {"pets": "animals"}}
    first = renamed(**tables)
    kept = parse_names(dump_names(first.names), "names.toml")
    second = prepared(spec(PATHS, SCHEMAS), kept=kept, renames=Renames(**tables))
    assert (list(second.schemas), calls(second)) == (list(first.schemas), calls(first))
    assert second.names == first.names
    without = prepared(spec(PATHS, SCHEMAS), kept=kept)
    assert (list(without.schemas), calls(without)) == (list(first.schemas), calls(first))


def test_nothing_new_takes_the_name_that_was_abandoned() -> None:
    kept = parse_names(dump_names(renamed(models={"Pet": "Animal"}).names), "names.toml")
    more = {**PATHS, "/0": {"get": operation(properties(pet=properties(q={"type": "string"})))}}
    assert "Pet" not in prepared(spec(more, SCHEMAS), kept=kept).schemas


@pytest.mark.parametrize(
    ("tables", "suggestion"),
    [
        ({"models": {"Pett": "Animal"}}, "Did you mean Pet?"),
        ({"operations": {"pets.lost": "pets.all"}}, "Did you mean pets.list?"),
        ({"resources": {"petz": "animals"}}, "Did you mean pets?"),
    ],
)
def test_a_row_that_matches_nothing_is_an_error_with_a_suggestion(tables: Any, suggestion: str) -> None:
    with pytest.raises(ConfigError, match="matches nothing") as caught:
        renamed(**tables)
    assert suggestion in str(caught.value)


def test_a_new_name_that_is_taken_is_a_clash() -> None:
    with pytest.raises(NameClash, match="Toy"):
        renamed(models={"Pet": "Toy"})
    with pytest.raises(NameClash, match=r"pets\.create"):
        renamed(operations={"pets.list": "pets.create"})


def test_the_tables_of_api_toml() -> None:
    text = """[source]
file = "a.json"

[models]
Pet = "Animal"
"/components/schemas/Toy" = "Plaything"

[resources]
pets = "animals"

[operations]
"pets.list" = "pets.all"
"GET /x" = "x.find"
"""
    found = read_settings("shop", text.encode(), "api.toml")
    assert found.models == {"Pet": "Animal", "/components/schemas/Toy": "Plaything"}
    assert found.resources == {"pets": "animals"}
    assert {key: each.name for key, each in found.operations.items()} == {"pets.list": "pets.all", "GET /x": "x.find"}
    assert found.locations["models", "Pet"].line == 5


@pytest.mark.parametrize(
    "row", ['[models]\nPet = "animal"', "[models]\nPet = 1", '[resources]\npets = "a-b"', "models = 1"]
)
def test_a_row_that_is_no_name_is_an_error(row: str) -> None:
    with pytest.raises(ConfigError):
        read_settings("shop", f'{row}\n[source]\nfile = "a.json"\n'.encode(), "api.toml")
