"""Models are built when first used, also where many threads use one first."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

from nemogen.runtime.model import Model

THREADS = 8


class Part(Model):
    name: str


class Whole(Model):
    parts: list[Part]


class Fresh(Whole):
    """Used by the threads alone."""


def test_a_model_is_not_built_before_it_is_used() -> None:
    assert not Whole.__pydantic_complete__


def test_threads_may_use_a_model_first_at_the_same_time() -> None:
    ready = threading.Barrier(THREADS)

    def use(_: int) -> str:
        ready.wait(timeout=60)
        found = Fresh.model_validate({"parts": [{"name": "x"}]})
        return found.model_dump_json() + str(Fresh(parts=found.parts))

    with ThreadPoolExecutor(THREADS) as threads:
        assert len(set(threads.map(use, range(THREADS)))) == 1
