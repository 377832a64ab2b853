"""From a made package to the set of files that change on disk, with hand edits respected."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from generator.errors import HandEdited, Place, Problem
from generator.pipeline.apis import Api
from generator.pipeline.making import Made, written_paths
from generator.spec.lock import Lock, hash_folder, sha256

_SHOWN_LINES = 12

_ADDRESSES = (
    ("/_runtime/", "generator/runtime/"),
    ("/models.py", "specs/{api}/overlay.yaml (what the API says) or templates/models/ (how it is written)"),
    ("/params.py", "specs/{api}/overlay.yaml (what the API says) or templates/models/ (how it is written)"),
    ("CHANGELOG.md", "specs/{api}/releases.json"),
    ("tests/", "tests/recordings/{api}/"),
    ("", "templates/client/, or specs/{api}/overlay.yaml where it is what the API says"),
)
"""Where a change belongs, by a part of the path of the file that was edited; the first that fits."""


def changes_on_disk(made: Made, *, force: bool) -> dict[str, bytes | None]:
    """Path to content (None: delete) for all that the API's package, pin, lock and releases need.

    Only files that the lock knows are deleted. Raises HandEdited, with what was edited and where the change belongs,
    unless `force`d.
    """
    api = made.api
    folder = api.project.relative(api.paths.generated)
    changes: dict[str, bytes | None] = dict(written_paths(made))
    if api.lock is None:
        return changes
    if not force:
        refuse_hand_edits(api, api.lock, made)
    gone = api.lock.files.keys() - made.files.keys()
    return changes | {f"{folder}/{path}": None for path in gone}


def refuse_hand_edits(api: Api, lock: Lock, made: Made) -> None:
    """Raises HandEdited where a file that would be overwritten or deleted is not as it was written."""
    on_disk = hash_folder(api.paths.generated)
    edited = [
        path
        for path, written in lock.files.items()
        if path in on_disk and on_disk[path] != written and on_disk[path] != _new_hash(made, path)
    ]
    taken = [
        path
        for path in made.files
        if path not in lock.files and on_disk.get(path, "") not in {"", _new_hash(made, path)}
    ]
    problems = [_problem(api, path, made) for path in sorted((*edited, *taken))]
    if problems:
        first, *others = problems
        raise HandEdited(first.what, where=first.where, remedy=first.remedy, others=tuple(others))


def _new_hash(made: Made, path: str) -> str:
    return sha256(made.files[path]) if path in made.files else ""


def _problem(api: Api, path: str, made: Made) -> Problem:
    file = f"{api.project.relative(api.paths.generated)}/{path}"
    address = next(place for part, place in _ADDRESSES if part in path).format(api=api.name)
    difference = "\n".join(_difference(api, path, made))
    return Problem(
        f"the file was edited by hand{difference and chr(10)}{difference}",
        Place(file),
        f"The change belongs to {address}. To lose it: --force.",
    )


def _difference(api: Api, path: str, made: Made) -> Iterator[str]:
    """The first lines of what a hand changed, as against what would be written."""
    try:
        edited = (api.paths.generated / path).read_text(encoding="utf-8").splitlines()
        ours = made.files.get(path, b"").decode().splitlines()
    except UnicodeDecodeError:
        return
    lines = [
        line for line in difflib.unified_diff(ours, edited, lineterm="", n=0) if not line.startswith(("---", "+++"))
    ]
    yield from (f"    {line}" for line in lines[:_SHOWN_LINES])
    if len(lines) > _SHOWN_LINES:
        yield f"    … and {len(lines) - _SHOWN_LINES} lines more"
