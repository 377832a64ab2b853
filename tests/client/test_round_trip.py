from __future__ import annotations

from typing import Any

import pytest

from nemogen.client.param_types import for_params, module_of
from nemogen.client.round_trip import nullable_when_returned, sendable_responses
from nemogen.document import Document
from tests.client.planned import method, planned
from tests.naming.small import one, prepared, properties, ref

STRING = {"type": "string"}
OR_NULL = {"type": ["string", "null"]}
SENT = {**properties(role={"type": "string", "enum": ["assistant"]}, text=STRING, aside=OR_NULL), "required": ["role"]}


def talk(answered: Any, sent: Any = SENT, **others: Any) -> Document:
    """POST /things takes `SentLetter` and answers with `OldLetter`."""
    schemas = {"SentLetter": sent, "OldLetter": answered, **others}
    body = properties(letters={"items": ref("SentLetter")})
    return prepared(one(properties(letter=ref("OldLetter")), body, schemas))


def returned(document: Document) -> Any:
    return nullable_when_returned(document, sendable_responses(document))


def answered(*required: str, **named: Any) -> Any:
    return {**properties(**named), "required": list(required)}


FITTING = answered("role", "text", role=STRING, text=OR_NULL, aside=OR_NULL, sound=OR_NULL)


LETTER_AND_PAGES = properties(id=STRING, pages={"items": ref("SentSheet")})


def test_an_object_of_an_answer_that_a_request_takes_too_can_be_sent_back() -> None:
    document = talk(FITTING)
    assert sendable_responses(document) == {"SentLetter": ("OldLetter",)}
    assert returned(document) == {"OldLetter": ("aside",)}


@pytest.mark.parametrize(
    "other",
    [
        answered("text", role=STRING, text=STRING),
        answered("role", role=STRING, tune=STRING),
        answered("role", "tune", role=STRING, text=STRING, tune=STRING),
        answered("role", "text", role={"type": "string", "enum": ["user"]}, text=STRING),
        answered("role", "text", role=STRING, text={"type": "integer"}),
        answered("role", "text", role=STRING, text={"type": "array", "items": STRING}),
    ],
    ids=["required-may-be-missing", "one-in-common", "more-is-required", "another-constant", "another-type", "a-list"],
)
def test_an_object_that_the_request_would_always_refuse_is_no_kin(other: Any) -> None:
    assert sendable_responses(talk(other)) == {}


NOTE = properties(id=STRING, text=STRING)
CONSTANT = answered("kind", kind={"type": "string", "enum": ["note"]}, text=STRING)


@pytest.mark.parametrize(
    ("given", "wanted", "schema", "sendable"),
    [
        ("Owner", "OwnerRequest", NOTE, True),
        ("OwnerOut", "OwnerIn", NOTE, True),
        ("ChatCompletionMessage", "AssistantMessage", NOTE, True),
        ("Invoice", "Owner", NOTE, False),
        ("MenuItem", "OrderItem", NOTE, False),
        ("Response", "Request", NOTE, False),
        ("Invoice", "Owner", CONSTANT, True),
        ("Invoice", "Owner", {**CONSTANT, "required": []}, False),
    ],
)
def test_two_common_properties_are_not_enough_where_neither_name_nor_constant_says_what_an_object_is(
    given: str, wanted: str, schema: Any, sendable: bool
) -> None:
    schemas = {given: schema, wanted: schema | {"description": "Another."}}
    document = prepared(one(properties(a=ref(given)), properties(b=ref(wanted)), schemas))
    assert sendable_responses(document) == ({wanted: (given,)} if sendable else {})


def test_an_object_with_more_than_a_closed_object_names_is_no_kin() -> None:
    closed = {**SENT, "additionalProperties": False}
    assert sendable_responses(talk(FITTING, closed)) == {}
    same = answered("role", role=STRING, text=OR_NULL, aside=OR_NULL)
    assert sendable_responses(talk(same, closed)) == {"SentLetter": ("OldLetter",)}


@pytest.mark.parametrize(
    ("inner", "sendable"),
    [
        (answered(a=STRING, b=STRING), True),
        (answered("a", "b", a=STRING, b=STRING), True),
        (answered(a={"type": "integer"}, b=STRING), False),
        (answered("a", "c", a=STRING, c=STRING), False),
    ],
    ids=["fits", "has-all", "another-type", "more-is-required"],
)
def test_what_stands_inside_decides_too(inner: Any, sendable: bool) -> None:
    sent = properties(id=STRING, part=ref("SentSheet"), next=ref("SentLetter"))
    other = answered(id=STRING, part=ref("Sheet"), next=ref("OldLetter"))
    parts = {"SentSheet": properties(a=STRING, b=STRING), "Sheet": inner}
    assert ("OldLetter" in sendable_responses(talk(other, sent, **parts)).get("SentLetter", ())) is sendable


