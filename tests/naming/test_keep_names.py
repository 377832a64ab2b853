"""Names that were given stay, whatever else the document gets: names.toml between two readings of a document."""

from __future__ import annotations

import copy
import functools
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nemogen.document import Document
from nemogen.errors import NemogenError
from nemogen.given_names import Names, carried_over, dump_names, parse_names, still_reserved
from nemogen.source.load import load, require_openapi
from tests.naming.small import operation, prepared, properties, ref, spec
from tests.test_cases import CASES

STRING = {"type": "string"}
NUMBER = {"type": "number"}


def kept(document: Document) -> Names:
    """What names.toml holds after the document, read from its bytes."""
    return parse_names(dump_names(document.names), "names.toml")


def origins(document: Document) -> dict[str, str]:
    """Pointer to class."""
    return {at: name for name, at in document.origins.items()}


def calls(document: Document) -> dict[str, str]:
    return {f"{each.method} {each.path}": str(each.call) for each in document.operations}


ISSUE = {"/a": {"post": operation(properties(a=STRING), properties(x=properties(b=STRING), item=properties(c=STRING)))}}
MORE = {"/0": {"post": operation(properties(d=STRING), properties(x=properties(e=STRING), item=properties(f=STRING)))}}


def test_what_upstream_adds_takes_no_name_that_is_in_use() -> None:
    first = prepared(spec(ISSUE))
    assert {"X", "Item", "ARequest"} <= first.schemas.keys()
    second = prepared(spec({**MORE, **ISSUE}), kept=kept(first))
    assert {at: name for at, name in origins(second).items() if at in origins(first)} == origins(first)
    assert len(second.schemas) == 8


def test_without_kept_names_the_first_by_pointer_has_the_short_one() -> None:
    found = origins(prepared(spec({**ISSUE, **MORE})))
    assert found["/paths/~10/post/requestBody/content/application~1json/schema/properties/x"] == "X"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (properties(a=STRING), properties(a=STRING, b=STRING)),
        (properties(a=STRING, b=STRING), properties(b=STRING, a=STRING)),
        (properties(a=STRING), {**properties(a=STRING), "additionalProperties": False}),
        (properties(a=STRING), {**properties(a=STRING), "required": ["a"]}),
    ],
    ids=["grows", "order", "closes", "requires"],
)
def test_what_stays_keeps_its_name_when_it_changes(before: Any, after: Any) -> None:
    first = prepared(spec({"/a": {"get": operation(properties(usage=before))}}))
    other = {"/0": {"get": operation(properties(usage=properties(z=NUMBER)))}}
    second = prepared(spec({**other, "/a": {"get": operation(properties(usage=after))}}), kept=kept(first))
    at = "/paths/~1a/get/responses/200/content/application~1json/schema/properties/usage"
    assert origins(second)[at] == origins(first)[at] == "Usage"


def test_what_moves_keeps_its_name_by_its_shape() -> None:
    first = prepared(spec({"/a": {"get": operation(ref("Old"))}}, {"Old": properties(a=STRING, b=NUMBER)}))
    second = prepared(
        spec({"/a": {"get": operation(ref("New"))}}, {"New": properties(a=STRING, b=NUMBER)}), kept=kept(first)
    )
    assert list(second.schemas) == ["Old"]


def test_what_moves_and_changes_keeps_its_name_below_what_moves_with_it() -> None:
    old = {"Old": properties(a=STRING, part=properties(x=STRING))}
    new = {"New": properties(a=STRING, part=properties(x=STRING, y=STRING))}
    first = prepared(spec({"/a": {"get": operation(ref("Old"))}}, old))
    second = prepared(spec({"/a": {"get": operation(ref("New"))}}, new), kept=kept(first))
    assert "Part" in first.schemas
    assert "Part" not in second.schemas or origins(second)["/components/schemas/New/properties/part"] == "Part"


def test_variants_that_change_places_keep_their_names() -> None:
    one, two = properties(kind={"enum": ["a"]}, x=STRING), properties(kind={"enum": ["b"]}, y=STRING)
    first = prepared(spec({"/a": {"get": operation(ref("U"))}}, {"U": {"oneOf": [one, two]}}))
    second = prepared(spec({"/a": {"get": operation(ref("U"))}}, {"U": {"oneOf": [two, one]}}), kept=kept(first))
    shapes = [{each.name: each.shape for each in found.names.classes.values()} for found in (first, second)]
    assert shapes[0].keys() == shapes[1].keys() == {"U", "AU", "BU"}
    assert all(shapes[0][name] == shapes[1][name] for name in ("AU", "BU"))


