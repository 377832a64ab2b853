"""The environments for other Pythons beside the one that runs the tests, as .ci/run makes them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).parents[1]
ALONE = {"PYTEST_ADDOPTS": "", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
"""Variables for a pytest of its own that runs what users have: our options, and the plugins that lie beside it by
chance, are not theirs, and take most of its time."""
_NAME = re.compile(r"\.venv(-3\.\d+)?")


def other_environments() -> list[Path]:
    """Folders of environments in which the pinned packages are installed: `.venv` and `.venv-3.12`, as an example."""
    folders = sorted(folder for folder in PROJECT.glob(".venv*") if _NAME.fullmatch(folder.name))
    return [folder for folder in folders if folder.resolve() != Path(sys.prefix).resolve() and _is_ready(folder)]


def _is_ready(folder: Path) -> bool:
    """Whether the installation has ended, and the interpreter below it is still there."""
    if not (folder / ".installed").exists():
        return False
    command = str(folder / "bin/nemogen")
    return subprocess.run([command, "--version"], capture_output=True, check=False).returncode == 0
