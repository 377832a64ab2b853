"""What real revisions of one document are to the loader and to the search for moved files."""

from __future__ import annotations

import os
from itertools import pairwise
from pathlib import Path

import pytest

from nemogen.errors import SpecError
from nemogen.http.github_files import Entry, Tree
from nemogen.source.load import load, require_openapi
from nemogen.source.moved_file import blob_hash, search

UPSTREAM = os.environ.get("NEMOGEN_UPSTREAM")
pytestmark = pytest.mark.skipif(not UPSTREAM, reason="NEMOGEN_UPSTREAM is not set: no upstream data here")

REVISIONS = sorted(Path(UPSTREAM, "mistral-nemo").glob("*.json")) if UPSTREAM else []
OTHERS = sorted(Path(UPSTREAM, "other").glob("*.json")) if UPSTREAM else []


@pytest.mark.parametrize("path", REVISIONS + OTHERS, ids=lambda path: path.stem)
def test_every_document_is_openapi_or_has_a_list_where_paths_belong(path: Path) -> None:
    loaded = load(path.read_bytes(), path.name)
    if isinstance(loaded.value["paths"], list):
        with pytest.raises(SpecError, match="paths is a JSON list"):
            require_openapi(loaded)
    else:
        assert require_openapi(loaded)["paths"]


def _search(before: Path, after: Path, new_name: str) -> str:
    content = {f"b/{path.name}": path.read_bytes() for path in OTHERS} | {new_name: after.read_bytes()}
    listing = Tree(tuple(Entry(path, blob_hash(data), len(data)) for path, data in content.items()), True)
    return search(listing, "a/model.json", before.read_bytes(), content.get).candidates[0].path


def test_a_file_that_moved_and_changed_is_found_by_its_name_however_much_it_changed() -> None:
    for before, after in pairwise(REVISIONS):
        assert _search(before, after, "b/model.json") == "b/model.json"


def test_a_file_that_was_renamed_and_changed_a_little_is_found_among_its_sisters() -> None:
    for before, after in list(pairwise(REVISIONS))[-2:]:
        assert _search(before, after, "b/renamed.json") == "b/renamed.json"
