"""Where the JSON Schemas of a project's files are published. Editors check a file that names its schema."""

from __future__ import annotations

from typing import Final

PUBLISHED: Final = "https://OWNER.github.io/nemogen/schemas"


def schema_url(name: str) -> str:
    """The address of the schema `name`: api, approvals, levels, like, lock, published, report, history or recording."""
    return f"{PUBLISHED}/{name}.json"


def schema_comment(name: str) -> str:
    """The first line of a TOML file, which tells editors its schema."""
    return f"#:schema {schema_url(name)}\n"
