"""The text of a first api.toml, from the source that a user passes."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import unquote

from nemogen.read_config import read_settings
from nemogen.schema_files import schema_comment
from nemogen.text_safety import in_toml

_GITHUB_PAGE: Final = re.compile(r"https://github\.com/([^/]+/[^/]+)/(?:blob|raw)/(?:refs/heads/)?([^/]+)/([^?#]+)")
_GITHUB_RAW: Final = re.compile(r"https://raw\.githubusercontent\.com/([^/]+/[^/]+)/(?:refs/heads/)?([^/]+)/([^?#]+)")


def initial_toml(name: str, source: str) -> str:
    """The text of a first api.toml for `nemogen add NAME SOURCE`.

    `source` is an address of GitHub (the page of a file, or its raw form), any other http or https address, or a path
    inside the project. Of GitHub's addresses the query is left out (it may hold a token), and the branch is taken to
    have no slash. Raises ConfigError when the name or the source cannot be used.
    """
    table = _source_table(source)
    lines = ["[source]", *(f"{key} = {in_toml(value)}" for key, value in table.items())]
    text = schema_comment("api") + "\n".join(lines) + "\n"
    read_settings(name, text.encode(), "api.toml")
    return text


def _source_table(source: str) -> dict[str, str]:
    on_github = _GITHUB_PAGE.match(source) or _GITHUB_RAW.match(source)
    if on_github:
        repository, branch, path = on_github.groups()
        return {"repository": repository, "branch": unquote(branch), "path": unquote(path)}
    if "://" in source:
        return {"url": source}
    return {"file": PurePosixPath(source).as_posix()}
