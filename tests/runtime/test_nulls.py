"""Nulls where a property may be left out: many servers write them, and they must not cost what a real break costs."""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

import pytest
from pydantic import Field
from typing_extensions import TypeAliasType

from .sample.sample_api._runtime import lenient_decode, nulls
from .sample.sample_api._runtime.decode import Decoder
from .sample.sample_api._runtime.model import Model

Nothing = TypeAliasType("Nothing", None)


class Note(Model):
    """A note, with notes below it."""

    text: str | None = None
    below: list[Note] | None = None


class Tea(Model):
    kind: Literal["tea"]
    sugar: int | None = None


class Rum(Model):
    kind: Literal["rum"]
    proof: int | None = None


class Closed(Model):
    """`side` may be left out."""

    side: str | None = None


class Open(Model, nullable=["side"]):
    """`side` may be null too."""

    side: str | None = None


class Marked(Model):
    """Its fields have names of pydantic's own."""

    type: str | None = None
    ref: str | None = None
    metadata: dict[str, bool] | None = None
    choices: list[Marked] | None = None


class Order(Model):
    first: int | None = None
    second: Annotated[str | None, Field(alias="Second~/")] = None
    drinks: list[Annotated[Tea | Rum, Field(discriminator="kind")]] | None = None
    by_name: dict[str, Note] | None = None
    either: Closed | Open | None = None
    numbers: list[float] | None = None
    third: int | None = None
    free: Any = None
    marked: Marked | None = None
    other: list[Closed | Open | Marked] | None = None


def reported(document: Any) -> list[str]:
    """The places where nulls are told; that nothing else is needed to find them."""
    found: Any = Decoder(Order).despite_nulls(json.dumps(document).encode())
    assert found is not None
    assert isinstance(found.value, Order)
    assert found.value.model_dump(by_alias=True, exclude_unset=True) == document
    return [mismatch.pointer for mismatch in found[1]]


@pytest.mark.parametrize(
    ("document", "places"),
    [
        ({"third": None, "first": None, "Second~/": None}, ["/first", "/Second~0~1", "/third"]),
        ({"drinks": [{"kind": "rum", "proof": None}, {"kind": "tea", "sugar": None}]},
         ["/drinks/0/proof", "/drinks/1/sugar"]),
        ({"by_name": {"a/b": {"below": [{"text": None}]}}}, ["/by_name/a~1b/below/0/text"]),
        ({"first": None, "either": {"side": None}}, ["/first"]),
        ({"other": [{"side": None}, {"side": None, "type": "a"}], "marked": {"choices": [{"ref": None}]}},
         ["/marked/choices/0/ref"]),
        ({"free": {"side": None}, "numbers": None}, ["/numbers"]),
    ],
    ids=["in-the-order-of-the-fields", "in-branches", "in-itself", "where-a-branch-takes-it", "odd-names", "free"],
)  # fmt: skip
def test_nulls_are_reported_in_the_order_of_the_fields(document: Any, places: list[str]) -> None:
    assert reported(document) == places


@pytest.mark.parametrize("document", [{"first": "1"}, {"numbers": [None]}, {"drinks": [None]}, {"first": 1.0}, []])
def test_what_is_wrong_but_for_nulls_is_not_read_despite_them(document: Any) -> None:
    assert Decoder(Order).despite_nulls(json.dumps(document).encode()) is None


class Odd(Model):
    """Its properties are called as arguments of pydantic's own functions are."""

    kind: Annotated[str | None, Field(alias="cls")] = None
    given: Annotated[str | None, Field(alias="_fields_set")] = None
    starts_at_2: Annotated[int | None, Field(alias="starts_at")] = None
    starts_at: Annotated[int | None, Field(alias="startsAt")] = None


@pytest.mark.parametrize("broken", [None, 5])
def test_properties_with_names_of_arguments_keep_their_values(broken: Any) -> None:
    document = {"cls": broken, "_fields_set": "x", "starts_at": 1, "startsAt": 2, "self": [1], "values": None}
    decoder = Decoder(Odd)
    read: Any = decoder.despite_nulls(json.dumps(document).encode()) if broken is None else decoder.repair(document)
    assert read is not None
    found, mismatches = read
    assert [mismatch.pointer for mismatch in mismatches] == ["/cls"]
    assert isinstance(found, Odd)
    assert (found.kind, found.given, found.starts_at_2, found.starts_at) == (broken, "x", 1, 2)
    assert found.model_dump(by_alias=True, exclude_unset=True) == document


@pytest.mark.parametrize("kind", [Nothing, Annotated[Nothing, "a bound"]])
def test_a_name_for_null_is_looked_through(kind: Any) -> None:
    found, mismatches = Decoder(kind).repair(5)
    assert (found, [mismatch.pointer for mismatch in mismatches]) == (5, [""])


def test_nulls_beside_a_break_do_not_make_more_of_it() -> None:
    document = {"third": None, "by_name": {"a": {"text": 5}, "b": {"text": None}}}
    read: Any = Decoder(Order).repair(document)
    found, mismatches = read
    assert [mismatch.pointer for mismatch in mismatches] == ["/by_name/a/text", "/by_name/b/text", "/third"]
    assert isinstance(found, Order)
    assert found.by_name is not None
    assert found.by_name["b"] == Note(text=None)


def test_numbers_are_not_checked_one_by_one_for_a_null_beside_them(monkeypatch: pytest.MonkeyPatch) -> None:
    rebuilt: list[Any] = []
    walked: list[Any] = []
    real = nulls.nulls

    def noted(found: Any, pointer: str = "") -> Any:
        walked.append(found)
        return real(found, pointer)

    monkeypatch.setattr(lenient_decode.Shape, "build", lambda *given: rebuilt.append(given))
    monkeypatch.setattr(nulls, "nulls", noted)
    assert reported({"first": None, "numbers": [1.5] * 100, "free": [[1.5] * 100]}) == ["/first"]
    assert (rebuilt, len(walked)) == ([], 1)
