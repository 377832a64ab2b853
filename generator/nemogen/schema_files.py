"""Where a project keeps the JSON Schemas of its TOML files, and how a file names its own.

They are files of the project, since an editor follows a relative path everywhere: offline, in a fork, in any version.
"""

from __future__ import annotations

from typing import Final

FOLDER: Final = "specs/.schemas"
"""No API can have this name."""
WRITTEN: Final = ("api", "approvals", "levels", "like", "published")
"""The schemas of the files that a person writes."""


def schema_path(name: str) -> str:
    """The file that has the schema `name`, from the project's root."""
    return f"{FOLDER}/{name}.json"


def schema_comment(name: str) -> str:
    """The first line of a TOML file in specs/<api>/, which names its schema for editors, relative to the file."""
    return f"#:schema ../.schemas/{name}.json\n"
