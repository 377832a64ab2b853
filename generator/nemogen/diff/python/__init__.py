"""The verdict on a package's source: what changes for those who call the generated Python."""

from __future__ import annotations

from nemogen.document import Files
from nemogen.findings import Finding


def compare_source(before: Files, after: Files) -> tuple[Finding, ...]:
    """What callers of a generated package notice, as findings in the names that they use.

    Both sides are path -> content, in memory; nothing is imported or run. Either may be empty. Raises `InputFault` for
    a module that is no Python.
    """
    if before == after:
        return ()
    from nemogen.diff.python.changes import findings
    from nemogen.diff.python.compare import compare
    from nemogen.diff.python.surface_reader import read

    return findings(compare(read(before), read(after)))
