from __future__ import annotations

import re
from typing import Any

import pytest

from nemogen.canonical import CanonicalSchema, NamingFacts
from nemogen.errors import NameClash
from nemogen.internal_classes import INTERNAL_ENDS
from nemogen.names import LONGEST
from nemogen.naming.class_names import Site, names, renamed
from tests.naming.small import operation, prepared, properties, ref, spec

STRING = {"type": "string"}


def site(*nouns: str, index: int = 0, shape: str = "", parent: Site | None = None, explicit: str | None = None) -> Site:
    return Site(nouns, parent, f"/{index}", explicit, index, shape=shape or str(index))


def test_the_best_noun_that_is_free_is_taken() -> None:
    sites = {"a": site("Usage", index=1), "b": site("Usage", "Cost", index=2)}
    assert names(sites, "spec.json") == {"a": "Usage", "b": "Cost"}


def test_a_later_one_gets_the_names_of_its_parents_in_front() -> None:
    top = site("Answer", index=1)
    inner = site("Choice", index=2, parent=top)
    used = {"a": top, "b": inner, "c": site("Usage", index=3)}
    later = {"d": site("Usage", index=4, parent=inner), "e": site("Usage", index=5, parent=inner)}
    found = names({**used, **later}, "spec.json")
    assert (found["d"], found["e"]) == ("ChoiceUsage", "AnswerChoiceUsage")


def test_given_names_go_first_then_published_ones_then_objects_then_the_rest() -> None:
    first, second, third, fourth = (site("Thing", f"Thing{word}", index=n) for n, word in enumerate("ABCD"))
    first.plain, third.published = True, True
    fourth.explicit = "Given"
    found = names({"1": first, "2": second, "3": third, "4": fourth}, "spec.json")
    assert found == {"1": "ThingA", "2": "ThingB", "3": "Thing", "4": "Given"}


def test_two_that_want_one_name_and_have_no_other_are_distinguished_by_where_they_stand() -> None:
    found = names({"a": site("Usage", index=1), "b": site("Usage", index=2)}, "spec.json")
    assert found["a"] == "Usage"
    assert found["b"].startswith("Usage")
    assert found["b"] != "Usage"


def test_two_names_that_are_given_and_equal_are_a_clash_with_both_locations() -> None:
    rows = {"a": site("A", index=1, explicit="Usage"), "b": site("B", index=2, explicit="Usage")}
    with pytest.raises(NameClash, match=r"/1 and /2") as caught:
        names(rows, "spec.json")
    assert "overlay" in str(caught.value)


def test_renaming_leaves_no_facts_of_naming_and_what_needs_no_name_as_it_is() -> None:
    text = CanonicalSchema(type="string")
    schema = CanonicalSchema(
        type="object",
        facts=NamingFacts(pointer="/a", title="T"),
        properties={"a": CanonicalSchema(reference="key"), "title": text},
    )
    properties = {"a": CanonicalSchema(reference="Name"), "title": text}
    assert renamed(schema, {"key": "Name"}) == CanonicalSchema(type="object", properties=properties)
    assert renamed(text, {}) is text


def test_the_place_is_the_last_name_of_what_has_no_other() -> None:
    first, second = site("RuleSuite", index=1), site("RuleSuite", index=2)
    second.origin = "/components/schemas/rule-suites/items"
    assert names({"a": first, "b": second}, "spec.json") == {"a": "RuleSuite", "b": "RuleSuitesItem"}


def test_a_name_with_that_of_its_parent_in_front_says_nothing_twice() -> None:
    """A noun that is taken gets the words of its parents that it does not begin with."""
    part = properties(text=STRING)
    message = properties(content=properties(part=part), Message=properties(x=STRING, part=properties(y=STRING)))
    schemas = {"Message": message, "Part": properties(z=STRING), "MessageContent": properties(v=STRING)}
    found = prepared(spec({"/a": {"get": operation(ref("Message"), ref("Part"))}}, schemas)).schemas
    assert not [name for name in found if re.search(r"([A-Z][a-z]+)\1", name)], sorted(found)


def test_a_property_called_like_its_owner_does_not_repeat_it() -> None:
    found = prepared(spec({"/a": {"get": operation(ref("Error"))}}, {"Error": properties(error=properties(x=STRING))}))
    assert sorted(found.schemas) == ["Error", "InnerError"]


def test_internal_classes_of_long_paths_are_known_by_their_end() -> None:
    long = "/".join(f"{word}Providers" for word in ("subscription", "resourceGroup", "microsoft", "networkCache"))
    limit = [{"name": "limit", "in": "query", "schema": {"type": "integer"}}]
    more = [*limit, {"name": "more", "in": "query", "schema": STRING}]
    paths = {
        f"/{long}/x{each}Rules": {"post": operation(STRING, {"type": "array", "items": STRING}, parameters=own)}
        for each, own in (("A", limit), ("B", more))
    }
    found = prepared(spec(paths))
    internal = [each.reference or "" for one in found.operations for each in (one.arguments, one.bare_body) if each]
    assert len({*internal}) >= 3
    assert [name for name in internal if not name.endswith(INTERNAL_ENDS) or len(name) > LONGEST] == []


def test_a_response_that_several_operations_share_is_called_as_its_component() -> None:
    many = {"description": "Fine.", "content": {"application/json": {"schema": properties(tracks=STRING)}}}
    flags = {"description": "Fine.", "content": {"application/json": {"schema": {"type": "array", "items": STRING}}}}
    components = {"responses": {"ManyTracks": many, "Flags": flags, "OneTrack": many, "Failure": many}}

    def get(name: str) -> dict[str, Any]:
        failure = {"$ref": "#/components/responses/Failure"}
        return {"get": {"responses": {"200": {"$ref": f"#/components/responses/{name}"}, "404": failure}}}

    paths = {"/tracks": get("ManyTracks"), "/top": get("ManyTracks"), "/a/contains": get("Flags")}
    document = spec({**paths, "/b/contains": get("Flags"), "/one": get("OneTrack")})
    found = prepared({**document, "components": components})
    answers = {each.path: each.responses["200"].content["application/json"].reference for each in found.operations}
    assert answers["/tracks"] == answers["/top"] == "ManyTracks"
    assert answers["/a/contains"] == answers["/b/contains"] == "Flags"
    assert answers["/one"] == "One"
    assert {"ManyTracks", "Flags"} <= found.schemas.keys()
