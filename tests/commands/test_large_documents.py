"""Documents with many of one thing: twice as many are twice the work of each step, counted in calls."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from nemogen.client import client, engine_input, models, planner
from nemogen.commands.planned_package import compare_plans, plan_package
from nemogen.diff.compare import compare
from nemogen.document import Document
from nemogen.naming.prepare import prepare
from nemogen.openapi.ledger import check
from nemogen.openapi.name_order import in_name_order
from nemogen.openapi.read_document import ReadDocument, read_value
from nemogen.recordings.judge import judge
from nemogen.recordings.recording import JsonBody, Recording, Request, Response
from tests.client.planned import ENVIRONMENT, TEMPLATES, settings
from tests.commands.large_documents import DOCUMENTS
from tests.commands.test_large_schemas import steps
from tests.recordings.samples import JSON_TYPE

SIZES = (6, 12, 24)
"""Few, as a profile makes calls slow: what all sizes have in common is subtracted."""
MOST = 2.6
"""How much more calls the second doubling may add than the first: 2 where all is linear, 4 where it is quadratic."""

QUADRATIC = {
    ("validate", "union_chain"): "each union is looked through for each that it is a variant of",
}
"""What is known to take more, and why."""


def read(document: Any) -> ReadDocument:
    return read_value(in_name_order(document), "spec.json")


def prepared(document: Any) -> Document:
    return prepare(read(document), reserved=("Shop", "AsyncShop"))


def report(document: Any, _: Any) -> object:
    """What becomes of each key."""
    return check(read(document))


def generate(document: Any, _: Any) -> object:
    """Every step of a package's code but the layout by ruff, which is another program."""
    found = prepared(document)
    models.pydantic_models(engine_input.for_models(found), TEMPLATES, "# header", "shop._runtime.model.Model")
    client.params_module(found, "shop.models", ENVIRONMENT, "# header")
    return client.modules(planner.plan(found, settings()), ENVIRONMENT, "# header")


def diff(base: Any, revision: Any) -> object:
    return compare(base, revision, today=None), compare(revision, base, today=None)


def diff_of_plans(base: Any, revision: Any) -> object:
    """The Python side of `diff`."""
    before, after = (plan_package(prepared(document), settings()) for document in (base, revision))
    return compare_plans(before, after), compare_plans(after, before)


def validate(document: Any, _: Any) -> object:
    """A recording for each operation of some path."""
    request = Request("POST", "/things", {}, JSON_TYPE, JsonBody({"a": "x"}))
    response = Response(200, JSON_TYPE, JsonBody({"a": "x", "kind": "k1"}))
    recording = Recording("things.create", "one", request, response, recorded=date(2026, 1, 2), file="one.json")
    return judge([recording], read(document).document)


WORKS = (report, generate, diff, diff_of_plans, validate)
IN_EACH_RUN = ("diff", "diff_of_plans")
"""The other steps are profiled where there is more time."""
CASES = [
    pytest.param(
        work, made, id=f"{work.__name__}-{made}", marks=() if work.__name__ in IN_EACH_RUN else pytest.mark.slow
    )
    for work in WORKS
    for made in DOCUMENTS
    if (work.__name__, made) not in QUADRATIC
]


@pytest.mark.parametrize(("work", "made"), CASES)
def test_twice_as_many_are_twice_the_work(work: Callable[[Any, Any], object], made: str) -> None:
    document = DOCUMENTS[made]
    work(document(2), document(3))  # what is imported and kept once
    counted = [steps(lambda size=size: work(document(size), document(size + 1))) for size in SIZES]  # type: ignore[misc]
    first, second = (more - fewer for fewer, more in pairwise(counted))
    assert second < MOST * first
