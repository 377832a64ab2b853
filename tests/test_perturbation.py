"""Nothing of a document vanishes: change any one of its keys, and the package or what `generate` reports is another.

That is the proof of the ledger (`openapi/ledger.py`): a key that it calls used or reported makes a difference. Keys are
sampled, the same ones in every run; NEMOGEN_PERTURBED names how many of each document.
"""

from __future__ import annotations

import copy
import os
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from random import Random
from typing import Any, Final

import pytest

from nemogen.client import client, engine_input, models, planner
from nemogen.client.environment import environment
from nemogen.errors import NemogenError
from nemogen.findings import Finding
from nemogen.naming.prepare import prepare
from nemogen.openapi.ledger import Entry, Use, check, draw_up
from nemogen.openapi.read_document import read_value
from nemogen.pointer import split
from nemogen.source.load import load
from tests.test_cases import CASES, HEADER, TEMPLATES, settings_of

SAMPLE: Final = int(os.environ.get("NEMOGEN_PERTURBED", "2"))
MAKES_A_DIFFERENCE: Final = (Use.USED, Use.REPORTED, Use.UNREACHABLE, Use.UNKNOWN)

_BOUNDS: Final = "a bound of what a map or a union holds is left to the server: it would make a class of its own"
NO_DIFFERENCE: Final[dict[tuple[str, str], str]] = {
    ("parameter", "required"): "a parameter of the path is required, whatever is said",
    ("schema", "title"): "a title names a schema that stands in place, where it is fit for a class, and nothing else",
    ("schema", "additionalProperties"): "true says what holds without it",
    **{
        ("schema", bound): _BOUNDS
        for bound in ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength",
                      "maxLength", "pattern", "minItems", "maxItems")
    },
}  # fmt: skip
"""By kind of object and key, why a document may be the same without it."""

NO_DIFFERENCE_AT: Final = {
    ("read-only-and-write-only", "/components/schemas/Freighter/properties/kind/readOnly"): "a tag is sent, whatever is"
    " said: the server tells the variants apart by it",
}
"""As above, of one key of a case."""


class Outcome:
    """What `generate` makes of a document: the files, the findings, or the error."""

    def __init__(self, case: Path, document: Any) -> None:
        settings = settings_of(case)
        self._module = settings.package.module
        self.error = ""
        try:
            read = read_value(document, "spec.json")
            lost = check(read)
            prepared = prepare(read, reserved=(settings.package.client, settings.package.async_client))
            plan = planner.plan(prepared, settings)
            self._reported = (
                client.modules(plan, environment(TEMPLATES), HEADER),
                *map(reported, (*prepared.findings, *lost)),
            )
            self._models = engine_input.for_models(prepared)
        except NemogenError as error:
            self.error = str(error)

    @cached_property
    def classes(self) -> str:
        """The models' module, or the error. The engine that writes it takes longer than all before it."""
        try:
            base = f"{self._module}._runtime.model.Model"
            return models.pydantic_models(self._models, TEMPLATES, HEADER, base).text
        except NemogenError as error:
            return str(error)

    def is_of(self, other: Outcome) -> bool:
        """Whether both are the same."""
        if self.error or other.error:
            return self.error == other.error
        return self._reported == other._reported and self.classes == other.classes


def reported(finding: Finding) -> tuple[Any, ...]:
    return finding.id, finding.message, finding.revision, finding.locations, finding.count


def sampled(case: Path, document: Any) -> list[Entry]:
    """Keys of a document that are to make a difference."""
    entries = [
        each
        for each in draw_up(read_value(document, "spec.json")).entries()
        if each.use in MAKES_A_DIFFERENCE
        and (each.kind, each.key) not in NO_DIFFERENCE
        and (case.name, each.pointer) not in NO_DIFFERENCE_AT
    ]
    return Random(case.name).sample(entries, min(SAMPLE, len(entries)))


def perturbed(document: Any, pointer: str) -> Iterator[Any]:
    """The document with another value for a key, and without the key."""
    for is_removed in (False, True):
        changed = copy.deepcopy(document)
        *path, last = split(pointer)
        owner = changed
        for step in path:
            owner = owner[int(step)] if isinstance(owner, list) else owner[step]
        value = owner.pop(last)
        if not is_removed:
            owner[last] = another(value)
        yield changed


def another(value: Any) -> Any:
    """Another value of the same type where that means something, or else a text."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int | float):
        return value + 1
    return f"{value}x" if isinstance(value, str) else "x"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_no_key_of_a_document_is_without_effect(case: Path) -> None:
    source = next(case.glob("spec.*"))
    document: Any = load(source.read_bytes(), source.name).value
    try:
        entries = sampled(case, document)
    except NemogenError:
        return
    before = Outcome(case, document)
    if before.error:  # it is refused for one thing, whatever else it says
        return
    same = [
        f"{each.kind}.{each.key} ({each.use}) at {each.pointer}"
        for each in entries
        if all(Outcome(case, changed).is_of(before) for changed in perturbed(document, each.pointer))
    ]
    assert same == []
