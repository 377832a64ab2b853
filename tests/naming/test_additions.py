"""What upstream adds renames nothing that a package had: classes of models and resources, fields, methods."""

from __future__ import annotations

import copy
from dataclasses import replace
from itertools import permutations
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nemogen.client import planner
from nemogen.client.argument_names import with_client_names
from nemogen.client.plan import ClientPlan
from nemogen.document import Document
from nemogen.given_names import TABLES, Entry, Names, carried_over, dump_names, parse_names
from tests.client.planned import settings as api_settings
from tests.naming.small import operation, prepared, properties, ref, spec

STRING = {"type": "string"}
PETS = {
    "Pet": properties(startsAt=STRING, item=properties(size=STRING)),
    "PetPage": properties(data={"type": "array", "items": ref("Pet")}, next_cursor=STRING),
}
CURSOR = [{"name": "cursor", "in": "query", "schema": STRING}]


def pets() -> Any:
    item = {"get": operation(ref("PetPage"), parameters=CURSOR), "post": operation(ref("Pet"), ref("Pet"))}
    return copy.deepcopy(spec({"/pets": item}, PETS))


def named(document: Any, kept: Names = Names()) -> tuple[ClientPlan, Names]:  # noqa: B008 - frozen
    read: Document = prepared(document, reserved=("Shop", "AsyncShop"), kept=kept)
    plan = planner.plan(read, api_settings())
    return plan, with_client_names(read.names, plan, read)


def test_a_schema_that_is_called_like_a_resource_does_not_rename_it() -> None:
    plan, before = named(pets())
    assert plan.resources[0].class_name == "Pets"
    grown = pets()
    grown["components"]["schemas"]["Pets"] = properties(x=STRING)
    grown["paths"]["/0"] = {"get": operation(ref("Pets"))}
    assert {each.class_name for each in named(grown)[0].resources} >= {"PetsResource"}
    plan, after = named(grown, before)
    assert [each.class_name for each in plan.resources if each.attribute == "pets"] == ["Pets"]
    assert "Pets" not in plan.models
    assert not moved(before, after)


def test_a_property_that_wants_the_name_of_a_field_gets_another() -> None:
    _, before = named(pets())
    assert before.fields == {"Pet startsAt": Entry("starts_at")}
    grown = pets()
    grown["components"]["schemas"]["Pet"]["properties"]["starts_at"] = STRING
    assert "Pet startsAt" not in named(grown)[1].fields
    _, after = named(grown, before)
    assert after.fields["Pet startsAt"] == Entry("starts_at")
    assert after.fields["Pet starts_at"].name not in {"starts_at", "startsAt"}


def test_an_operation_that_wants_the_name_of_a_method_for_all_pages_gets_another() -> None:
    plan, before = named(pets())
    assert before.methods["GET /pets pages"] == Entry("pets.list_all")
    grown = pets()
    grown["paths"]["/pets/all"] = {"get": operation(ref("Pet"), operationId="listAllPets")}
    grown["x-nothing"] = grown["paths"]["/pets/all"]["get"] | {"operationId": "x"}
    plan, after = named(grown, before)
    assert after.methods["GET /pets pages"] == Entry("pets.list_all")
    names = [each.name for each in plan.resources[0].methods]
    assert len(names) == len({*names, "list_all"}) - 1


def test_a_parameter_does_not_take_the_name_of_an_argument_of_the_body() -> None:
    _, before = named(pets())
    grown = pets()
    grown["paths"]["/pets"]["post"]["parameters"] = [{"name": "item", "in": "query", "schema": STRING}]
    assert arguments(named(grown)[0], "create") == {"item": "item", "starts_at": "startsAt", "item_body": "item"}
    plan, after = named(grown, before)
    assert arguments(plan, "create") == {"item_query": "item", "starts_at": "startsAt", "item": "item"}
    assert not moved(before, after)


