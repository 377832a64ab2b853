"""What the callers of a generated package notice in its source."""

from __future__ import annotations

from dataclasses import replace

from nemogen.commands.api import Api
from nemogen.commands.policy import Policy
from nemogen.document import Files
from nemogen.errors import Location
from nemogen.findings import Finding, Level


def source_changes(
    api: Api, before: Files, after: Files, wire: tuple[Finding, ...], policy: Policy
) -> tuple[Finding, ...]:
    """What the callers of a package notice in its source, with the levels of `policy`.

    Where neither that nor the wire says that there is anything to notice, the code has to be equal: that proves it.
    """
    from nemogen.diff.python import compare_source
    from nemogen.diff.python.code_equality import code_changes
    from nemogen.diff.versioning import release_level

    old, new = ({path: each for path, each in files.items() if is_code(path)} for files in (before, after))
    found = compare_source(old, new)
    if release_level((*wire, *found)) is Level.DOCS:
        found = (*found, *code_changes(old, new))
    folder = api.project.relative(api.paths.generated)
    return policy.levelled([_inside(folder, each) for each in found])


def _inside(folder: str, finding: Finding) -> Finding:
    """The finding with locations as they are seen from the project, not from the package."""

    def place(each: Location) -> Location:
        return replace(each, file=f"{folder}/{each.file}")

    return replace(
        finding,
        base=finding.base and place(finding.base),
        revision=finding.revision and place(finding.revision),
        locations=tuple(map(place, finding.locations)),
    )


def is_code(path: str) -> bool:
    """Whether a file of a package is one of its modules, which callers import."""
    return path.startswith("src/") and path.endswith(".py")
