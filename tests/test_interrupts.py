"""Ctrl-C is acted on when steps that belong together are done."""

from __future__ import annotations

import os
import signal

import pytest

from nemogen.errors import GitError
from nemogen.interrupts import deferred, stop_deferring


def press() -> None:
    os.kill(os.getpid(), signal.SIGINT)


def test_ctrl_c_waits_for_the_end_of_the_block() -> None:
    steps = []

    def work() -> None:
        with deferred() as deferral:
            press()
            steps.append("done")
            assert deferral.pressed

    with pytest.raises(KeyboardInterrupt):
        work()
    assert steps == ["done"]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_ctrl_c_ends_what_it_may_end_at_once_and_the_block_at_its_end() -> None:
    steps = []

    def work() -> None:
        with deferred() as deferral:
            try:
                with deferral.allowed():
                    press()
                    steps.append("never")
            except KeyboardInterrupt:
                steps.append("put right")
            press()
            steps.append("done")

    with pytest.raises(KeyboardInterrupt):
        work()
    assert steps == ["put right", "done"]


def test_ctrl_c_outdoes_another_error_of_the_block() -> None:
    def work() -> None:
        with deferred():
            press()
            raise GitError("the hook was interrupted")

    with pytest.raises(KeyboardInterrupt):
        work()


def test_a_block_in_a_block_is_a_part_of_it() -> None:
    steps = []

    def work() -> None:
        with deferred() as outer:
            with deferred() as inner:
                assert inner is outer
                press()
            steps.append("done")

    with pytest.raises(KeyboardInterrupt):
        work()
    assert steps == ["done"]


def test_without_ctrl_c_nothing_is_raised_and_an_error_is_as_it_was() -> None:
    with deferred() as deferral:
        assert not deferral.pressed
    with pytest.raises(GitError), deferred():
        raise GitError("refused")


def test_where_ctrl_c_is_ignored_it_stays_so() -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with deferred() as deferral:
            press()
        assert not deferral.pressed
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)


def test_a_process_that_was_forked_in_a_block_can_be_interrupted() -> None:
    with deferred():
        stop_deferring()
        with pytest.raises(KeyboardInterrupt):
            press()
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
