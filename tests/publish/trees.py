"""Helpers for tests that look at whole folders."""

from __future__ import annotations

from pathlib import Path


def tree(root: Path) -> dict[str, bytes]:
    """Every file below `root` but those of nemogen and git themselves, with its content."""
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and not {".nemogen", ".git"} & set(path.relative_to(root).parts)
    }


def plant(root: Path, files: dict[str, bytes]) -> None:
    """Write `files` below `root`, with their folders."""
    for path, content in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
