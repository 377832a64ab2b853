"""Enumerations and objects of many thousand members: twice as many are twice the work, counted in calls."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from nemogen.client import client, engine_input, models
from nemogen.client.environment import environment
from nemogen.client.format import formatted
from nemogen.client.pagination import recognize
from nemogen.diff.compare import compare
from nemogen.diff.python import compare_source
from nemogen.openapi.read_document import read_value
from nemogen.openapi.schema_views import SchemaViews
from nemogen.recordings.judge import judge
from tests.client.planned import TEMPLATES, modules
from tests.naming.small import one, prepared, properties
from tests.recordings.samples import chat
from tests.recordings.samples import document as chats

SIZE = 200


def enumeration(size: int) -> dict[str, Any]:
    return {"type": "object", "properties": {"code": {"type": "string", "enum": [f"value-{n}" for n in range(size)]}}}


def wide(size: int) -> dict[str, Any]:
    kinds = ({"type": "string"}, {"type": "integer", "minimum": 1}, {"type": "array", "items": {"type": "string"}})
    names = [f"property{n}" for n in range(size)]
    return {"type": "object", "required": names[::2], "properties": {n: kinds[len(n) % 3] for n in names}}


def generate(schema: Callable[[int], dict[str, Any]], size: int) -> object:
    """Every step of a package's code but the layout by ruff, which is another program."""
    document = one(schema(size), schema(size))
    found = prepared(document)
    base = "shop._runtime.model.Model"
    code = models.pydantic_models(engine_input.for_models(found), TEMPLATES, "# header", base).text
    code += client.params_module(found, "shop.models", environment(TEMPLATES), "# header")
    return code, modules(document)


def diff(schema: Callable[[int], dict[str, Any]], size: int) -> object:
    """A member that is new, and one that is gone."""
    base, revision = (one(schema(each), schema(each)) for each in (size, size + 1))
    return compare(base, revision, today=None), compare(revision, base, today=None)


def validate(schema: Callable[[int], dict[str, Any]], size: int) -> object:
    """A recording whose response has every member, and one that is not allowed."""
    document = chats()
    content = document["paths"]["/v1/chat"]["post"]["responses"]["200"]["content"]
    content["application/json"]["schema"] = {"type": "array", "items": schema(size)}
    names = schema(size)["properties"]
    answer = [dict.fromkeys(names, "value-1"), {"code": "unknown", "property1": []}]
    return judge([chat(answer=answer)], read_value(document, "shop.json").document)


def source(schema: Callable[[int], dict[str, Any]], size: int) -> object:
    """Two packages, of which one has a class with a field more."""
    names = list(schema(size)["properties"])
    fields = [f"    {name}: int\n" for name in names * (size // len(names))]
    start = "from pydantic import BaseModel\n\n\nclass Wide(BaseModel):\n"
    packages = (
        {"wide/__init__.py": f"{start}{''.join(each)}".encode()} for each in (fields, [*fields, "    more: int\n"])
    )
    return compare_source(*packages)


def steps(work: Callable[[], object]) -> int:
    """How many calls there are, of Python and of C."""
    count = 0

    def profile(_: FrameType, event: str, __: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(profile)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("schema", [enumeration, wide])
@pytest.mark.parametrize("work", [generate, diff, validate, source])
def test_twice_as_many_members_are_twice_the_work(
    work: Callable[[Callable[[int], dict[str, Any]], int], object], schema: Callable[[int], dict[str, Any]]
) -> None:
    work(schema, 2)  # what is imported and kept once
    single, double = (steps(lambda size=size: work(schema, size)) for size in (SIZE, 2 * SIZE))  # type: ignore[misc]
    assert double < 2.6 * single


def test_rules_of_pagination_do_not_compare_each_property_with_each() -> None:
    def recognized(size: int) -> int:
        scalars = properties(**{f"property{n}": {"type": "string"} for n in range(size)})
        document = read_value(one(scalars, scalars), "shop.json").document
        views = SchemaViews(document)
        return steps(lambda: recognize(document.operations[0], views))

    recognized(2)
    assert recognized(2 * SIZE) < 2.6 * recognized(SIZE)


class Counted(str):
    """A name that tells each comparison with another: a search in a list is one step to the profiler."""

    __slots__ = ()
    comparisons = 0
    __hash__ = str.__hash__

    def __eq__(self, other: object) -> bool:
        Counted.comparisons += 1
        return str.__eq__(self, other)


def test_required_properties_are_not_searched_for_one_after_the_other() -> None:
    def counted(size: int) -> int:
        schema = wide(size)
        names = [Counted(name) for name in schema["properties"]]
        base = {**schema, "properties": dict(zip(names, schema["properties"].values(), strict=True))}
        documents = [one({**base, "required": required}, base) for required in (names[::2], names[1::2])]
        Counted.comparisons = 0
        compare(*documents, today=None)
        return Counted.comparisons

    assert counted(2 * SIZE) < 2.6 * counted(SIZE)


def test_a_long_enumeration_is_laid_out() -> None:
    values = ", ".join(f'"value-{n}"' for n in range(5000))
    source = f"from typing import Literal\n\nCode = Literal[{values}]\n"
    assert formatted({"models.py": source}, "shop")["models.py"].count(b"\n") > 5000
