"""CHANGELOG.md of a generated package. Cheap to import: a sync without a change only compares the file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Protocol

from nemogen.text_safety import prose_in_markdown

REMOVED: Final = "Removed"
CHANGED: Final = "Changed"
ADDED: Final = "Added"


class Release(Protocol):
    """A version with the lines of its changelog entry, as `versioning.release_lines` makes them."""

    @property
    def version(self) -> str: ...

    @property
    def lines(self) -> tuple[str, ...]: ...

    @property
    def date(self) -> str | None: ...


def changelog(releases: Iterable[Release]) -> str:
    """CHANGELOG.md in the form of Keep a Changelog 1.1.0, from releases with the newest first."""
    blocks = ["# Changelog", "What callers of this package notice, newest version first.", *map(entry, releases)]
    return "\n\n".join(blocks) + "\n"


def entry(release: Release) -> str:
    """The entry of one release in CHANGELOG.md, with its date where that is known."""
    day = f" - {release.date}" if release.date else ""
    blocks = [f"## {prose_in_markdown(release.version)}{day}"]
    sections: dict[str, list[str]] = {}
    for line in release.lines:
        section, text = _split(line)
        sections.setdefault(section, []).append(f"- {prose_in_markdown(text)}")
    for section in (REMOVED, CHANGED, ADDED):
        if section in sections:
            blocks += [f"### {section}", "\n".join(sections[section])]
    return "\n\n".join(blocks)


def _split(line: str) -> tuple[str, str]:
    section, separator, text = line.partition(": ")
    return (section, text) if separator and section in (REMOVED, CHANGED, ADDED) else (CHANGED, line)