def test_a_variant_that_moves_and_changes_keeps_the_name_of_its_tag() -> None:
    one, two = properties(role={"enum": ["user"]}, x=STRING), properties(role={"enum": ["system"]}, y=STRING)
    first = prepared(spec({"/a": {"get": operation(ref("Message"))}}, {"Message": {"oneOf": [one, two]}}))
    more = [
        properties(role={"enum": ["tool"]}),
        properties(role={"enum": ["system"]}, z=STRING),
        {**one, "required": ["x"]},
    ]
    second = prepared(spec({"/a": {"get": operation(ref("Message"))}}, {"Message": {"oneOf": more}}), kept=kept(first))
    assert set(first.schemas) == {"Message", "UserMessage", "SystemMessage"}
    assert set(second.schemas) == {"Message", "UserMessage", "SystemMessage", "ToolMessage"}
    assert "z" in second.schemas["SystemMessage"].properties


def test_a_body_that_moves_to_another_version_and_grows_keeps_its_name() -> None:
    first = prepared(spec({"/v1/a": {"get": operation(properties(x=properties(a=STRING)))}}))
    second = prepared(
        spec({"/v2/a": {"get": operation(properties(x=properties(a=STRING, b=STRING), y=STRING))}}), kept=kept(first)
    )
    assert list(second.schemas) == list(first.schemas)


def test_a_variant_that_moves_in_its_union_and_changes_keeps_its_name_below_the_class_of_the_union() -> None:
    first = prepared(spec({"/v1/a": {"get": operation({"oneOf": [properties(x=STRING), properties(y=STRING)]})}}))
    union = {"oneOf": [properties(y=STRING), properties(z=STRING, w=STRING)]}
    second = prepared(spec({"/v2/a": {"get": operation(union)}}), kept=kept(first))
    at = "/paths/~1v2~1a/get/responses/200/content/application~1json/schema"
    named = {key.removeprefix(at): entry.name for key, entry in second.names.classes.items()}
    assert named == {"": "A", "/oneOf/0": "AY", "/oneOf/1": "AX"}


def test_two_that_fit_one_entry_get_new_names() -> None:
    first = prepared(spec({"/a": {"get": operation(ref("Old"))}}, {"Old": properties(a=STRING)}))
    both = {"N": properties(a=STRING), "M": properties(a=STRING)}
    second = prepared(spec({"/a": {"get": operation(ref("N"), ref("M"))}}, both), kept=kept(first))
    assert sorted(second.schemas) == ["M", "N"]


def test_a_method_keeps_its_name_when_the_operation_is_described_otherwise() -> None:
    first = prepared(spec({"/pets/{id}": {"post": operation(properties(a=STRING), operationId="feedPet")}}))
    paths = {
        "/pets/{petId}": {"post": operation(properties(a=STRING))},
        "/pets": {"post": operation(properties(b=STRING), operationId="feed")},
    }
    first = prepared(spec({"/pets/{id}": {"post": operation(properties(a=STRING), operationId="submitPet")}}))
    second = prepared(spec(paths), kept=kept(first))
    assert calls(first) == {"post /pets/{id}": "pets.submit"}
    assert calls(second)["post /pets/{petId}"] == "pets.submit"


def test_a_method_whose_version_changes_keeps_its_name() -> None:
    first = prepared(spec({"/v1/a": {"post": operation(properties(a=STRING), **{"x-nemogen-name": "a.make"})}}))
    second = prepared(spec({"/v2/a": {"post": operation(properties(a=STRING))}}), kept=kept(first))
    assert list(calls(second).values()) == ["a.make"]


