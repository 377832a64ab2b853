"""From a made package to the set of files that change on disk, with hand edits respected."""

from __future__ import annotations

import difflib
import itertools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from nemogen.commands.api import Api
from nemogen.commands.build import BuiltApi, written_paths
from nemogen.commands.earlier_packages import files_of_earlier_locks
from nemogen.commands.obsolete import obsolete_files
from nemogen.errors import HandEdited, Location, Problem
from nemogen.publish.git import Repository
from nemogen.source.file_hashes import file_hash, hash_folder

_SHOWN_LINES = 12

_MIXIN = "or a mixin in specs/{api}/custom/ (what you add)"
_OF_TYPES = f"specs/{{api}}/overlay.yaml (what the API says), templates/models/ (how it is written), {_MIXIN}"
_OF_CODE = f"specs/{{api}}/overlay.yaml (what the API says), templates/client/ (how it is written), {_MIXIN}"

_ADDRESSES = (
    ("/tests/custom/", "specs/{api}/custom/tests/"),
    ("/custom/", "specs/{api}/custom/"),
    ("/_runtime/", "nemogen itself; what you add, to a mixin of the client in specs/{api}/custom/"),
    ("/models.py", _OF_TYPES),
    ("/params.py", "specs/{api}/overlay.yaml (what the API says) or templates/models/ (how it is written)"),
    ("/models/", _OF_TYPES),
    ("/params/", "specs/{api}/overlay.yaml (what the API says) or templates/models/ (how it is written)"),
    ("/CHANGELOG.md", "specs/{api}/releases.json"),
    ("/tests/", "tests/recordings/{api}/"),
    ("/src/", _OF_CODE),
    ("", "templates/client/, or specs/{api}/overlay.yaml where it is what the API says"),
)
"""Where a change belongs, by a part of the path of the file that was edited; the first that fits."""


def changes_on_disk(
    made: BuiltApi, repository: Repository | None, *, force: bool, notify: Callable[[str], None]
) -> dict[str, bytes | None]:
    """Path to content (None: delete) for all that the API's package, pin, lock and releases need.

    Only files that nemogen wrote, by the lock or by what was committed, and that are as it wrote them are deleted.
    Unless `force`d, raises HandEdited with what was edited and where the change belongs; the differences go to
    `notify`, line by line.
    """
    api = made.api
    folder = api.project.relative(api.paths.generated)
    on_disk = hash_folder(api.paths.generated)
    if not force:
        _refuse_hand_edits(made, on_disk, notify, busy=repository.in_progress() if repository else None)
    written = {*(api.lock.files.items() if api.lock else ()), *_left_in_head(made, repository).items()}
    removed = [path for path, digest in sorted(written) if path not in made.files and on_disk.get(path) == digest]
    wanted = written_paths(made)
    if not force:
        wanted = {path: content for path, content in wanted.items() if not _has_other_line_endings(api, path, content)}
    return {**wanted, **dict.fromkeys((*(f"{folder}/{path}" for path in removed), *api.other_pins()))}


def _has_other_line_endings(api: Api, path: str, content: bytes) -> bool:
    """Whether the file on disk is this content as git checked it out with core.autocrlf: git takes a rewrite with other
    line endings for a change that it then cannot commit."""
    file = api.project.root / path
    if not file.is_file() or file.is_symlink():
        return False
    there = file.read_bytes()
    return there != content and there.replace(b"\r\n", b"\n") == content


def _left_in_head(made: BuiltApi, repository: Repository | None) -> Mapping[str, str]:
    head = repository.head() if repository else None
    return obsolete_files(made.api, made.files, repository, head) if repository and head else {}


def _refuse_hand_edits(
    made: BuiltApi, on_disk: Mapping[str, str], notify: Callable[[str], None], *, busy: str | None
) -> None:
    """A file may be overwritten or deleted if it is as the lock or an earlier one says, or as it would be written.

    `busy` is what git is amid, such as a merge: it may have changed the file.
    """
    api = made.api
    written = api.lock.files if api.lock else {}
    paths = sorted({*written, *made.files} & on_disk.keys())
    foreign = [path for path in paths if on_disk[path] not in {written.get(path), _new_hash(made, path)}]
    earlier = files_of_earlier_locks(api, [path for path in foreign if path in written])
    foreign = [path for path in foreign if path not in earlier]
    problems = [_problem(api, path, made, notify) for path in foreign]
    if problems and busy:
        merged = f"{busy} is in progress: where it changed the file, and no person did, regenerate it with --force."
        problems = [replace(each, remedy=f"{each.remedy} {merged[0].upper()}{merged[1:]}") for each in problems]
    if problems:
        raise HandEdited.of(problems)


def _new_hash(made: BuiltApi, path: str) -> str | None:
    return file_hash(made.files[path]) if path in made.files else None


def _problem(api: Api, path: str, made: BuiltApi, notify: Callable[[str], None]) -> Problem:
    file = f"{api.project.relative(api.paths.generated)}/{path}"
    address = next(place for part, place in _ADDRESSES if part in f"/{path}").format(api=api.name)
    difference = tuple(_difference(api, path, made))
    if difference:
        notify(f"{file}, from what nemogen writes to what is there:")
    for line in difference[:_SHOWN_LINES]:
        notify(f"    {line}")
    if len(difference) > _SHOWN_LINES:
        notify(f"    … and {len(difference) - _SHOWN_LINES} lines more")
    known = api.lock is not None and path in api.lock.files
    what = "the file was modified by hand" if known else "a file that nemogen did not write is in the way"
    return Problem(what, Location(file), f"The change belongs to {address}. To lose it: --force.")


def _difference(api: Api, path: str, made: BuiltApi) -> Iterator[str]:
    """The lines that a person removed (-) and added (+), below their line numbers (@@)."""
    try:
        edited = (api.paths.generated / path).read_text(encoding="utf-8").splitlines()
        ours = made.files.get(path, b"").decode().splitlines()
    except UnicodeDecodeError:
        return
    lines = difflib.unified_diff(ours, edited, lineterm="", n=0)
    # The first two lines name the two files, which have no names here.
    yield from itertools.islice(lines, 2, None)
