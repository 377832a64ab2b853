"""Where the other files of a spec may be: anywhere in the project."""

from __future__ import annotations

import posixpath

from nemogen.errors import Location, SpecError


def path_beside(root: str, name: str) -> str:
    """The path of a file that is named relative to the folder of `root`. Raises SpecError if it leads outside."""
    path = posixpath.normpath(posixpath.join(posixpath.dirname(root), name))
    if "://" in name or ":" in name.partition("/")[0] or "\\" in name or "\0" in name:
        raise refused_file(name, "only local files next to the source are read, not URLs")
    if path.startswith(("/", "../")) or path == "..":
        raise refused_file(name, "the path leads outside the project")
    return path


def refused_file(name: str, what: str) -> SpecError:
    """The error for a file that a document may not have."""
    return SpecError(what, where=Location(name), remedy="Move the file, or refer to a copy of it.")
