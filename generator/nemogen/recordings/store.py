"""Reads recordings from `<folder>/<operation>/<case>.json`; `publish` writes them."""

from __future__ import annotations

from pathlib import Path

from nemogen.errors import Location, Problem, RecordingError
from nemogen.recordings.reading import NAME, read_recording
from nemogen.recordings.recording import Recording
from nemogen.reserved_names import original_name, portable_name


def load_recordings(folder: Path, *, shown_as: str = "") -> tuple[Recording, ...]:
    """All recordings below `folder` (`tests/recordings/<api>`), by operation and case; none if there is no folder.

    `shown_as` replaces the folder in messages and in `Recording.file`. Raises RecordingError with the problems of all
    files; a file at another path than `<operation>/<case>.json` is a problem.
    """
    recordings: list[Recording] = []
    problems: list[Problem] = []
    for path in sorted(folder.rglob("*.json")):
        shown = "/".join((shown_as or folder.as_posix(), path.relative_to(folder).as_posix()))
        try:
            recordings.append(_load(path, folder, shown))
        except RecordingError as error:
            problems.extend(error.problems)
    if problems:
        first, *others = problems
        raise RecordingError(first.what, where=first.where, remedy=first.remedy, others=tuple(others))
    return tuple(recordings)


def load_recording(path: Path) -> Recording:
    """One file; operation and case come from its folder and name. Raises RecordingError."""
    return _load(path, path.parent.parent, path.as_posix())


def _load(path: Path, folder: Path, shown: str) -> Recording:
    parts = path.relative_to(folder).parts
    if len(parts) != 2 or not NAME.fullmatch(parts[0]) or not NAME.fullmatch(path.stem):
        remedy = "Move it to <operation>/<case>.json; both are letters, digits, '_', '-' and '.'."
        raise RecordingError("the file is not at the path of a recording", where=Location(shown), remedy=remedy)
    try:
        content = path.read_bytes()
    except OSError as error:
        remedy = "Correct its permissions, or record the case again."
        what = f"the recording cannot be read: {error.strerror}"
        raise RecordingError(what, where=Location(shown), remedy=remedy) from error
    return read_recording(content, shown, operation=original_name(parts[0]), case=original_name(path.stem))


def path_of(operation: str, case: str) -> str:
    """The path of a recording below the folder of its API. Raises RecordingError if its names are not valid for
    files."""
    for name in (operation, case):
        if not NAME.fullmatch(name):
            remedy = "Use letters, digits, '_', '-' and '.'."
            raise RecordingError(f"{name!r} is not a valid name for a recording", remedy=remedy)
    return f"{portable_name(operation)}/{portable_name(case)}.json"
