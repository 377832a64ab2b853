from __future__ import annotations

from typing import Any

import pytest

from nemogen.errors import NameClash
from tests.canonical_nodes import contents, written
from tests.naming.small import one, operation, prepared, properties, ref, spec

STRING = {"type": "string"}


def tagged(name: str, value: str, **more: Any) -> dict[str, Any]:
    return {**properties(**{name: {"type": "string", "enum": [value]}}, **more), "required": [name]}


def names(document: Any, **options: Any) -> list[str]:
    return list(prepared(document, **options).schemas)


def test_bodies_are_named_after_what_the_operation_is_about() -> None:
    document = spec({"/v1/chat/completions": {"post": operation(properties(a=STRING), properties(b=STRING))}})
    assert names(document) == ["ChatCompletionRequest", "ChatCompletion"]


def test_the_tag_of_an_object_names_it() -> None:
    answer = {**properties(object={"type": "string", "enum": ["chat.completion"]}), "required": ["object"]}
    assert names(one(answer)) == ["ChatCompletion"]


def test_branches_of_a_union_are_named_after_their_tags_and_distinguished_by_them() -> None:
    messages = {"type": "array", "items": {"oneOf": [tagged("role", "user"), tagged("role", "assistant")]}}
    document = prepared(one(body=properties(messages=messages)))
    assert list(document.schemas) == ["ThingRequest", "Message", "UserMessage", "AssistantMessage"]
    assert written(document)["Message"]["discriminator"] == {
        "propertyName": "role",
        "mapping": {
            "user": "#/components/schemas/UserMessage",
            "assistant": "#/components/schemas/AssistantMessage",
        },
    }


def test_branches_without_a_tag_are_named_after_a_property_of_their_own() -> None:
    union = {"oneOf": [properties(id=STRING, url=STRING), properties(id=STRING, data=STRING)]}
    assert names(one(properties(image=union))) == ["Thing", "Image", "ImageUrl", "ImageData"]


def test_null_stays_outside_of_a_named_union() -> None:
    union = {"oneOf": [tagged("kind", "a"), tagged("kind", "b"), {"type": "null"}]}
    document = prepared(one(properties(x=union)))
    reference = {"$ref": "#/components/schemas/X"}
    assert written(document)["Thing"]["properties"]["x"] == {"anyOf": [reference, {"type": "null"}]}
    assert len(document.schemas["X"].any_of) == 2


def test_what_is_said_beside_a_component_without_a_name_of_its_own_goes_before_what_it_says() -> None:
    texts = {"type": "array", "items": STRING, "description": "Texts.", "default": ["a"]}
    reported = {**ref("Texts"), "description": "Mine.", "default": [], "deprecated": True}
    schemas = {"Texts": texts, "Old": {"type": "string", "deprecated": True}}
    document = prepared(one(properties(plain=ref("Texts"), reported=reported, old=ref("Old")), schemas=schemas))
    found = written(document)["Thing"]["properties"]
    assert found["plain"] == texts
    assert found["reported"] == {**texts, "description": "Mine.", "default": [], "deprecated": True}
    assert found["old"] == {**STRING, "deprecated": True}


def test_what_is_said_of_a_union_with_null_is_said_outside_of_its_name() -> None:
    union = {"oneOf": [tagged("kind", "a"), tagged("kind", "b"), {"type": "null"}], "description": "Either."}
    found = written(prepared(one(properties(x=union))))
    reference = {"$ref": "#/components/schemas/X"}
    assert found["Thing"]["properties"]["x"] == {"anyOf": [reference, {"type": "null"}], "description": "Either."}
    assert "description" not in found["X"]


def test_equal_shapes_with_one_noun_are_one_component_and_others_are_not() -> None:
    usage = properties(tokens={"type": "integer"})
    reported = {**properties(tokens={"type": "integer", "description": "How many."}), "title": "no name"}
    assert names(one(properties(usage=usage), properties(usage=reported))) == ["ThingRequest", "Usage", "Thing"]
    other = properties(usage=properties(tokens=STRING))
    assert names(one(properties(usage=usage), other)) == ["ThingRequest", "Usage", "Thing", "ThingUsage"]


def test_the_names_of_the_document_go_before_those_that_are_made() -> None:
    document = one(properties(thing=ref("Thing")), schemas={"Thing": properties(a=STRING)})
    assert sorted(names(document)) == ["Thing", "ThingCreateResponse"]


def test_a_component_that_may_be_null_keeps_its_name() -> None:
    schemas = {"Keeper": {**properties(a=STRING), "nullable": True}}
    assert names(one(properties(boss=ref("Keeper")), schemas=schemas)) == ["Thing", "Keeper"]


def test_given_names_win_and_may_be_given_twice_to_one_shape() -> None:
    given = {**properties(a=STRING), "x-nemogen-name": "Given"}
    assert names(one(properties(x=given, y=given))) == ["Thing", "Given"]
    other = {**properties(b=STRING), "x-nemogen-name": "Given"}
    with pytest.raises(NameClash, match="Given"):
        names(one(properties(x=given, y=other)))


def test_two_of_one_shape_and_noun_may_have_two_given_names() -> None:
    given, other = ({**properties(a=STRING), "x-nemogen-name": name} for name in ("Given", "Other"))
    assert {"Given", "Other"} <= {*names(one(properties(x=given, y=properties(x=other))))}


