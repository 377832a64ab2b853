"""`init`: a folder becomes a project."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from nemogen.errors import ConfigError, Location
from nemogen.publish.write import locked, write_tree
from nemogen.report.model import ApiReport, Report, State, Subject

GIT_ATTRIBUTES: Final = """\
# Written by nemogen. lock.json holds hashes of these files: git leaves their line endings alone.
generated/** text=auto eol=lf
specs/** text=auto eol=lf
specs/*/openapi.* -text
tests/recordings/** text=auto eol=lf
"""

_SPECS_README: Final = """\
# specs/

One folder for each API. `nemogen add NAME SOURCE` makes the first one; its files are described in the documentation of
nemogen.
"""


def init(folder: Path, tell: Callable[[str], None]) -> Report:
    """Make `folder` (which need not exist) a project: specs/ and .gitattributes, what exists stays as it is.

    Raises ConfigError where it is a project already or a file, WriteError.
    """
    root = folder.absolute()
    if (root / "specs").exists():
        remedy = "Add an API to it: nemogen add NAME SOURCE."
        raise ConfigError("there is a project already", where=Location(str(root / "specs")), remedy=remedy)
    if root.exists() and not root.is_dir():
        raise ConfigError("this is a file", where=Location(str(root)), remedy="Give a folder.")
    root.mkdir(parents=True, exist_ok=True)
    contents = {"specs/README.md": _SPECS_README.encode(), **missing_git_attributes(root)}
    with locked(root, wait=60, on_wait=tell) as checkout:
        written = write_tree(contents, checkout)
    why = f"{', '.join(written.paths)} written"
    return Report("init", (ApiReport("", (Subject("project", State.DONE, why),)),))


def missing_git_attributes(root: Path) -> dict[str, bytes]:
    """.gitattributes by its path, where the project has none."""
    return {} if (root / ".gitattributes").exists() else {".gitattributes": GIT_ATTRIBUTES.encode()}
