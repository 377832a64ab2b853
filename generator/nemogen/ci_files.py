"""The workflows that `init --ci` writes for a forge: files of the project from then on, which a person may change."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from nemogen.installed_tools import tool_versions

_FOLDER: Final = Path(__file__).resolve().parent / "workflows"
FORGES: Final[Mapping[str, str]] = {"github": ".github/workflows/", "gitlab": "."}
"""The forges that have workflows, each with the folder of its workflows in a project."""


def ci_files(forge: str, branch: str) -> Mapping[str, bytes]:
    """The files for one of FORGES by their path in the project; `branch` is the main branch.

    They install the version of nemogen that writes them.
    """
    version = tool_versions(("nemogen",)).get("nemogen", "")
    found = {}
    for path in sorted((_FOLDER / forge).iterdir()):
        text = path.read_text(encoding="utf-8").replace("==NEMOGEN_VERSION", f"=={version}" if version else "")
        text = text.replace("branches: [main]", f"branches: [{_in_yaml(branch)}]")
        found[f"{FORGES[forge]}{path.name}"] = text.encode()
    return found


def _in_yaml(branch: str) -> str:
    """A scalar in a flow sequence; names of branches are patterns there, in which these characters mean something."""
    if branch.replace("-", "").replace("_", "").replace("/", "").isalnum() and branch.isascii():
        return branch
    escaped = "".join(f"\\{each}" if each in "*?+[]!\\" else each for each in branch)
    return "'" + escaped.replace("'", "''") + "'"
