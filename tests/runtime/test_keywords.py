"""Arguments that an operation declares once: where each is sent, what is refused, and what frameworks see of them."""

from __future__ import annotations

import inspect
import typing
from typing import Any, Required, Unpack

import pytest
from pydantic import ValidationError, validate_call
from typing_extensions import TypedDict

from nemogen.runtime.call_arguments import sort_arguments
from nemogen.runtime.keyword_signature import lists_keywords
from nemogen.runtime.keywords import Keywords
from nemogen.runtime.omit import Omit, omit
from nemogen.runtime.operation import Operation, Parameter


class Arguments(TypedDict, total=False):
    title: Required[str]
    kind: str
    class_: float | Omit
    dry_run: bool | Omit
    extra_query: dict[str, str] | None
    timeout: float | Omit | None


OPERATION: Operation[Any] = Operation(
    name="plans.create",
    method="POST",
    path="/{room}",
    parameters=(Parameter("room", location="path"), Parameter("dry_run", location="query", name="dry-run")),
    python_names={"class": "class_"},
    keywords=Keywords(Arguments, required=("title",), defaults={"kind": "floor"}),
)


class Plans:
    @lists_keywords(OPERATION)
    def create(self, room: str, *, stream: bool = False, **arguments: Unpack[Arguments]) -> dict[str, object]:
        """Draw."""
        assert not stream
        return dict(sort_arguments(OPERATION, arguments, {"room": room}))


def test_each_argument_goes_where_the_operation_sends_it() -> None:
    found = Plans().create("a", title="t", class_=2.0, dry_run=True, timeout=3)
    assert found == {
        "arguments": {"room": "a", "dry_run": True},
        "body": {"kind": "floor", "title": "t", "class": 2.0},
        "timeout": 3,
    }


def test_an_operation_without_a_body_sends_none() -> None:
    class Few(TypedDict, total=False):
        dry_run: bool

    bare: Operation[Any] = Operation(
        name="x", method="GET", path="/", parameters=OPERATION.parameters, keywords=Keywords(Few)
    )
    assert sort_arguments(bare, {"dry_run": True}) == {"arguments": {"dry_run": True}}


def test_unknown_and_missing_arguments_are_type_errors() -> None:
    method: Any = Plans().create
    with pytest.raises(TypeError, match=r"plans\.create\(\) got an unexpected keyword argument 'titel'"):
        method("a", title="t", titel="u")
    with pytest.raises(TypeError, match=r"plans\.create\(\) missing a required keyword-only argument: 'title'"):
        method("a")


def test_the_signature_names_every_argument_with_its_type_and_default() -> None:
    found = inspect.signature(Plans().create, eval_str=True)
    assert list(found.parameters) == [
        *("room", "stream", "title", "kind", "class_", "dry_run", "extra_query", "timeout"),
    ]
    assert found.parameters["title"].default is inspect.Parameter.empty
    assert found.parameters["kind"].default == "floor"
    assert (found.parameters["class_"].default, found.parameters["class_"].annotation) == (omit, float | Omit)
    assert found.parameters["extra_query"].default is None
    assert found.return_annotation == dict[str, object]
    assert found.bind("a", title="t").arguments == {"room": "a", "title": "t"}
    assert "title: str, kind: str = 'floor'" in str(inspect.signature(Plans.create))


def test_type_hints_name_every_argument() -> None:
    found = typing.get_type_hints(Plans.create)
    assert found["title"] is str
    assert found["timeout"] == float | Omit | None
    assert "arguments" not in found


def test_pydantic_checks_a_call() -> None:
    checked = validate_call(Plans().create)
    body: Any = checked("a", title="t")["body"]
    assert body == {"kind": "floor", "title": "t", "class": omit}
    unchecked: Any = checked
    with pytest.raises(ValidationError, match="dry_run"):
        unchecked("a", title="t", dry_run="perhaps")
