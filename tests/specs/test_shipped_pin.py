"""The pin that ships with the repository has upstream's contract, and not a sentence of upstream's prose."""

from __future__ import annotations

import contextlib
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from nemogen.config import Settings
from nemogen.read_config import read_settings

SPECS = Path(__file__).parents[2] / "specs" / "mistral-nemo"
PIN = SPECS / "openapi.json"
PROSE = {"description", "summary", "example", "examples", "x-codeSamples"}
LONGEST_SHARED_RUN = 5
"""Words in a row that two people may write alike by chance, such as "the conversation so far"."""


@pytest.fixture(scope="module")
def pin() -> Any:
    document = json.loads(PIN.read_bytes())
    if any(key == "x-codeSamples" for _, key, _ in _members(document)):
        pytest.skip("openapi.json is upstream's own since a sync: delete [pin] in specs/mistral-nemo/api.toml")
    return document


@pytest.fixture(scope="module")
def settings() -> Settings:
    return read_settings("mistral-nemo", (SPECS / "api.toml").read_bytes(), "api.toml")


@pytest.fixture(scope="module")
def revisions() -> dict[str, Any]:
    """Upstream's revisions by file name (date and commit)."""
    folder = os.environ.get("NEMOGEN_UPSTREAM")
    if not folder:
        pytest.skip("NEMOGEN_UPSTREAM is not set: no revision of upstream to compare with")
    found = {}
    for path in sorted(Path(folder, "mistral-nemo").glob("*.json")):
        with contextlib.suppress(ValueError):  # one of upstream's revisions is no JSON
            found[path.stem] = json.loads(path.read_bytes())
    return found


def test_the_pin_has_the_contract_of_the_upstream_commit_that_the_settings_name(
    pin: Any, settings: Settings, revisions: dict[str, Any]
) -> None:
    [upstream] = [document for name, document in revisions.items() if name.endswith(f"-{settings.pin.upstream_commit}")]
    assert _contract(pin) == _contract(upstream)


def test_the_pin_describes_all_that_upstream_describes(pin: Any, settings: Settings, revisions: dict[str, Any]) -> None:
    [upstream] = [document for name, document in revisions.items() if name.endswith(f"-{settings.pin.upstream_commit}")]
    assert _described(upstream) - _described(pin) == set()


def test_no_long_run_of_words_is_shared_with_the_prose_of_any_upstream_revision(
    pin: Any, revisions: dict[str, Any]
) -> None:
    theirs = {run for document in revisions.values() for run in _runs(document)}
    assert theirs, "the revisions hold no prose: nothing was compared"
    assert _runs(pin) & theirs == set()


def test_the_settings_say_whose_contract_and_whose_prose_the_pin_has(pin: Any, settings: Settings) -> None:
    assert pin["paths"]
    assert settings.pin.upstream_commit
    assert settings.pin.note
    assert "Upstream's contract" in settings.pin.note


def test_every_operation_and_every_property_of_the_pin_is_described(pin: Any) -> None:
    operations = [operation for item in pin["paths"].values() for operation in item.values()]
    properties = [
        (pointer, schema)
        for pointer, key, value in _members(pin)
        if key == "properties" and isinstance(value, dict)
        for schema in value.values()
    ]
    assert all(operation["summary"] and operation["description"] for operation in operations)
    assert [pointer for pointer, schema in properties if not schema.get("description", "").strip()] == []


def test_the_pin_is_written_so_that_a_change_shows_as_few_lines(pin: Any) -> None:
    assert PIN.read_text("utf-8") == json.dumps(pin, indent=2, ensure_ascii=False) + "\n"


def _contract(document: Any) -> list[tuple[str, str]]:
    """Every leaf and every empty node but prose, in the order of the document; 1, 1.0 and true differ."""
    return [(pointer, json.dumps(value)) for pointer, value, is_prose in _leaves(document) if not is_prose]


def _runs(document: Any) -> set[tuple[str, ...]]:
    """Every run of words of the document's prose that is one longer than may be shared."""
    length = LONGEST_SHARED_RUN + 1
    found: set[tuple[str, ...]] = set()
    for _, value, is_prose in _leaves(document):
        words = re.findall(r"\w+", value.lower()) if is_prose and isinstance(value, str) else []
        found.update(tuple(words[start : start + length]) for start in range(len(words) - length + 1))
    return found


def _described(document: Any) -> set[str]:
    places = (pointer for pointer, key, _ in _members(document) if key == "description")
    return {place for place in places if "/x-codeSamples/" not in place}


def _leaves(node: Any, pointer: str = "", names: bool = False, prose: bool = False) -> Iterator[tuple[str, Any, bool]]:
    """Pointer, value and whether it is prose. A key of `properties` is a name, `description` too."""
    if isinstance(node, dict) and node:
        for key, value in node.items():
            yield from _leaves(
                value, f"{pointer}/{key}", key == "properties" and not names, prose or (key in PROSE and not names)
            )
    elif isinstance(node, list) and node:
        for index, value in enumerate(node):
            yield from _leaves(value, f"{pointer}/{index}", False, prose)
    else:
        yield pointer, node, prose


def _members(node: Any, pointer: str = "", names: bool = False) -> Iterator[tuple[str, str, Any]]:
    """Pointer, keyword and value of every member whose key is a keyword, not a name."""
    if isinstance(node, dict):
        for key, value in node.items():
            if not names:
                yield f"{pointer}/{key}", key, value
            yield from _members(value, f"{pointer}/{key}", key == "properties" and not names)
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from _members(value, f"{pointer}/{index}")
