"""Trials of every kind in turn until the time is up, and what failed, with the seeds that show it again.

    python -m tests.torture [--minutes 5] [--seed N] [--kind NAME …] [--first N] [--trials N]

A trial is of `seed/kind/number`: `--seed`, `--kind` and `--first` with `--trials 1` run it once more. The exit status
is 1 where a trial failed.
"""

from __future__ import annotations

import argparse
import itertools
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from random import Random, SystemRandom
from typing import Final

from tests.torture import disturbed, spoilt
from tests.torture.bench import Bench, bounded

Trial = Callable[[Random, Bench], None]
KINDS: Final[Mapping[str, Trial]] = {
    "graph": spoilt.graph,
    "kill": disturbed.kill,
    "mutant": spoilt.mutant,
    "full-disk": disturbed.full_disk,
    "hostile-text": spoilt.hostile_text,
    "source-server": spoilt.source_server,
    "three-at-once": disturbed.three_at_once,
    "forge-server": spoilt.forge_server,
}


def main(arguments: Sequence[str] | None = None, kinds: Mapping[str, Trial] = KINDS) -> int:
    """The exit status."""
    options = _options(arguments, kinds)
    until = time.monotonic() + 60 * options.minutes
    say(f"seed {options.seed}, {options.minutes} minutes")
    held: Counter[str] = Counter()
    failed: list[str] = []
    with Bench() as bench:
        for number in itertools.count(options.first):
            for kind in options.kind or kinds:
                if time.monotonic() > until or number == options.first + options.trials:
                    return _end(held, failed)
                seed = f"{options.seed}/{kind}/{number}"
                held[kind] += 1
                if not _holds(kinds[kind], seed, bench):
                    failed.append(seed)
    raise AssertionError("there is always a next number")


def _holds(trial: Trial, seed: str, bench: Bench) -> bool:
    try:
        with bounded():
            trial(Random(seed), bench)
    except Exception:  # noqa: BLE001 - whatever goes wrong in a trial, the others are held
        say(f"FAILED {seed}\n{traceback.format_exc()}")
        return False
    return True


def _end(held: Counter[str], failed: list[str]) -> int:
    say(f"{held.total()} trials: " + ", ".join(f"{kind} {count}" for kind, count in held.items()))
    say(f"{len(failed)} failed" + "".join(f"\n  {seed}" for seed in failed))
    return 1 if failed else 0


def _options(arguments: Sequence[str] | None, kinds: Mapping[str, Trial]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.torture")
    parser.add_argument("--minutes", type=float, default=5.0, help="when to stop beginning trials")
    parser.add_argument("--seed", type=int, default=SystemRandom().randrange(10**6), help="default: another one")
    parser.add_argument("--kind", action="append", choices=list(kinds), help="only this kind; may be given again")
    parser.add_argument("--first", type=int, default=0, help="the number of the first trial of each kind")
    parser.add_argument("--trials", type=int, default=10**9, help="so many of each kind at most")
    return parser.parse_args(arguments)


def say(text: str) -> None:
    """Print at once, also into a file."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
