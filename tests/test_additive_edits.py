"""What upstream adds breaks no caller of the package that it does not break on the wire; what it reorders, nobody.

From plans, without engines. A part runs always; NEMOGEN_SLOW=1 makes 200 edits of 20 documents, and 100 reorderings.
"""

from __future__ import annotations

import copy
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, Final

import pytest

from nemogen.client.argument_names import with_client_names
from nemogen.commands.planned_package import compare_plans, plan_package
from nemogen.commands.planned_types import PlannedPackage
from nemogen.diff.compare import compare
from nemogen.errors import NemogenError
from nemogen.findings import Level
from nemogen.given_names import Names, carried_over
from nemogen.naming.prepare import prepare
from nemogen.openapi.name_order import in_name_order
from nemogen.openapi.read_document import read_value
from nemogen.read_config import read_settings
from nemogen.source.load import load, require_openapi
from tests.additive_edits import EDITS, edited
from tests.test_cases import NO_NAMES
from tests.test_reordering import GOOD, files, shuffled, spec, written

DOCUMENTS: Final = os.environ.get("NEMOGEN_DOCUMENTS")
SETTINGS: Final = read_settings("shop", b'[source]\nfile = "shop.json"\n', "api.toml")
SOME: Final = GOOD[:: len(GOOD) // 4]
EDITS_OF_EACH: Final = 10


def planned(document: Any, kept: Names) -> tuple[PlannedPackage, Names]:
    """The package of a document, and the names that the next revision of it keeps."""
    read = prepare(read_value(in_name_order(document), "spec.json"), reserved=("Shop", "AsyncShop"), kept=kept)
    package = plan_package(read, SETTINGS)
    return package, carried_over(kept, with_client_names(read.names, package.plan, read), ())


def breaks(document: Any, rng: Random, count: int) -> Iterator[str]:
    """The breaks of the source that the wire does not have, in `count` revisions of a document, one after the other."""
    base, names = planned(document, NO_NAMES)
    for _ in range(count):
        grown, done = edited(document, rng, rng.choice((1, 1, 2, 5)))
        wire = compare(document, grown)
        revision, names = planned(grown, names)
        if all(each.level is not Level.BREAKING for each in wire):
            for each in compare_plans(base, revision, wire):
                if each.level is Level.BREAKING:
                    yield f"{each.message} ({', '.join(done)})"
        document, base = grown, revision


@pytest.mark.parametrize("case", SOME, ids=lambda case: case.name)
def test_an_addition_breaks_no_caller(case: Path) -> None:
    assert list(breaks(spec(case), Random(7), 2)) == []


@cache
def documents() -> list[Any]:
    """20 documents: of the folder that NEMOGEN_DOCUMENTS names, and of the cases."""
    paths = sorted(Path(DOCUMENTS).glob("*.*")) if DOCUMENTS else []
    values = [value for path in Random(1).sample(paths, len(paths)) if (value := readable(path)) is not None]
    return [*values[:10], *map(spec, Random(1).sample(GOOD, 20 - len(values[:10])))]


def readable(path: Path) -> Any:
    """The document of a file, None where no package can be made of it."""
    try:
        document = require_openapi(load(path.read_bytes(), path.name))
        planned(document, NO_NAMES)
    except NemogenError:
        return None
    return document


@pytest.mark.slow
def test_200_additions_to_20_documents_break_no_caller() -> None:
    assert len(documents()) == 20
    found = [each for at, document in enumerate(documents()) for each in breaks(document, Random(at), EDITS_OF_EACH)]
    assert found == []


@pytest.mark.slow
def test_100_reorderings_change_no_file() -> None:
    rng = Random(3)
    for _ in range(100):
        case = rng.choice(GOOD)
        other = files(case, shuffled(copy.deepcopy(spec(case)), rng))
        assert [path for path, text in written(case).items() if other.get(path) != text] == [], case.name


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__.removeprefix("_add_"))
def test_each_edit_is_made_and_only_adds(edit: Any) -> None:
    made = 0
    for seed, case in enumerate(GOOD):
        if made == len(SOME):
            break
        document = copy.deepcopy(spec(case))
        if edit(document, Random(seed)) is not None:
            made += 1
            assert is_within(spec(case), document), case.name
    assert made


def is_within(part: Any, whole: Any) -> bool:
    """Whether all that one document says is in the other, in its order."""
    if isinstance(part, dict) and isinstance(whole, dict):
        return all(key in whole and is_within(each, whole[key]) for key, each in part.items())
    if isinstance(part, list) and isinstance(whole, list):
        return len(part) <= len(whole) and all(map(is_within, part, whole))
    return type(part) is type(whole) and bool(part == whole)
