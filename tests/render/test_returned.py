from __future__ import annotations

from typing import Any

import pytest

from generator.ir import Document
from generator.render.engine_input import for_params
from generator.render.returned import kin_of, nullable_when_returned
from tests.render.planned import method, planned
from tests.spec.small import one, prepared, properties, ref

STRING = {"type": "string"}
OR_NULL = {"type": ["string", "null"]}
SENT = {**properties(role={"type": "string", "enum": ["assistant"]}, text=STRING, aside=OR_NULL), "required": ["role"]}


def talk(answered: Any, sent: Any = SENT, **others: Any) -> Document:
    """POST /things takes `Sent` and answers with `Answered`."""
    schemas = {"Sent": sent, "Answered": answered, **others}
    return prepared(one(properties(message=ref("Answered")), properties(messages={"items": ref("Sent")}), schemas))


def answered(*required: str, **named: Any) -> Any:
    return {**properties(**named), "required": list(required)}


FITTING = answered("role", "text", role=STRING, text=OR_NULL, aside=OR_NULL, sound=OR_NULL)


def test_an_object_of_an_answer_that_a_request_takes_too_can_be_sent_back() -> None:
    document = talk(FITTING)
    kin = kin_of(document)
    assert kin == {"Sent": ("Answered",)}
    assert nullable_when_returned(document, kin) == {"Answered": ("aside",)}


@pytest.mark.parametrize(
    "other",
    [
        answered("text", role=STRING, text=STRING),
        answered("role", role=STRING, tune=STRING),
        answered("role", "text", role={"type": "string", "enum": ["user"]}, text=STRING),
        answered("role", "text", role=STRING, text={"type": "integer"}),
        answered("role", "text", role=STRING, text={"type": "array", "items": STRING}),
    ],
    ids=["required-may-be-missing", "one-in-common", "another-constant", "another-type", "a-list"],
)
def test_an_object_that_the_request_would_always_refuse_is_no_kin(other: Any) -> None:
    assert kin_of(talk(other)) == {}


@pytest.mark.parametrize(("inner", "kin"), [(STRING, True), ({"type": "integer"}, False)])
def test_what_stands_inside_decides_too(inner: Any, kin: bool) -> None:
    sent = properties(id=STRING, part=ref("SentPart"), next=ref("Sent"))
    other = answered(id=STRING, part=ref("Part"), next=ref("Answered"))
    parts = {"SentPart": properties(a=STRING, b=STRING), "Part": answered(a=inner, b=STRING)}
    assert ("Answered" in kin_of(talk(other, sent, **parts)).get("Sent", ())) is kin


def test_arguments_and_dicts_take_the_classes_that_can_be_sent_back() -> None:
    schemas = {"Sent": SENT, "Answered": FITTING}
    document = one(
        properties(message=ref("Answered")), properties(message=ref("Sent"), all={"items": ref("Sent")}), schemas
    )
    kinds = {argument.name: argument.annotation for argument in method(document).keywords}
    assert kinds["message"] == "SentParam | Sent | Answered | Omit"
    dicts = for_params(prepared(document), "shop.models")["components"]["schemas"]
    branches = dicts["ThingRequestParam"]["properties"]["all"]["items"]["anyOf"]
    assert [each.get("customTypePath") for each in branches] == [None, "shop.models.Sent", "shop.models.Answered"]
    assert planned(document).returned == {"Answered": ("aside",)}
