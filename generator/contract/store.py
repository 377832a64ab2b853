"""Where recordings lie: `<folder>/<operation>/<case>.json`. Nothing else in this package touches their files."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from generator.contract.reading import NAME, read_recording
from generator.contract.recording import Recording, write_recording
from generator.errors import Place, Problem, RecordingError, WriteError


def load_recordings(folder: Path, *, shown_as: str = "") -> tuple[Recording, ...]:
    """All recordings below `folder` (`tests/recordings/<api>`), by operation and case; none where there is no folder.

    `shown_as` replaces the folder in messages and in `Recording.file`. Raises RecordingError with the problems of all
    files; a file that does not lie at `<operation>/<case>.json` is one.
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
        raise RecordingError("the file does not lie where recordings lie", where=Place(shown), remedy=remedy)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise RecordingError(f"the recording cannot be read: {error.strerror}", where=Place(shown)) from error
    return read_recording(content, shown, operation=parts[0], case=path.stem)


def place_of(folder: Path, recording: Recording) -> Path:
    """Where the recording belongs. Raises RecordingError where its names are none for files."""
    for name in (recording.operation, recording.case):
        if not NAME.fullmatch(name):
            remedy = "Use letters, digits, '_', '-' and '.'."
            raise RecordingError(f"{name!r} cannot be the name of a recording", remedy=remedy)
    return folder / recording.operation / f"{recording.case}.json"


def save_recording(folder: Path, recording: Recording) -> Path:
    """Writes the recording in one step (a reader sees the old or the new file) and returns its path.

    The caller has scrubbed it. Raises WriteError.
    """
    path = place_of(folder, recording)
    content = write_recording(recording)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(temporary).chmod(0o644)
            Path(temporary).replace(path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        what = f"the recording could not be written: {error.strerror}"
        raise WriteError(what, where=Place(path.as_posix()), remedy="Make room, or allow writing there.") from error
    return path
