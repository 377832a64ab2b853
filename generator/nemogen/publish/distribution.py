"""Wheel and sdist of a package: the same files give the same bytes on any machine, day and Python.

The package's own backend builds it (PEP 517). What backends take from the machine is normalized
afterwards: order, times, owners and permissions of the files in both archives, and how they are compressed.
"""

from __future__ import annotations

import base64
import csv
import gzip
import hashlib
import io
import sys
import tarfile
import time
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from nemogen.document import Files
from nemogen.errors import Location, TemplateError, ToolError
from nemogen.light_dataclasses import dataclass
from nemogen.redact import presentable
from nemogen.temporary_folders import temporary_folder

if TYPE_CHECKING:
    from build import ProjectBuilder

INSTALL: Final = "Install what a release needs: pip install 'nemogen[release]'"
_LONGEST: Final = 4_000
_LEVEL: Final = 9


@dataclass(frozen=True, slots=True)
class Distribution:
    """A wheel or an sdist that was built."""

    name: str
    content: bytes

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


def build_distributions(
    files: Files, epoch: int, shown_as: str, describe: Callable[[bytes], bytes]
) -> tuple[Distribution, Distribution]:
    """The wheel and the sdist of a package made of `files`, all dated `epoch` (Unix time, UTC).

    `describe` makes the SBOM, which goes into the wheel, of the METADATA of the wheel. Raises ToolError if what the
    build needs is not installed, TemplateError if the package cannot be built (`shown_as` is the file to name).
    """
    with temporary_folder() as folder:
        source, built = folder / "source", folder / "built"
        for path, content in files.items():
            target = source / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        made = _build(source, built, epoch, shown_as)
        wheel, sdist = (Distribution(made[kind].name, made[kind].read_bytes()) for kind in ("wheel", "sdist"))
    even_wheel = _repack_wheel(wheel.content, epoch, describe)
    return Distribution(wheel.name, even_wheel), Distribution(sdist.name, _repack_sdist(sdist.content, epoch, files))


def _build(source: Path, built: Path, epoch: int, shown_as: str) -> dict[str, Path]:
    """The sdist first: it must not contain the folders that a wheel's build leaves behind."""
    try:
        from build import BuildException, ProjectBuilder
        from pyproject_hooks import quiet_subprocess_runner
    except ImportError:
        raise ToolError("the library `build` is not installed", remedy=INSTALL) from None

    def run(cmd: Any, cwd: str | None = None, extra_environ: Mapping[str, str] | None = None) -> None:
        # https://reproducible-builds.org/specs/source-date-epoch/
        fixed = {"SOURCE_DATE_EPOCH": str(epoch), "PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8"}
        quiet_subprocess_runner(cmd, cwd, {**(extra_environ or {}), **fixed})

    try:
        builder = ProjectBuilder(source, sys.executable, run)
        return {kind: _built(builder, kind, built) for kind in ("sdist", "wheel")}
    except BuildException as error:
        remedy = "Build it by hand to see more: python -m build. Its pyproject.toml is rendered from a template."
        raise TemplateError(_words(error), where=Location(shown_as), remedy=remedy) from error


def _built(builder: ProjectBuilder, kind: Any, folder: Path) -> Path:
    missing = sorted({each[-1] for each in builder.check_dependencies(kind)})
    if missing:
        raise ToolError(f"the build of the package needs {', '.join(missing)}", remedy=INSTALL)
    return Path(builder.build(kind, folder))


def _words(error: Exception) -> str:
    """The backend's output, else the error's message."""
    output = getattr(getattr(error, "exception", None), "output", None)
    said = output.decode(errors="replace").strip() if isinstance(output, bytes) else ""
    return presentable(f"the package cannot be built: {said[-_LONGEST:] or error}")


def _repack_wheel(wheel: bytes, epoch: int, describe: Callable[[bytes], bytes]) -> bytes:
    """With the SBOM under .dist-info/sboms/ (PEP 770), and RECORD, which comes last (PEP 427), written again."""
    with zipfile.ZipFile(io.BytesIO(wheel)) as archive:
        found = {each: archive.read(each) for each in archive.namelist() if not each.endswith("/")}
    record = next(each for each in found if each.endswith(".dist-info/RECORD"))
    info = record.rpartition("/")[0]
    del found[record]
    found[f"{info}/sboms/nemogen.cdx.json"] = describe(found[f"{info}/METADATA"])
    names = sorted(found, key=lambda each: (each.startswith(f"{info}/"), each))
    found[record] = _record({each: found[each] for each in names}, record)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        for name in (*names, record):
            entry = zipfile.ZipInfo(name, time.gmtime(max(epoch, _FIRST_OF_ZIP))[:6])
            entry.external_attr = 0o100644 << 16
            entry.create_system = 3  # Unix, on every build machine
            archive.writestr(entry, found[name], zipfile.ZIP_DEFLATED, _LEVEL)
    return packed.getvalue()


_FIRST_OF_ZIP: Final = 315_532_800
"""1980: no file of a zip archive can be older."""


def _record(files: Files, own: str) -> bytes:
    """The RECORD of a wheel (PEP 376): path, hash and size of each file; of itself the path alone."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    for path, content in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
        writer.writerow((path, f"sha256={digest}", len(content)))
    writer.writerow((own, "", ""))
    return text.getvalue().encode()


def _repack_sdist(sdist: bytes, epoch: int, files: Files) -> bytes:
    """In a fixed order, with one time and no owner, and with all files of the package: backends drop files that they do
    not know, such as tests and the changelog."""
    with tarfile.open(fileobj=io.BytesIO(sdist)) as before:
        found = {each.name: opened.read() for each in before.getmembers() if (opened := before.extractfile(each))}
    root = min(found).partition("/")[0]
    found = {f"{root}/{path}": content for path, content in files.items()} | found
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as after:
        for name in sorted(found):
            entry = tarfile.TarInfo(name)
            entry.size, entry.mtime, entry.mode = len(found[name]), epoch, 0o644
            after.addfile(entry, io.BytesIO(found[name]))
    return gzip.compress(packed.getvalue(), _LEVEL, mtime=epoch)