def test_a_new_method_does_not_hide_a_resource_that_has_its_name() -> None:
    first = prepared(spec({"/books/list/{id}/pages": {"get": operation(properties(a=STRING))}}))
    assert list(calls(first).values()) == ["books.list.pages.list"]
    paths = {
        "/books": {"get": operation(properties(b=STRING))},
        "/books/list/{id}/pages": {"get": operation(properties(a=STRING))},
    }
    second = prepared(spec(paths), kept=kept(first))
    assert calls(second)["get /books/list/{id}/pages"] == "books.list.pages.list"
    assert calls(second)["get /books"] not in {"books.list", "books.list_"}


def test_a_name_that_disappeared_is_reserved_for_two_releases() -> None:
    before = prepared(spec({"/a": {"get": operation(ref("Old"))}}, {"Old": properties(a=STRING)})).names
    now = prepared(spec({"/a": {"get": operation(ref("New"))}}, {"New": properties(q=NUMBER)})).names
    lost = carried_over(before, now, ["0.1.0"])
    assert lost.classes["/components/schemas/Old"].last == "0.1.0"
    versions = ["0.2.0", "0.1.0"]
    assert (
        "Old"
        not in prepared(
            spec({"/a": {"get": operation(properties(old=properties(z=STRING)))}}), kept=still_reserved(lost, versions)
        ).schemas
    )
    assert "/components/schemas/Old" not in still_reserved(lost, ["0.3.0", *versions]).classes


def test_a_name_that_disappeared_comes_back_to_what_had_it() -> None:
    paths = {"/a": {"get": operation(ref("Old"))}}
    before = prepared(spec(paths, {"Old": properties(a=STRING)}))
    gone = carried_over(before.names, prepared(spec({"/b": {"get": operation(properties(q=NUMBER))}})).names, ["0.1.0"])
    again = prepared(spec(paths, {"Old": properties(b=NUMBER)}), kept=gone)
    assert again.names.classes["/components/schemas/Old"].name == "Old"
    assert carried_over(gone, again.names, ["0.2.0", "0.1.0"]).classes["/components/schemas/Old"].last == ""


def shuffled(value: Any, chance: random.Random) -> Any:
    """The value with the members of every object in another order."""
    if isinstance(value, list):
        return [shuffled(each, chance) for each in value]
    if not isinstance(value, dict):
        return value
    keys = list(value)
    chance.shuffle(keys)
    return {key: shuffled(value[key], chance) for key in keys}


def grown(document: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """The document with a few operations, components and properties more, which are named as others are."""
    found = copy.deepcopy(document)
    schemas = found.setdefault("components", {}).setdefault("schemas", {})
    for schema in list(schemas.values()):
        if isinstance(schema, dict) and isinstance(schema.get("properties"), dict) and chance.random() < 0.5:
            schema["properties"][chance.choice(("added", "item", "usage", "Added"))] = properties(q=STRING)
    taken = chance.choice(sorted(schemas) or ["Thing"])
    inner = properties(**{taken: properties(n=NUMBER), "usage": properties(m=NUMBER), "item": properties(o=STRING)})
    first = next(iter(found["paths"]))
    for path in (f"/0{chance.randint(0, 9)}", f"{first.rstrip('/')}/added", f"/v2{first}"):
        found["paths"][path] = {"post": operation(inner, inner, operationId=chance.choice(("create", "createItem")))}
    return found


def readable(case: Path) -> dict[str, Any] | None:
    """The document of a case; None where it is one that has to be refused."""
    file = next(case.glob("spec.*"))
    try:
        found = require_openapi(load(file.read_bytes(), file.name))
        prepared(found)
    except NemogenError:
        return None
    return dict(found)


@functools.cache
def documents() -> list[dict[str, Any]]:
    """The documents of all cases that are not to be refused."""
    return [found for case in sorted(CASES) if (found := readable(case))]


@settings(max_examples=60, deadline=None)
@given(st.deferred(lambda: st.sampled_from(documents())), st.randoms(use_true_random=False))
def test_additions_rename_nothing_and_order_decides_nothing(document: dict[str, Any], chance: random.Random) -> None:
    first = prepared(document)
    had = kept(first)
    second = prepared(shuffled(grown(document, chance), chance), kept=had)
    for table in ("classes", "methods"):
        now = second.names.table(table)
        assert {key: now[key].name for key in had.table(table)} == {
            key: each.name for key, each in had.table(table).items()
        }
    again = prepared(shuffled(document, chance))
    assert (origins(again), calls(again)) == (origins(first), calls(first))