def test_of_two_components_that_python_would_call_alike_the_one_that_is_written_so_has_the_name() -> None:
    schemas = {"voice_group": properties(a=STRING), "VoiceGroup": properties(b=STRING)}
    found = prepared(one(properties(x=ref("voice_group"), y=ref("VoiceGroup")), schemas=schemas))
    assert found.origins["VoiceGroup"] == "/components/schemas/VoiceGroup"
    assert found.origins["VoiceGroupModel"] == "/components/schemas/voice_group"


def test_variants_are_named_by_the_constant_that_tells_them_apart() -> None:
    states = ("creating", "detached", "destroyed")
    variants = [properties(state={"type": "string", "enum": [each]}) for each in states]
    schemas = {"DiskState": {"oneOf": variants}}
    found = names(one(ref("DiskState"), schemas=schemas))
    assert found == ["DiskState", "DiskStateCreating", "DiskStateDetached", "DiskStateDestroyed"]


def test_the_order_of_the_document_decides_no_name() -> None:
    inner = {"x": properties(a=STRING), "item": properties(b=STRING)}
    other = {"x": properties(c=STRING), "item": properties(d=STRING)}
    paths = {"/a": {"post": operation(properties(**inner))}, "/b": {"post": operation(properties(**other))}}
    backwards = {"/b": {"post": operation(properties(**dict(reversed(other.items()))))}, "/a": paths["/a"]}
    assert prepared(spec(paths)).origins == prepared(spec(backwards)).origins


def test_no_class_has_a_name_that_nobody_reads() -> None:
    long = "Very".join("Long" for _ in range(20))
    found = names(
        one(
            properties(x=ref(long), y=ref(f"{long}Other")),
            schemas={long: properties(a=STRING), f"{long}Other": properties(b=STRING)},
        )
    )
    assert len(found) == 3
    assert max(map(len, found)) <= 55


def test_two_components_of_one_name_and_one_shape_are_one() -> None:
    schemas = {"voice_group": properties(a=STRING), "VoiceGroup": properties(a=STRING)}
    document = one(properties(x=ref("voice_group"), y=ref("VoiceGroup")), schemas=schemas)
    assert names(document) == ["Thing", "VoiceGroup"]


def test_names_that_a_package_has_already_are_given_to_no_component() -> None:
    schemas = {name: properties(a=STRING) for name in ("Timeout", "Client", "ClientParam", "Thing")}
    document = one(properties(**{name: ref(name) for name in schemas}), schemas=schemas)
    found = names(document, reserved=("Client", "AsyncClient"))
    assert sorted(found) == ["ClientModel", "ClientParamModel", "Thing", "ThingCreateResponse", "TimeoutModel"]


def test_a_component_that_is_called_like_the_dict_of_another_gets_another_name() -> None:
    schemas = {"Foo": properties(a=STRING), "FooParam": properties(b=STRING)}
    assert names(one(properties(x=ref("Foo"), y=ref("FooParam")), schemas=schemas)) == ["Thing", "Foo", "FooParamModel"]


def test_lists_that_contain_themselves_are_components_and_others_are_not() -> None:
    schemas = {
        "Value": {"anyOf": [STRING, {"type": "array", "items": ref("Value")}]},
        "Values": {"type": "array", "items": ref("Value")},
        "Names": {"type": "array", "items": STRING},
    }
    document = prepared(one(properties(values=ref("Values"), names=ref("Names")), schemas=schemas))
    assert list(document.schemas) == ["Thing", "Value"]


def test_an_inline_object_that_contains_itself_is_one_class() -> None:
    at = "#/paths/~1things/post/responses/200/content/application~1json/schema"
    document = prepared(one(properties(name=STRING, inner={"$ref": at})))
    assert list(document.schemas) == ["Thing"]
    assert written(document)["Thing"]["properties"]["inner"] == {"$ref": "#/components/schemas/Thing"}


def test_answers_that_are_no_objects_have_a_name_too() -> None:
    lists = {"type": "array", "items": STRING}
    document = prepared(spec({"/books": {"get": operation(lists)}}))
    assert written(document) == {"BookList": lists}
    assert contents(document) == {"application/json": {"$ref": "#/components/schemas/BookList"}}


def test_two_media_types_of_one_body_have_a_name_each() -> None:
    media = {
        "application/json": {"schema": properties(a=STRING)},
        "multipart/form-data": {"schema": properties(b=STRING)},
        "text/event-stream": {"schema": properties(c=STRING)},
    }
    document = spec({"/things": {"post": operation(requestBody={"content": media})}})
    assert names(document) == ["ThingRequest", "ThingRequestFormData", "ThingRequestEvent"]


def test_titles_name_inline_objects_only() -> None:
    titled = {**properties(a=STRING), "title": "Letter"}
    document = one(properties(x=titled, y=ref("B")), schemas={"B": {**properties(b=STRING), "title": "Parcel"}})
    assert names(document) == ["Thing", "Letter", "B"]


def test_every_component_says_where_it_was_first_met() -> None:
    document = prepared(one(properties(x=properties(a=STRING), y=ref("B")), schemas={"B": properties(b=STRING)}))
    answer = "/paths/~1things/post/responses/200/content/application~1json/schema"
    expected = {"Thing": answer, "X": f"{answer}/properties/x", "B": "/components/schemas/B"}
    assert document.origins == expected