def test_a_property_of_the_body_does_not_take_the_name_of_a_parameter() -> None:
    document = pets()
    post = document["paths"]["/pets"]["post"]
    post["parameters"] = [{"name": "size", "in": "query", "schema": STRING}]
    _, before = named(document)
    assert before.arguments["POST /pets body"] == Entry("body", beside=("query size",))
    document["components"]["schemas"]["Pet"]["properties"] |= {"size": STRING, "Size": STRING}
    post["parameters"].append({"name": "ITEM", "in": "header", "schema": STRING})
    plan, after = named(document, parse_names(dump_names(before), "names.toml"))
    had = {"size": "size", "starts_at": "startsAt", "item": "item"}
    assert had.items() <= arguments(plan, "create").items()
    assert not moved(before, after)
    assert arguments(named(document, parse_names(dump_names(after), "names.toml"))[0], "create") == arguments(
        plan, "create"
    )


@pytest.mark.parametrize("others", [(), ("path",), ("body",)], ids=str)
@pytest.mark.parametrize(("old", "new"), [*permutations(("query", "header", "cookie"), 2)])
def test_a_parameter_does_not_take_the_name_of_one_in_another_location(
    old: str, new: str, others: tuple[str, ...]
) -> None:
    def document(*locations: str) -> Any:
        found = [{"name": "limit", "in": each, "schema": STRING} for each in locations if each != "body"]
        path = "/pets/{limit}" if "path" in locations else "/pets"
        needed = [{**each, "required": True} if each["in"] == "path" else each for each in found]
        body = ref("Pet") if "body" in locations else None
        return spec({path: {"post": operation(ref("Pet"), body, parameters=needed)}}, PETS)

    plan, before = named(document(old, *others))
    had = arguments(plan, plan.resources[0].methods[0].name)
    plan, after = named(document(new, old, *others), parse_names(dump_names(before), "names.toml"))
    (method,) = plan.resources[0].methods
    ways = {each.argument: each.location_in for each in method.parameters}
    assert had.items() <= arguments(plan, method.name).items()
    assert [ways[name] for name in had if name in ways] == [each for each in (*others, old) if each != "body"]
    assert not moved(before, after)


def test_a_body_has_one_entry_however_many_properties_it_has() -> None:
    _, names = named(pets())
    assert {*names.arguments} == {"POST /pets body", "POST /pets body startsAt"}


def test_entries_of_arguments_that_are_not_needed_any_more_are_left_out() -> None:
    plan, names = named(pets())
    old = replace(names, arguments={"POST /pets body item": Entry("item"), "POST /pets body gone": Entry("gone")})
    assert not {*carried_over(old, named(pets(), old)[1], ["1.0.0"]).arguments} - {*names.arguments}
    assert arguments(named(pets(), old)[0], "create") == arguments(plan, "create")


def arguments(plan: ClientPlan, method: str) -> dict[str, str]:
    """The arguments of a method of `pets`: their names on the wire by name."""
    (found,) = [each for each in plan.resources[0].methods if each.name == method]
    return {each.name: each.api_name.value for each in (*found.positional, *found.keywords)}


def test_a_required_argument_with_one_value_keeps_it_as_its_default() -> None:
    def shop(schema: Any) -> Any:
        body = {**properties(kind=schema), "required": ["kind"]}
        query = {"name": "way", "in": "query", "required": True, "schema": schema}
        return spec({"/pets": {"post": operation(STRING, body, parameters=[query])}})

    def defaults(plan: ClientPlan) -> list[str]:
        (method,) = plan.resources[0].methods
        return [each.default for each in (*method.positional, *method.keywords)]

    plan, names = named(shop({"const": "a"}))
    assert defaults(plan) == ["'a'", "'a'"]
    for grown in ({"enum": ["b", "a"]}, {"anyOf": [{"enum": ["a", "b"]}, {"type": "integer"}]}, STRING):
        assert defaults(named(shop(grown))[0]) == ["", ""]
        plan, names = named(shop(grown), parse_names(dump_names(names), "names.toml"))
        assert defaults(plan) == ["'a'", "'a'"], grown
    assert defaults(named(shop({"enum": ["b", "c"]}), names)[0]) == ["", ""]


