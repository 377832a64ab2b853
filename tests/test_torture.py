"""The torture itself: what a trial finds is told with the seed that shows it again, and time and counts bound it."""

from __future__ import annotations

from random import Random

import pytest

from tests.torture.__main__ import KINDS, main
from tests.torture.bench import Bench


def lucky(random: Random, _: Bench) -> None:
    """Fails for some seeds."""
    assert random.random() < 0.5, "bad luck"


def test_a_trial_that_fails_is_reported_with_its_seed_and_fails_again(capsys: pytest.CaptureFixture[str]) -> None:
    kinds = {"lucky": lucky, "fine": lambda *_: None}
    assert main(["--seed", "1", "--trials", "8", "--minutes", "5"], kinds) == 1
    out = capsys.readouterr().out
    assert "16 trials: lucky 8, fine 8" in out
    failed = [line.strip() for line in out.splitlines() if line.startswith("  1/lucky/")]
    assert 0 < len(failed) < 8
    assert f"{len(failed)} failed" in out
    number = failed[0].rpartition("/")[2]
    assert main(["--seed", "1", "--kind", "lucky", "--first", number, "--trials", "1"], kinds) == 1
    assert "bad luck" in capsys.readouterr().out


def test_no_trial_begins_when_the_time_is_up(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--minutes", "0"], {"lucky": lucky}) == 0
    assert "0 trials" in capsys.readouterr().out


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_one_trial_of_each_kind_holds(kind: str) -> None:
    assert main(["--seed", "20261129", "--kind", kind, "--trials", "1"]) == 0
