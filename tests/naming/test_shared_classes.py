"""Inline schemas of one shape have one class, and go on to have it when one of them grows."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from nemogen.document import Document
from nemogen.given_names import Entry, Names, dump_names, parse_names
from tests.naming.small import operation, prepared, properties, spec

STRING = {"type": "string"}
NUMBER = {"type": "number"}
ITEM = properties(a=STRING, kind={"enum": ["x", "y"]})


def kept(document: Document) -> Names:
    return parse_names(dump_names(document.names), "names.toml")


def shop(one: Any, other: Any) -> Any:
    """Two operations whose responses have an `item` each."""
    return spec(
        {"/a": {"get": operation(properties(item=one, a=STRING))}, "/b": {"get": operation(properties(item=other))}}
    )


def item_of(document: Document, owner: str) -> str | None:
    return document.schemas[owner].properties["item"].reference


GROWN = {
    "property": properties(a=STRING, kind={"enum": ["x", "y"]}, b=NUMBER),
    "value": properties(a=STRING, kind={"enum": ["x", "y", "z"]}),
    "inner": properties(a=STRING, kind={"enum": ["x", "y"]}, more=properties(c=NUMBER)),
    "bound": properties(a={"type": "string", "maxLength": 9}, kind={"enum": ["x", "y"]}),
}


@pytest.mark.parametrize("grown", GROWN.values(), ids=GROWN)
@pytest.mark.parametrize("is_first", [True, False])
def test_the_one_that_grows_and_the_one_that_stays_keep_their_class(grown: Any, is_first: bool) -> None:
    first = prepared(shop(ITEM, ITEM))
    assert first.names.shared == {
        "/paths/~1b/get/responses/200/content/application~1json/schema/properties/item": Entry("Item")
    }
    second = prepared(shop(grown, ITEM) if is_first else shop(ITEM, grown), kept=kept(first))
    assert item_of(second, "A") == item_of(second, "B") == "Item"
    assert second.schemas["Item"].properties.keys() == grown["properties"].keys()
    assert [each.key for each in second.findings if each.id == "class-shared"] != []
    third = prepared(shop(grown, grown), kept=kept(second))
    assert third.names.classes.keys() == second.names.classes.keys()
    assert "class-shared" not in {each.id for each in third.findings}


def test_a_class_requires_what_all_its_locations_require() -> None:
    first = prepared(shop({**ITEM, "required": ["a"]}, {**ITEM, "required": ["a"]}))
    grown = {**GROWN["property"], "required": ["a", "b"]}
    second = prepared(shop({**ITEM, "required": ["a"]}, grown), kept=kept(first))
    assert second.schemas["Item"].required == ("a",)


def test_a_shared_class_that_nothing_changed_stays_beside_one_that_grows() -> None:
    part = properties(p=STRING, q=NUMBER)

    def document(one: Any) -> Any:
        owners = {"/a": properties(item=one, part=part, a=STRING), "/b": properties(item=ITEM, part=part)}
        return spec({path: {"get": operation(owner)} for path, owner in owners.items()})

    first = prepared(document(ITEM))
    assert {entry.name for entry in first.names.shared.values()} == {"Item", "Part"}
    second = prepared(document(GROWN["property"]), kept=kept(first))
    assert item_of(second, "A") == item_of(second, "B") == "Item"
    assert second.schemas["Part"] == first.schemas["Part"]


def test_locations_that_contradict_each_other_have_classes_of_their_own() -> None:
    first = prepared(shop(ITEM, ITEM))
    second = prepared(shop(ITEM, properties(a=NUMBER, kind=STRING)), kept=kept(first))
    assert item_of(second, "A") == "Item"
    assert item_of(second, "B") not in {"Item", None}
    assert second.schemas["Item"].properties["a"].type == "string"


def test_a_name_that_a_person_gives_one_of_them_splits_the_class() -> None:
    first = prepared(shop(ITEM, ITEM))
    own = {**GROWN["property"], "x-nemogen-name": "Thing"}
    second = prepared(shop(ITEM, own), kept=kept(first))
    assert (item_of(second, "A"), item_of(second, "B")) == ("Item", "Thing")
    assert "b" not in second.schemas["Item"].properties


def test_the_location_that_stays_keeps_the_class_of_one_that_is_removed() -> None:
    first = prepared(shop(ITEM, ITEM))
    document = shop(ITEM, GROWN["property"])
    del document["paths"]["/a"]
    assert item_of(prepared(document, kept=kept(first)), "B") == "Item"


def test_a_variant_is_known_by_its_tag_wherever_it_stands() -> None:
    def variants(*roles: str, **more: Any) -> Any:
        return [
            properties(role={"const": role}, item={**ITEM, "properties": ITEM["properties"] | more}) for role in roles
        ]

    def shop_of(first: Any, second: Any) -> Any:
        return spec({path: {"get": operation({"oneOf": each})} for path, each in (("/a", first), ("/b", second))})

    first = prepared(shop_of(variants("user", "tool"), variants("tool", "system")))
    assert {entry.name for entry in first.names.shared.values()} >= {"Item"}
    grown = [*variants("user"), *variants("tool", b=NUMBER)]
    second = prepared(shop_of(grown[::-1], variants("system", "tool")), kept=kept(first))
    owners = {name: item_of(second, name) for name, each in second.schemas.items() if "item" in each.properties}
    assert {*owners.values()} == {"Item"}
    assert {*second.names.classes} - {*first.names.classes} == set() or len(second.schemas) == len(first.schemas)


def test_null_beside_a_schema_changes_nothing_for_what_stands_inside() -> None:
    inner = properties(item=ITEM)
    first = prepared(spec({"/a": {"get": operation(properties(x={"anyOf": [inner, {"type": "null"}]}, item=ITEM))}}))
    other = copy.deepcopy(inner) | {"type": ["object", "null"]}
    other["properties"]["item"]["properties"]["b"] = NUMBER
    second = prepared(spec({"/a": {"get": operation(properties(x=other, item=ITEM))}}), kept=kept(first))
    assert second.schemas.keys() == first.schemas.keys()
    assert item_of(second, "X") == item_of(second, "A") == item_of(first, "A")


def test_copies_of_what_was_referred_to_keep_its_class() -> None:
    """As upstream wrote it once: a reference becomes a copy, and the schema that it led to moves below `nullable`."""
    at = "#/paths/~1a/get/responses/200/content/application~1json/schema/anyOf/0/properties/content"
    pair = {"anyOf": [properties(content=ITEM, refusal={"$ref": at}), {"type": "null"}]}
    first = prepared(spec({"/a": {"get": operation(pair)}}))
    copies = {**properties(content=ITEM, refusal=ITEM), "type": ["object", "null"]}
    second = prepared(spec({"/a": {"get": operation(copies)}}), kept=kept(first))
    names = {each.reference for each in second.schemas["A"].properties.values()}
    assert names == {first.schemas["A"].properties["content"].reference}


def test_names_are_stable_when_nothing_changes() -> None:
    union = {"oneOf": [properties(a=STRING), properties(b=STRING)]}
    nullable = {"oneOf": [properties(a=STRING), properties(b=STRING), {"type": "null"}]}
    document = shop(union, nullable)
    first = prepared(document)
    assert prepared(document, kept=kept(first)).names == first.names


def test_an_object_that_may_be_a_list_too_keeps_its_class_when_it_grows() -> None:
    def either(**more: Any) -> Any:
        return {"type": ["array", "object"], "items": STRING, "properties": {"a": STRING, **more}}

    def document(schema: Any) -> Any:
        paths = {path: {"get": operation(properties(item=schema))} for path in ("/a", "/b")}
        return spec(paths | {"/0": {"get": operation(properties(item=properties(z=NUMBER)))}})

    def item(found: Document, owner: str) -> set[str | None]:
        return {each.reference for each in found.schemas[owner].properties["item"].any_of}

    first = prepared(document(either()))
    second = prepared(document(either(b=NUMBER)), kept=kept(first))
    for owner in ("A", "B"):
        assert item(first, owner) == item(second, owner)
    assert second.schemas.keys() == first.schemas.keys()


def test_a_reference_to_an_inline_schema_that_becomes_a_copy_keeps_its_class() -> None:
    at = "#/paths/~1a/get/responses/200/content/application~1json/schema/properties/content/items"
    part = properties(token=STRING, top={"type": "array", "items": properties(of=NUMBER)})

    def document(refusal: Any, content: Any = part) -> Any:
        lists = {"content": {"type": "array", "items": content}, "refusal": {"type": "array", "items": refusal}}
        return spec({"/a": {"get": operation(properties(**lists))}})

    first = prepared(document({"$ref": at}))
    for revision in (document(part), document({**part, "properties": {**part["properties"], "b": NUMBER}})):
        second = prepared(revision, kept=kept(first))
        before, now = (each.schemas["A"].properties for each in (first, second))
        assert {name: each.items for name, each in before.items()} == {name: each.items for name, each in now.items()}
