"""What holds for all tests: those that take many seconds run where NEMOGEN_SLOW is 1, as `make test-all` has it."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# How fast a machine is, and how loaded, says nothing of the code. Two runs of the suite try the same examples; with
# NEMOGEN_EXAMPLES, how many laws shall try, they are random.
settings.register_profile(
    "project",
    derandomize="NEMOGEN_EXAMPLES" not in os.environ,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
    deadline=None,
)
settings.load_profile("project")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "slow: takes many seconds; runs where NEMOGEN_SLOW=1")
    # Below `nohup … &` SIGINT is ignored, also in the workers: what a test interrupts could not be.
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """Keep the tests as pytest has compiled them, also where the environment tells Python to keep no byte code.

    That is half the time of a collection, which each worker does for itself.
    """
    before, sys.dont_write_bytecode = sys.dont_write_bytecode, False
    try:
        return (yield)
    finally:
        sys.dont_write_bytecode = before


@pytest.fixture(scope="session")
def mypy_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cache of `type_checks.run_mypy`."""
    return tmp_path_factory.mktemp("mypy-cache")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if os.environ.get("NEMOGEN_SLOW") != "1":
        for item in items:
            if item.get_closest_marker("slow"):
                item.add_marker(pytest.mark.skip(reason="slow: set NEMOGEN_SLOW=1"))
