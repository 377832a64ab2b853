"""A project's own templates/, each of which replaces nemogen's of the same path. Cheap to import."""

from __future__ import annotations

import atexit
import hashlib
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from nemogen.errors import ConfigError, Location, Problem
from nemogen.light_dataclasses import dataclass
from nemogen.text_safety import in_toml
from nemogen.toml_text import TOMLDecodeError, parse_toml

ORIGINS: Final = "origins.toml"
"""In templates/ of a project: by path of an ejected template, the hash of nemogen's that it was made from."""

TOOL_FOLDER: Final = "openapi-python-client"
"""The folder of templates/ that overlays the templates of that tool, where it writes a package."""

_FOLDERS: Final = ("client", "models")

_OPEN: Final = ExitStack()
atexit.register(_OPEN.close)


@dataclass(frozen=True, slots=True)
class Template:
    """One template: its path below templates/, whether the project has its own, and whether ours changed since."""

    path: str
    is_own: bool
    is_outdated: bool


def template_paths(folder: Path) -> tuple[str, ...]:
    """The templates below `folder`, with /, sorted; without those that openapi-python-client reads."""
    found = (each.relative_to(folder) for each in folder.rglob("*.jinja*") if each.is_file())
    return tuple(sorted(each.as_posix() for each in found if each.parts[0] != TOOL_FOLDER))


def overlaid(own: Path, ours: Path) -> Path:
    """A folder with the templates of `ours`, those of `own` in their place; it is removed when the process ends.

    Raises ConfigError for a template of `own` that replaces none of `ours`.
    """
    refuse_unknown(own, ours)
    from nemogen.temporary_folders import temporary_folder

    folder = _OPEN.enter_context(temporary_folder()) / "templates"
    shutil.copytree(ours, folder)
    for path in template_paths(own):
        shutil.copyfile(own / path, folder / path)
    return folder


def refuse_unknown(own: Path, ours: Path) -> None:
    """Raises ConfigError with each template of `own` that replaces none of `ours`, and what it may be meant to be."""
    known = template_paths(ours)
    unknown = [path for path in sorted({*template_paths(own), *_files_beside(own)}) if path not in known]
    if unknown:
        raise ConfigError.of([_unknown(path, known) for path in unknown])


def _files_beside(folder: Path) -> Iterator[str]:
    """The files in the folders of templates, whatever they are called: `client.py` is a misspelled `client.py.jinja`.
    Other folders in the project's templates/ are not nemogen's."""
    for name in _FOLDERS:
        for path in (folder / name).rglob("*"):
            if path.is_file() and not path.name.startswith(".") and path.suffix != ".pyc":
                yield path.relative_to(folder).as_posix()


def _unknown(path: str, known: tuple[str, ...]) -> Problem:
    from difflib import get_close_matches

    near = get_close_matches(path, known, 1)
    remedy = f"Did you mean templates/{near[0]}?" if near else "List them: nemogen templates."
    return Problem("replaces no template of nemogen", Location(f"templates/{path}"), remedy)


def listed(own: Path, ours: Path) -> tuple[Template, ...]:
    """Every template. Where `own` is `ours` (nemogen's own repository) the project has none of its own.

    Raises ConfigError for origins that cannot be read.
    """
    is_ours = own.is_dir() and own.samefile(ours)
    origins, mine = read_origins(own), set() if is_ours else set(template_paths(own))
    return tuple(
        Template(path, path in mine, path in mine and path in origins and origins[path] != _digest(ours / path))
        for path in template_paths(ours)
    )


def read_origins(own: Path) -> dict[str, str]:
    """By path of an ejected template, the hash of its origin. Raises ConfigError."""
    file = own / ORIGINS
    if not file.is_file():
        return {}
    try:
        found = parse_toml(file.read_text(encoding="utf-8"))
    except (TOMLDecodeError, UnicodeDecodeError) as error:
        where = Location(f"templates/{ORIGINS}")
        raise ConfigError(f"not valid TOML: {error}", where=where, remedy="Take it back from git.") from None
    return {path: str(digest) for path, digest in found.items()}


def ejected(path: str, own: Path, ours: Path) -> dict[str, bytes]:
    """What `eject` writes below templates/: the template, and the hashes of origins with its own.

    Raises ConfigError where there is no such template, or the project has its own already.
    """
    known = template_paths(ours)
    if path not in known:
        raise ConfigError.of([_unknown(path, known)])
    if own.is_dir() and own.samefile(ours):
        where = Location("templates")
        raise ConfigError("these are nemogen's own templates", where=where, remedy="Edit them here; nothing to eject.")
    if (own / path).exists():
        where = Location(f"templates/{path}")
        raise ConfigError("the project has its own already", where=where, remedy="Edit it, or remove it first.")
    origins = {**read_origins(own), path: _digest(ours / path)}
    text = "".join(f"{in_toml(each)} = {in_toml(origins[each])}\n" for each in sorted(origins))
    head = "# Written by `nemogen templates eject`: the origin of each template here, by its hash.\n"
    return {path: (ours / path).read_bytes(), ORIGINS: f"{head}{text}".encode()}


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
