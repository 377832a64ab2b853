"""The order of a document decides nothing: its maps, and the lists that are sets, shuffled give the same files."""

from __future__ import annotations

import copy
import json
import random
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nemogen.assets import Assets
from nemogen.client import client, engine_input, package, planner
from nemogen.client.argument_names import with_client_names
from nemogen.client.environment import environment
from nemogen.client.formats import with_types
from nemogen.document import Document
from nemogen.given_names import dump_names
from nemogen.naming.prepare import prepare
from nemogen.openapi.name_order import in_name_order
from nemogen.openapi.read_document import read_value
from nemogen.source.load import load, require_openapi
from tests.test_cases import CASES, HEADER, ROOT, TEMPLATES, settings_of

SETS = ("enum", "parameters", "required", "tags")
"""Lists whose order means nothing."""
GOOD = [case for case in CASES if (case / "expected").is_dir()]
ASSETS = Assets(TEMPLATES, ROOT / "generator/nemogen/runtime")


def shuffled(value: Any, rng: random.Random, key: str = "") -> Any:
    """The same document in another order."""
    if isinstance(value, dict):
        keys = rng.sample(list(value), len(value))
        return {each: shuffled(value[each], rng, each) for each in keys}
    if isinstance(value, list):
        found = [shuffled(each, rng) for each in value]
        return rng.sample(found, len(found)) if key in SETS else found
    return value


@cache
def spec(case: Path) -> Any:
    source = next(case.glob("spec.*"))
    return require_openapi(load(source.read_bytes(), source.name))


def document(case: Path, value: Any) -> Document:
    own = settings_of(case).package
    read = read_value(in_name_order(value), "spec.json")
    return with_types(prepare(read, reserved=(own.client, own.async_client)), settings_of(case))


def files(case: Path, value: Any) -> dict[str, str]:
    """What a package is made of, short of what the models' engine writes of its input; and the names that are kept."""
    read, own = document(case, value), settings_of(case)
    plan = planner.plan(read, own)
    found = client.modules(plan, environment(TEMPLATES), HEADER)
    found |= package._beside(package.build_texts(plan, read), own, ASSETS, "0.1.0", "")
    found["names.toml"] = dump_names(with_client_names(read.names, plan, read)).decode()
    found["params.py"] = client.params_module(read, "models", environment(TEMPLATES), HEADER)
    return {**found, "models": json.dumps(engine_input.for_models(read).spec)}


@cache
def written(case: Path) -> dict[str, str]:
    return files(case, spec(case))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(GOOD), st.integers(0, 2**32))
def test_a_reordered_document_gives_the_same_package(case: Path, seed: int) -> None:
    other = files(case, shuffled(copy.deepcopy(spec(case)), random.Random(seed)))
    assert [path for path, text in written(case).items() if other.get(path) != text] == []
    assert other.keys() == written(case).keys()


@pytest.mark.parametrize("name", ["enums-of-numbers-and-booleans", "deep-object-query"])
def test_the_engine_of_the_models_writes_the_same_of_it(name: str) -> None:
    case = ROOT / "tests" / "cases" / name
    one, other = (
        package.build(document(case, value), settings_of(case), ASSETS).source
        for value in (spec(case), shuffled(copy.deepcopy(spec(case)), random.Random(1)))
    )
    assert one == other
