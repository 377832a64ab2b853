"""The names of real documents, counted: figures that a person would notice. Skips without NEMOGEN_DOCUMENTS."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from nemogen.document import Document
from nemogen.errors import NemogenError
from nemogen.given_names import Names
from nemogen.naming.prepare import prepare
from nemogen.openapi.read_document import read_value
from nemogen.source.load import load, require_openapi

FOLDERS = [Path(os.environ[name]) for name in ("NEMOGEN_DOCUMENTS", "NEMOGEN_UPSTREAM") if os.environ.get(name)]
LONGEST = 60
_BY_SEVERAL = re.compile(r"_by(_[a-z0-9]+)*_(id|key|name|token)_[a-z0-9_]*(id|key|name|token)$")

pytestmark = pytest.mark.skipif(not os.environ.get("NEMOGEN_DOCUMENTS"), reason="needs the documents at hand")


def documents() -> Iterator[Document]:
    """Every document at hand that a client can be made of."""
    for folder in FOLDERS:
        for file in sorted(each for each in folder.rglob("*.*") if each.suffix in {".json", ".yaml", ".yml"}):
            try:
                yield prepare(read_value(require_openapi(load(file.read_bytes(), file.name)), file.name))
            except NemogenError:
                continue


@pytest.fixture(scope="module")
def found() -> list[Document]:
    return list(documents())


def test_fewer_than_one_method_in_two_hundred_is_named_by_several_placeholders(found: list[Document]) -> None:
    methods = [each.call.method for document in found for each in document.operations]
    assert len(methods) > 400
    assert sum(bool(_BY_SEVERAL.search(name)) for name in methods) * 200 < len(methods)
    assert sum("_by_" in name for name in methods) * 50 < len(methods)


def test_no_identifier_is_longer_than_a_person_reads(found: list[Document]) -> None:
    names = {
        name for document in found for each in document.operations for name in (*each.call.resource, each.call.method)
    }
    classes = {f"{name}Param" for document in found for name in document.schemas}
    assert [name for name in names | classes if len(name) > LONGEST] == []


def test_a_method_that_updates_an_item_is_not_called_create(found: list[Document]) -> None:
    wrong = [
        f"{each.method} {each.path} {each.call}"
        for document in found
        for each in document.operations
        if each.method == "post" and each.path.endswith("}") and each.call.method.startswith("create_by")
    ]
    assert wrong == []


def test_names_stay_from_one_real_revision_to_the_next() -> None:
    folder = os.environ.get("NEMOGEN_UPSTREAM")
    if not folder:
        pytest.skip("needs the revisions of a real document")
    before, kept = None, Names()
    for file in sorted(Path(folder, "mistral-nemo").glob("*.json")):
        try:
            now = prepare(read_value(require_openapi(load(file.read_bytes(), file.name)), file.name), kept=kept)
        except NemogenError:
            continue
        for key, entry in kept.classes.items():
            known = now.names.classes.get(key)
            assert known is None or known.shape != entry.shape or known.name == entry.name, key
        assert {key: now.names.methods[key].name for key in kept.methods.keys() & now.names.methods.keys()} == {
            key: kept.methods[key].name for key in kept.methods.keys() & now.names.methods.keys()
        }
        before, kept = now, now.names
    assert before is not None
