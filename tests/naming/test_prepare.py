from __future__ import annotations

import os
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nemogen.canonical import references, within
from nemogen.document import Document
from nemogen.errors import NemogenError, SpecError
from nemogen.naming.prepare import prepare
from nemogen.openapi.read_document import read_value
from tests.mutations import DOCUMENTS, case_names, mutated, upstream
from tests.mutations import document as document_of
from tests.naming.small import one, prepared, properties, ref

UPSTREAM = os.environ.get("NEMOGEN_UPSTREAM", "")
REAL = upstream(Path(UPSTREAM)) if UPSTREAM else []
SEEDS = st.integers(0, 2**32)


def check(document: Document) -> None:
    """What the engines rely on: references lead to components, and objects are components only."""
    inside = [
        schema
        for operation in document.operations
        for schema in (*operation.request_schemas(), *operation.response_schemas())
    ]
    assert references([*inside, *document.schemas.values()]) <= document.schemas.keys()
    parts = (part for schema in document.schemas.values() for part in schema.parts())
    assert not any(schema.properties for schema in within([*inside, *parts]))


def try_prepare(document: Any) -> Document | None:
    try:
        return prepare(read_value(document, "spec.json"), reserved=("Client", "AsyncClient"))
    except NemogenError:
        return None


@pytest.mark.parametrize("case", case_names())
def test_every_case_becomes_a_document_that_the_engines_can_rely_on(case: str) -> None:
    found = try_prepare(document_of(case))
    if found:
        check(found)


@settings(max_examples=200, deadline=None)
@given(DOCUMENTS, SEEDS)
def test_a_broken_document_is_repaired_or_refused_with_an_error_of_ours(document: Any, seed: int) -> None:
    found = try_prepare(mutated(document, Random(seed)))
    if found:
        check(found)


@pytest.mark.skipif(not UPSTREAM, reason="NEMOGEN_UPSTREAM names no folder of real documents")
@settings(max_examples=60, deadline=None)
@given(SEEDS)
def test_a_broken_real_document_is_repaired_or_refused_with_an_error_of_ours(seed: int) -> None:
    random = Random(seed)
    found = try_prepare(mutated(random.choice(REAL), random))
    if found:
        check(found)


@settings(max_examples=60, deadline=None)
@given(DOCUMENTS, st.randoms(use_true_random=False))
def test_the_order_of_components_does_not_matter(document: Any, random: Random) -> None:
    schemas = document.get("components", {}).get("schemas", {})
    shuffled = list(schemas.items())
    random.shuffle(shuffled)
    again = {**document, "components": {**document.get("components", {}), "schemas": dict(shuffled)}}
    first, second = try_prepare(document), try_prepare(again if schemas else document)
    assert repr(first) == repr(second)


def test_prepare_leaves_its_input_alone() -> None:
    document = one(properties(a=properties(b={"type": "string", "nullable": True})))
    before = repr(document)
    prepared(document)
    assert repr(document) == before


def test_three_thousand_components_that_lead_from_one_to_the_next_are_prepared() -> None:
    schemas = {
        f"C{n}X": properties(next=ref(f"C{n + 1}X"), all={"type": "array", "items": ref(f"C{n}X")}) for n in range(3000)
    }
    document = prepared(one(ref("C0X"), schemas={**schemas, "C3000X": {"type": "string"}}))
    assert len(document.schemas) == 3000


def test_lists_of_lists_of_lists_without_end_are_refused() -> None:
    schemas = {f"L{n}X": {"type": "array", "items": ref(f"L{n + 1}X")} for n in range(2000)}
    with pytest.raises(SpecError, match="too deep"):
        prepared(one(ref("L0X"), schemas={**schemas, "L2000X": {"type": "string"}}))
