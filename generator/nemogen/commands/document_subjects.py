"""Subjects of a report about the document of a package, and about what its engine omits."""

from __future__ import annotations

from collections.abc import Iterator

from nemogen.commands.build import BuiltApi
from nemogen.findings import Finding, Level
from nemogen.report.model import State, Subject


def document_subjects(made: BuiltApi) -> Iterator[Subject]:
    """The repairs of the document and what the client does not do with it; what the engine left out; unused actions."""
    unused = made.corrected.unused
    if unused:
        yield Subject("overlay", State.UNUSED, "actions that match nothing", unused)
    found = tuple(each for each in made.corrected.findings if each not in unused)
    yield Subject("document", State.DONE, _counted(found), found)
    if made.losses:
        yield Subject("engine", State.DONE, f"{made.api.settings.client.engine} leaves out", made.losses)


def _counted(findings: tuple[Finding, ...]) -> str:
    lost = sum(each.level is Level.RISKY for each in findings)
    return "" if not lost else "1 thing is not in the client" if lost == 1 else f"{lost} things are not in the client"
