"""The paths of a project. Cheap to import: every command begins here."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from nemogen.api_name import problem_of_api_name
from nemogen.errors import ConfigError, Location
from nemogen.light_dataclasses import dataclass
from nemogen.links import refuse_links
from nemogen.pin_names import PIN_NAMES

if TYPE_CHECKING:
    from nemogen.config import FileSource, Settings

_MAX_SETTINGS = 1 << 20


@dataclass(frozen=True, slots=True)
class ApiPaths:
    """The files and folders of one API, as absolute paths: those in its `folder` below specs/, and the others."""

    folder: Path
    pin: Path
    generated: Path
    recordings: Path

    @property
    def settings(self) -> Path:
        return self.folder / "api.toml"

    @property
    def overlay(self) -> Path:
        return self.folder / "overlay.yaml"

    @property
    def names(self) -> Path:
        return self.folder / "names.toml"

    @property
    def like(self) -> Path:
        return self.folder / "like.toml"

    @property
    def notes(self) -> Path:
        return self.folder / "notes.md"

    @property
    def custom(self) -> Path:
        return self.folder / "custom"

    @property
    def approvals(self) -> Path:
        return self.folder / "approvals.toml"

    @property
    def severity(self) -> Path:
        return self.folder / "severity.toml"

    @property
    def lock(self) -> Path:
        return self.folder / "lock.json"

    @property
    def releases(self) -> Path:
        return self.folder / "releases.json"

    @property
    def published(self) -> Path:
        return self.folder / "published.toml"


@dataclass(frozen=True, slots=True)
class Project:
    """A folder that holds specs/, generated/ and tests/recordings/; `root` is absolute and without symbolic links."""

    root: Path

    @classmethod
    def find(cls, given: Path | None = None, start: Path | None = None) -> Project:
        """The project at `given`, else the nearest folder at or above `start` (default: the current one) with specs/.

        A folder with pyproject.toml but no specs/ ends the walk too: `nemogen add` makes specs/ there. Raises
        ConfigError when there is none.
        """
        if given is not None:
            if not given.is_dir():
                raise ConfigError("no such folder", where=Location(str(given)), remedy="Correct --project.")
            return cls(given.resolve())
        here = (start or Path.cwd()).resolve()
        for folder in (here, *here.parents):
            if (folder / "specs").is_dir() or (folder / "pyproject.toml").is_file():
                return cls(folder)
        remedy = "Change to the project's folder, or name it with --project. nemogen init starts a project."
        raise ConfigError("no project here: no specs/ and no pyproject.toml", where=Location(str(here)), remedy=remedy)

    def apis(self) -> tuple[str, ...]:
        """Names of all folders under specs/ that hold an api.toml, sorted."""
        specs = self.root / "specs"
        if not specs.is_dir():
            return ()
        return tuple(sorted(folder.name for folder in specs.iterdir() if (folder / "api.toml").is_file()))

    def select(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """`names` if each is an API here, all APIs if `names` is empty. Raises ConfigError for one that is not."""
        known = self.apis()
        for name in names:
            if name not in known:
                raise ConfigError(f"no API {name!r}", where=Location("specs"), remedy=_remedy_for(name, known))
        if not known:
            raise ConfigError(
                "no API here", where=Location(str(self.root / "specs")), remedy=self._remedy_without_apis()
            )
        return tuple(dict.fromkeys(names)) or known

    def _remedy_without_apis(self) -> str:
        """Where projects are nested, the outer one may be meant."""
        outer = next((folder for folder in self.root.parents if Project(folder).apis()), None)
        first = "Start with one: nemogen add NAME SOURCE."
        return f"{first} The project around this one has APIs: --project {outer}." if outer else first

    def paths(self, api: str) -> ApiPaths:
        """Paths of `api`, which need not exist. Raises ConfigError for a name that could leave the project."""
        fault = problem_of_api_name(api)
        if fault:
            raise ConfigError(fault, where=Location("specs"), remedy="Choose a name like my-api.")
        folder = self.root / "specs" / api
        return ApiPaths(
            folder=folder,
            pin=next((pin for name in PIN_NAMES if (pin := folder / name).is_file()), folder / PIN_NAMES[0]),
            generated=self.root / "generated" / api,
            recordings=self.root / "tests" / "recordings" / api,
        )

    def settings(self, api: str) -> Settings:
        """Settings of `api` from its api.toml. Raises ConfigError when that is missing, too large or wrong."""
        from nemogen.read_config import read_settings

        path = self.paths(api).settings
        where = Location(self.relative(path))
        try:
            with path.open("rb") as file:
                content = file.read(_MAX_SETTINGS + 1)
        except OSError as error:
            remedy = "Start with: nemogen add NAME SOURCE."
            raise ConfigError(f"cannot be read: {error.strerror}", where=where, remedy=remedy) from None
        if len(content) > _MAX_SETTINGS:
            raise ConfigError(f"larger than {_MAX_SETTINGS:,} bytes", where=where, remedy="Make it smaller.")
        return read_settings(api, content, where.file)

    def source_file(self, source: FileSource) -> Path:
        """Absolute path of a source that is a file. Raises ConfigError where a link in it leads out of the project,
        unless the path itself does so."""
        path = self.root / source.path
        if source.is_outside:
            return path
        refuse_links(self.root, path)
        return path

    def refuse_links(self, api: str) -> None:
        """Raises ConfigError for a symbolic link in a folder of `api` that leads out of the project."""
        paths = self.paths(api)
        refuse_links(self.root, paths.settings.parent, paths.generated, paths.recordings)

    def relative(self, path: Path) -> str:
        """`path` as shown in messages and kept in files: relative to the root, with /."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.as_posix()


def _remedy_for(name: str, known: tuple[str, ...]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, known, 1)
    return f"Did you mean {near[0]}?" if near else f"Known: {', '.join(known) or 'none'}."
