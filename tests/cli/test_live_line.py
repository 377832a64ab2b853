"""The live line of a terminal, where processes are forked while it is shown."""

from __future__ import annotations

import io
import multiprocessing
import threading

import pytest

from nemogen.cli.live import LiveLine
from nemogen.cli.terminal import Terminal


def threads() -> list[threading.Thread]:
    return [each for each in threading.enumerate() if each.name == "live-line"]


def nothing() -> None:
    """What the forked process does."""


def test_no_thread_rewrites_the_line_while_a_process_is_forked() -> None:
    stream = io.StringIO()
    line = LiveLine(stream)
    line.show("generating", 80)
    (before,) = threads()
    process = multiprocessing.get_context("fork").Process(target=nothing)
    process.start()
    process.join()
    (after,) = threads()
    assert not before.is_alive()
    assert after.is_alive()
    line.close()
    after.join()
    assert stream.getvalue() == "generating\r\x1b[Kgenerating\n"
    assert process.exitcode == 0


def test_a_line_that_ended_is_not_begun_again_by_a_fork() -> None:
    line = LiveLine(io.StringIO())
    line.show("generating", 80)
    (thread,) = threads()
    line.close()
    thread.join()
    process = multiprocessing.get_context("fork").Process(target=nothing)
    process.start()
    process.join()
    line.resume()
    assert threads() == []
    assert process.exitcode == 0


def test_a_step_that_is_waited_for_is_erased_before_the_result(capsys: pytest.CaptureFixture[str]) -> None:
    stream = io.StringIO()
    terminal = Terminal("text", quiet=False, verbose=False, colour=False, live=LiveLine(stream))
    terminal.wait_for("fetching")
    assert threads()
    terminal.show("done\n")
    assert stream.getvalue() == "\r\x1b[K"
    assert capsys.readouterr().out == "done\n"
