"""Two runs at once on one checkout: the second waits or says so."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from nemogen.errors import WriteError
from nemogen.publish.project_lock import hold
from tests.publish.trees import plant, tree

HOLDER = """
import sys
from pathlib import Path
from nemogen.publish.project_lock import hold
from tests.publish.trees import plant, tree
with hold(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def another_process(root: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that holds the lock until its input ends."""
    program = [sys.executable, "-c", HOLDER, str(root)]
    pipe = subprocess.PIPE
    with subprocess.Popen(program, cwd=Path(__file__).parents[2], stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_a_second_run_is_told_who_is_at_work(tmp_path: Path) -> None:
    with another_process(tmp_path) as other:
        with pytest.raises(WriteError, match=rf"another nemogen \(process {other.pid}\)") as caught, hold(tmp_path):
            pass
        assert caught.value.exit_code == 4
        assert caught.value.problems[0].remedy


def test_a_second_run_waits_says_so_once_and_goes_on(tmp_path: Path) -> None:
    reported: list[str] = []
    with another_process(tmp_path) as other:

        def on_wait(message: str) -> None:
            reported.append(message)
            assert other.stdin is not None
            other.stdin.close()

        with hold(tmp_path, wait=60, on_wait=on_wait) as checkout:
            assert checkout.root == tmp_path
    assert len(reported) == 1
    assert f"process {other.pid}" in reported[0]


def test_the_lock_dies_with_its_process(tmp_path: Path) -> None:
    with another_process(tmp_path) as other:
        other.send_signal(signal.SIGKILL)
        other.wait()
        with hold(tmp_path) as checkout:
            assert checkout.root == tmp_path


def test_the_lock_is_free_again_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(KeyError), hold(tmp_path):
        raise KeyError
    with hold(tmp_path):
        pass


TRANSIENT = """
import sys
from pathlib import Path
from nemogen.publish.write import locked, write_tree
root = Path(sys.argv[1])
for turn in range(25):
    with locked(root, wait=60, transient=True) as checkout:
        count = int((root / "a/count").read_text())
        write_tree({"a/count": str(count + 1).encode()}, checkout)
"""


def test_no_update_is_lost_where_each_holder_removes_the_lock(tmp_path: Path) -> None:
    plant(tmp_path, {"a/count": b"0"})
    program = [sys.executable, "-c", TRANSIENT, str(tmp_path)]
    workers = [subprocess.Popen(program, cwd=Path(__file__).parents[2]) for _ in range(4)]
    assert [worker.wait() for worker in workers] == [0, 0, 0, 0]
    assert tree(tmp_path) == {"a/count": b"100"}
    assert not (tmp_path / ".nemogen").exists()