def test_what_the_request_requires_inside_must_be_required_inside() -> None:
    other = answered(id=STRING, pages={"items": ref("Sheet")})
    strict = {**properties(a=STRING, b=STRING), "required": ["a", "b"]}
    loose = answered("a", a=STRING, b=STRING)
    assert sendable_responses(talk(other, LETTER_AND_PAGES, SentSheet=strict, Sheet=loose)) == {}


@pytest.mark.parametrize(("values", "sendable"), [(STRING, True), ({"type": "integer"}, False)])
def test_the_values_of_maps_are_compared(values: Any, sendable: bool) -> None:
    other = answered(id=STRING, marks={"type": "object", "additionalProperties": values})
    sent = properties(id=STRING, marks={"type": "object", "additionalProperties": STRING})
    assert bool(sendable_responses(talk(other, sent))) is sendable


def test_objects_inside_are_sent_without_the_nulls_that_their_place_does_not_take() -> None:
    other = answered(id=STRING, pages={"items": ref("Sheet")})
    sheet = answered("a", "b", a=OR_NULL, b=OR_NULL)
    document = talk(other, LETTER_AND_PAGES, SentSheet=properties(a=STRING, b=OR_NULL), Sheet=sheet)
    assert returned(document) == {"OldLetter": (), "Sheet": ("b",)}


def test_of_messages_that_constants_tell_apart_the_one_with_most_of_the_properties_is_meant() -> None:
    """The answer says no more of its role than that it is text."""

    def message(role: str, **more: Any) -> Any:
        return answered("role", role={"type": "string", "enum": [role]}, content=STRING, **more)

    schemas = {
        "UserMessage": message("user", name=STRING),
        "BotMessage": message("bot", calls={"items": STRING}),
        "ReplyMessage": answered("role", "content", role=STRING, content=OR_NULL, calls={"items": STRING}),
    }
    body = properties(messages={"items": {"anyOf": [ref("UserMessage"), ref("BotMessage")]}})
    document = prepared(one(properties(message=ref("ReplyMessage")), body, schemas))
    assert sendable_responses(document) == {"BotMessage": ("ReplyMessage",)}


def test_a_null_is_sent_only_where_every_request_takes_it() -> None:
    body = properties(one=ref("SentLetter"), other=ref("DraftLetter"))
    schemas = {
        "OldLetter": FITTING,
        "SentLetter": SENT,
        "DraftLetter": {**SENT, **properties(role=STRING, text=STRING, aside=STRING)},
    }
    document = prepared(one(properties(letter=ref("OldLetter")), body, schemas))
    assert sendable_responses(document) == {"SentLetter": ("OldLetter",), "DraftLetter": ("OldLetter",)}
    assert returned(document) == {"OldLetter": ()}


def test_what_was_taken_for_kin_on_the_way_through_a_circle_is_checked_again() -> None:
    """`OldSheet` and `SentSheet` lead back to the letters, which are not sendable for another reason."""
    letter = answered("seal", id=STRING, sheet=ref("OldSheet"), seal={"type": "integer"})
    sent = properties(id=STRING, sheet=ref("SentSheet"), seal=STRING)
    sheets = {
        "OldSheet": answered(letter=ref("OldLetter"), a=STRING),
        "SentSheet": properties(letter=ref("SentLetter"), a=STRING),
    }
    assert sendable_responses(talk(letter, sent, **sheets)) == {}


def test_arguments_and_dicts_take_the_classes_that_can_be_sent_back() -> None:
    schemas = {"SentLetter": SENT, "OldLetter": FITTING}
    body = properties(message=ref("SentLetter"), all={"items": ref("SentLetter")})
    document = one(properties(message=ref("OldLetter")), body, schemas)
    kinds = {argument.name: argument.annotation for argument in method(document).keywords}
    assert kinds["message"] == "SentLetterParam | SentLetter | OldLetter | Omit"
    dicts = {each.name: each for each in module_of(for_params(prepared(document)), "shop.models").types}
    every = next(each for each in dicts["ThingRequestParam"].keys if each.name == "all")
    assert every.annotation == "NotRequired[Sequence[SentLetterParam | SentLetter | OldLetter]]"
    assert planned(document).returned == {"OldLetter": ("aside",)}
