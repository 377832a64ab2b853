"""The options of `check`. Cheap to import: needed before it is known whether anything changed."""

from __future__ import annotations

from nemogen.light_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """`full` regenerates, and lets Python import and mypy check what is on disk; `strict` fails on any change.

    `project_code`: code of the project may be run, which its templates and the package on disk are. `jobs` is how many
    APIs are checked at once.
    """

    offline: bool = False
    full: bool = False
    strict: bool = False
    project_code: bool = True
    jobs: int = 1
