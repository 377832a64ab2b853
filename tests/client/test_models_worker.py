"""The process of the models' engine: one for many tasks, replaced when it fails or has done enough."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from concurrent.futures.process import BrokenProcessPool

import pytest

from nemogen.client.models_worker import MAX_TASKS, beside, start_early
from nemogen.errors import SpecError

LOADED: list[int] = []
"""What the process of the engine has loaded; here it stays empty."""


def load() -> None:
    LOADED.append(os.getpid())


def loaded() -> list[int]:
    return LOADED


def process() -> int:
    with beside(os.getpid) as asked:
        return asked.result()


def kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def refuse() -> None:
    raise SpecError("not this one")


def test_one_process_beside_this_one_takes_many_tasks_and_is_replaced_at_last() -> None:
    found = [process() for _ in range(2 * MAX_TASKS + 1)]
    assert os.getpid() not in found
    assert len(set(found)) in (2, 3)


def test_an_error_of_a_task_is_raised_and_the_process_goes_on() -> None:
    before = process(), process()
    with pytest.raises(SpecError, match="not this one"), beside(refuse) as asked:
        asked.result()
    assert before[1] in (before[0], process())


def test_a_process_that_died_fails_its_task_and_no_other() -> None:
    with pytest.raises(BrokenProcessPool), beside(kill) as asked:
        asked.result()
    assert process() == process()


def test_an_error_in_the_block_leaves_no_task_behind() -> None:
    with pytest.raises(ValueError, match="here"), beside(time.sleep, 0.2) as asked:
        raise ValueError("here")
    assert asked.done()
    assert process() == process()


def test_a_fork_has_a_process_of_its_own() -> None:
    ours = process()
    reading, writing = os.pipe()
    if (child := os.fork()) == 0:
        os.write(writing, str(process()).encode())
        os._exit(0)
    os.waitpid(child, 0)
    os.close(writing)
    theirs = int(os.read(reading, 20))
    os.close(reading)
    assert theirs not in (ours, child)


def test_what_is_started_early_loads_once_and_takes_the_tasks() -> None:
    reading, writing = os.pipe()
    if (child := os.fork()) == 0:  # without a process yet
        start_early(load)
        start_early(load)
        with beside(loaded) as asked:
            os.write(writing, f"{asked.result()} [{process()}]".encode())
        os._exit(0)
    os.waitpid(child, 0)
    os.close(writing)
    before, _, after = os.read(reading, 60).decode().partition(" ")
    os.close(reading)
    assert before == after
    assert not LOADED


EARLY = """
import sys
from nemogen.client import models_engine
print(sorted({"nemogen.client.planner", "nemogen.commands", "nemogen.naming"} & {*sys.modules}), end=" ")
models_engine.load_models_engine()
print("datamodel_code_generator.parser.openapi" in sys.modules)
"""


def test_what_starts_the_process_early_waits_for_nothing_else_of_the_client() -> None:
    done = subprocess.run([sys.executable, "-c", EARLY], capture_output=True, text=True, check=True)
    assert done.stdout == "[] True\n"


INTERRUPTED_FORK = """
import os, signal
from nemogen.client.models_worker import beside

def press():
    os.kill(os.getpid(), signal.SIGINT)
    for _ in range(9):
        pass

signal.signal(signal.SIGINT, signal.default_int_handler)
os.register_at_fork(after_in_parent=press)
try:
    with beside(os.getpid):
        print("goes on")
except KeyboardInterrupt:
    print("interrupted")
"""


def test_ctrl_c_while_the_process_is_forked_is_not_lost() -> None:
    """An exception in a hook of a fork is written to stderr and dropped."""
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED_FORK], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout == "interrupted\n"


def test_the_process_is_forked_before_what_reads_a_spec_is_imported() -> None:
    code = """
import sys
import nemogen.client.models_engine

print(sorted({"nemogen.config", "nemogen.openapi.document", "nemogen.client.engine_input"} & {*sys.modules}))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_the_engine_is_imported_without_a_collection_of_garbage_and_what_it_makes_stays() -> None:
    code = """
import gc

gc.set_threshold(1000, 1, 1)
from nemogen.client.models_engine import load_models_engine

met = []
gc.callbacks.append(lambda phase, info: met.append(phase))
load_models_engine()
print(met, gc.isenabled(), gc.get_freeze_count() > 10_000)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[] True True\n"
