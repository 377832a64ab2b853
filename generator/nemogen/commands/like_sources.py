"""Where another client is read from: an installed distribution, one of PyPI, a folder, a wheel or a stainless.yml.

The code of others is read, never imported or run: pip downloads a wheel, for which it runs nothing of the package.
"""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import zipfile
from importlib import metadata
from pathlib import Path
from typing import Final

from nemogen.errors import ConfigError, Location, NetworkError, ToolError
from nemogen.like.foreign_client import ForeignClient
from nemogen.like.python_client import read_python_client
from nemogen.like.stainless_config import read_stainless_config
from nemogen.redact import presentable
from nemogen.source.bounded_read import read_bounded
from nemogen.temporary_folders import temporary_folder

DOCUMENT: Final = "document"
"""What `--like` has for the extensions in the spec itself."""
_REQUIREMENT: Final = re.compile(r"([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)(?:==([A-Za-z0-9][A-Za-z0-9.!+_-]*))?")
_MOST_BYTES: Final = 256 << 20
_SECONDS: Final = 300
_FORMS: Final = (
    "Give PACKAGE==VERSION, a folder or a wheel with a Python package, a stainless.yml, or `document` for the "
    "extensions in the spec itself."
)


def refuse_unknown_form(like: str) -> None:
    """Raise ConfigError for what names no client, before anything is fetched."""
    if like != DOCUMENT and not Path(like).exists() and not _REQUIREMENT.fullmatch(like):
        raise ConfigError("neither a file nor PACKAGE==VERSION", where=Location(presentable(like)), remedy=_FORMS)


def find_client(like: str) -> ForeignClient:
    """The client that `--like` names, `document` aside.

    Raises ConfigError for what is no client, SpecError, ToolError without pip, NetworkError where pip cannot get it.
    """
    path = Path(like)
    if path.is_dir():
        return read_python_client(_files_below(path), path.resolve().name)
    if path.is_file():
        return _read_file(path)
    requirement = _REQUIREMENT.fullmatch(like)
    if requirement is None:
        raise ConfigError("neither a file nor PACKAGE==VERSION", where=Location(presentable(like)), remedy=_FORMS)
    name, version = requirement[1], requirement[2]
    return _installed(name, version) or _downloaded(like)


def _read_file(path: Path) -> ForeignClient:
    content = read_bounded(path, path.name, _MOST_BYTES)
    if path.suffix in (".yml", ".yaml"):
        return read_stainless_config(content, path.name)
    if path.suffix == ".whl":
        return read_python_client(_files_of_wheel(content, path.name), _label(path))
    raise ConfigError("neither a wheel nor YAML", where=Location(str(path)), remedy=_FORMS)


def _files_below(folder: Path) -> dict[str, bytes]:
    """The modules in a folder: that of a package, or one with packages (also below src/)."""
    top = folder.resolve()
    base = top.parent if (top / "__init__.py").is_file() else top / "src" if (top / "src").is_dir() else top
    found: dict[str, bytes] = {}
    size = 0
    for place, folders, names in os.walk(top if base != top / "src" else base):
        folders[:] = [each for each in folders if not each.startswith(".") and each != "__pycache__"]
        for name in names:
            path = Path(place, name)
            if path.suffix == ".py" and not path.is_symlink():
                content = read_bounded(path, name)
                size += len(content)
                _refuse_size(size, str(folder))
                found[path.relative_to(base).as_posix()] = content
    return found


def _refuse_size(size: int, label: str) -> None:
    if size > _MOST_BYTES:
        remedy = "Give the folder of the client alone."
        raise ConfigError(f"larger than {_MOST_BYTES:,} bytes", where=Location(label), remedy=remedy)


def _files_of_wheel(content: bytes, label: str) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as wheel:
            entries = [each for each in wheel.infolist() if each.filename.endswith(".py")]
            _refuse_size(sum(each.file_size for each in entries), label)
            return {each.filename: wheel.read(each) for each in entries}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, OSError) as error:
        what = f"not a wheel: {type(error).__name__}"
        raise ConfigError(what, where=Location(label), remedy="Download it again.") from None


def _label(path: Path) -> str:
    """The distribution and version of a wheel, from its file name: "openai==3.57.0"."""
    name, version, *_ = (*path.stem.split("-"), "", "")
    return f"{name.replace('_', '-')}=={version}"


def _installed(name: str, version: str | None) -> ForeignClient | None:
    """The distribution of this Python, where it is there in that version; None where it is not."""
    try:
        found = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return None
    if version is not None and found.version != version:
        return None
    paths = [(str(each), Path(str(each.locate()))) for each in found.files or () if str(each).endswith(".py")]
    files = {name: path.read_bytes() for name, path in paths if ".." not in Path(name).parts and path.is_file()}
    return read_python_client(files, f"{name}=={found.version}") if files else None


def _downloaded(requirement: str) -> ForeignClient:
    with temporary_folder() as folder:
        options = ("--no-deps", "--only-binary", ":all:", "--quiet", "--disable-pip-version-check", "--no-input")
        command = [sys.executable, "-m", "pip", "download", *options, "--dest", str(folder), "--", requirement]
        try:
            done = subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, timeout=_SECONDS, check=False)
        except subprocess.TimeoutExpired:
            what = f"pip took longer than {_SECONDS} s"
            raise NetworkError(what, where=Location(requirement), remedy="Try again, or download its wheel.") from None
        wheels = sorted(folder.glob("*.whl"))
        if done.returncode or not wheels:
            raise _not_downloaded(requirement, done.stderr.decode(errors="replace"))
        return read_python_client(_files_of_wheel(wheels[0].read_bytes(), wheels[0].name), _label(wheels[0]))


def _not_downloaded(requirement: str, output: str) -> NetworkError | ToolError:
    where = Location(requirement)
    if "No module named pip" in output:
        remedy = "Install pip, or download the wheel and give its path."
        return ToolError("pip, which would download it, is not installed", where=where, remedy=remedy)
    last = next((line for line in reversed(output.splitlines()) if line.strip()), "no wheel")
    remedy = "Correct the name and the version, or download the wheel and give its path."
    return NetworkError(f"pip cannot download it: {presentable(last)}", where=where, remedy=remedy)
