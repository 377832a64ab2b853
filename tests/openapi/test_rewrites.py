from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, note, settings
from hypothesis import strategies as st

from tests.openapi.random_schemas import random_components
from tests.openapi.rewrites import REWRITES, Place, Rewrite, rewritten, variant_twice
from tests.openapi.schemas import digest


@pytest.mark.parametrize(
    "rewrite", REWRITES, ids=lambda rewrite: rewrite.__qualname__.removesuffix(".<locals>.rewrite")
)
def test_another_spelling_has_the_same_digest(rewrite: Rewrite) -> None:
    applied = 0
    for seed in range(1000):
        random = Random(seed)
        base = random_components(random)
        revision = {**base}
        revision["X"] = rewritten(base["X"], rewrite, Place(random, revision))
        if revision["X"] is base["X"]:
            continue
        assert digest(revision, "X") == digest(base, "X"), (base, revision)
        applied += 1
        if applied == 10:
            return
    pytest.fail(f"applied to {applied} of 1000 schemas only")


@given(st.randoms(use_true_random=True))
@settings(max_examples=300, deadline=None)
def test_spellings_composed_at_random_have_the_same_digest(random: Random) -> None:
    base = random_components(random)
    revision = {**base}
    chosen = random.choices(REWRITES, k=random.randint(2, 8))
    # A variant that is there twice is written alike twice: views compare variants by what they say, not by digests.
    for rewrite in sorted(chosen, key=lambda each: each is variant_twice):
        revision["X"] = rewritten(revision["X"], rewrite, Place(random, revision))
    note(f"{base}\n{revision}")
    assert digest(revision, "X") == digest(base, "X")
