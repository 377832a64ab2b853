"""A program that a test starts can be interrupted, also below a shell that has SIGINT ignored."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.interrupts import with_ctrl_c

ASK = "import signal; print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)"


@pytest.fixture(autouse=True)
def below_nohup() -> Iterator[None]:
    """SIGINT is ignored, as in `nohup make test &`."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    yield
    signal.signal(signal.SIGINT, before)


def gets_ctrl_c() -> bool:
    return subprocess.run([sys.executable, "-c", ASK], capture_output=True, check=True).stdout == b"True\n"


def test_what_is_started_in_the_block_gets_ctrl_c() -> None:
    with with_ctrl_c():
        assert gets_ctrl_c()
    assert not gets_ctrl_c()
    assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
