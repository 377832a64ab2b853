"""mypy as tests run it: strict, without the project's settings, and with one cache for all tests of a worker.

Most of the time of a run is what mypy learns of pydantic and httpx2.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

RUNTIME = Path(__file__).parents[1] / "generator" / "nemogen" / "runtime"
_ONE_RUNTIME = "runtime_of_all"


def run_mypy(cache: Path, folder: Path, *arguments: str, sources: Path | None = None) -> str:
    """What mypy --strict prints in `folder`, without its summary; `sources` holds packages that are imported."""
    options = ("--strict", "--config-file=", "--no-error-summary", f"--cache-dir={cache}")
    done = subprocess.run(
        [sys.executable, "-m", "mypy", *options, *arguments],
        cwd=folder,
        env={**os.environ, "MYPYPATH": str(sources or "")},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr


def with_one_runtime(packages: Path, to: Path) -> None:
    """Copy the code in `packages`, each with its own runtime, so that all share one, which mypy reads once.

    What mypy reads is the same but for where the runtime is imported from.
    """
    to.mkdir()
    (to / _ONE_RUNTIME).symlink_to(RUNTIME, target_is_directory=True)
    for path in packages.rglob("*"):
        inside = path.relative_to(packages)
        if path.suffix in (".py", ".typed") and "_runtime" not in inside.parts:
            text = re.sub(r"\bfrom (?:\w+\.|\.+)_runtime\b", f"from {_ONE_RUNTIME}", path.read_text(encoding="utf-8"))
            (to / inside).parent.mkdir(parents=True, exist_ok=True)
            (to / inside).write_text(text, encoding="utf-8")