def test_a_resource_at_the_top_does_not_take_the_class_of_one_below_another() -> None:
    def shop(*paths: str) -> Any:
        return spec({path: {"get": operation(STRING)} for path in paths})

    _, before = named(shop("/shelves/{id}/books", "/shelves"))
    assert before.resources["shelves.books"] == Entry("Books")
    _, after = named(shop("/books", "/shelves/{id}/books", "/shelves"), before)
    assert after.resources["shelves.books"] == Entry("Books")
    assert after.resources["books"].name != "Books"


def test_a_union_that_gets_a_variant_of_another_kind_keeps_its_name() -> None:
    def cards(*more: Any) -> Any:
        variants = [{**properties(kind={"const": each}), "required": ["kind"]} for each in ("picture", "words")]
        return spec({"/cards": {"post": operation(STRING, properties(front={"oneOf": [*variants, *more]}))}})

    plan, before = named(cards())
    assert {"Front", "PictureFront", "WordsFront"} <= {*plan.models}
    grown = cards({"type": "string", "enum": ["off", "on"]})
    assert "Front" not in named(grown)[0].models
    plan, after = named(grown, before)
    assert {"Front", "PictureFront", "WordsFront"} <= {*plan.models}
    assert "FrontParam" in plan.params
    assert not moved(before, after)


def test_a_resource_does_not_take_a_name_that_a_component_has_with_param() -> None:
    path = {"/model": {"patch": operation(ref("ModelParam"))}}
    document = spec(path, {"ModelParam": properties(x=STRING)})
    plan, before = named(document)
    assert [each.class_name for each in plan.resources] != ["Model"]
    assert not moved(before, named(document, before)[1])


def test_all_tables_are_written_and_read() -> None:
    _, names = named(pets())
    assert {table for table in TABLES if names.table(table)} >= {"classes", "fields", "methods", "resources"}
    assert parse_names(dump_names(names), "names.toml") == names


def moved(before: Names, after: Names) -> list[str]:
    """The identities that have another name."""
    return [
        f"{table} {key}: {entry.name} -> {after.table(table)[key].name}"
        for table in TABLES
        for key, entry in before.table(table).items()
        if key in after.table(table) and after.table(table)[key].name != entry.name
    ]


NOUNS = ("pets", "pet", "items", "page", "starts-at", "list-all", "raw")


def added(document: Any, rng: Random) -> Any:
    """The document with one more path, component or property, whose name is near those that there are."""
    noun, kind = rng.choice(NOUNS), rng.randrange(3)
    name = "".join(map(str.title, noun.split("-")))
    schemas = document["components"]["schemas"]
    if kind == 0:
        path = rng.choice((f"/{noun}", f"/pets/{noun}", f"/pets/{{id}}/{noun}", f"/0/{noun}"))
        method = rng.choice(("get", "post", "put"))
        body = properties(item=properties(q=STRING), **{noun: STRING})
        document["paths"].setdefault(path, {}).setdefault(method, operation(body, body, operationId=f"{method}{name}"))
    elif kind == 1:
        schemas.setdefault(name, properties(q=STRING, item=properties(r=STRING)))
        document["paths"].setdefault(f"/z-{noun}", {"get": operation(ref(name))})
    else:
        spelt = rng.choice((noun, noun.replace("-", "_"), name, name[0].lower() + name[1:]))
        schemas[rng.choice(sorted(schemas))]["properties"].setdefault(spelt, STRING)
    return document


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**32))
def test_no_name_moves_whatever_is_added(seed: int) -> None:
    rng, document = Random(seed), pets()
    _, names = named(document)
    for _ in range(4):
        document = added(document, rng)
        _, after = named(document, names)
        assert moved(names, after) == []
        assert [table for table in TABLES if names.table(table).keys() - after.table(table)] == []
        names = after
