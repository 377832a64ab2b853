"""published.toml: the version of a package that is approved for publishing."""

from __future__ import annotations

from typing import Final

from nemogen.errors import ConfigError, Location
from nemogen.merge_conflicts import refuse_merge_conflict
from nemogen.project import Project
from nemogen.schema_files import schema_comment
from nemogen.source.bounded_read import read_bounded
from nemogen.source.lock import VERSION_FORM
from nemogen.text_safety import in_toml
from nemogen.toml_faults import toml_fault
from nemogen.toml_text import parse_toml

_HEAD: Final = "# The version that is published. `nemogen release --pull-request` proposes the next one.\n"
_REMEDY: Final = 'Write it as version = "1.2.3", or restore the file from git.'
_LARGEST: Final = 1 << 16


def read_published(project: Project, api: str) -> str | None:
    """The approved version, None if there is no such file yet. Raises ConfigError, MergeConflict, CouldNot."""
    path = project.paths(api).published
    name = project.relative(path)
    return parse_published(read_bounded(path, name, _LARGEST), name) if path.exists() else None


def parse_published(content: bytes, file: str) -> str:
    """The version in `content`; `file` is the path for messages. Raises ConfigError, MergeConflict."""
    refuse_merge_conflict(content, file)
    where = Location(file)
    try:
        value = parse_toml(content.decode())
    except ValueError as error:
        raise toml_fault(error, content.decode(errors="replace"), file, _REMEDY) from None
    unknown = sorted(value.keys() - {"version"})
    if unknown:
        raise ConfigError(f"unknown key: {in_toml(unknown[0])}", where=where, remedy="The only key is `version`.")
    version = value.get("version")
    if not isinstance(version, str) or not VERSION_FORM.fullmatch(version):
        raise ConfigError("`version` is not a version of three numbers", where=where, remedy=_REMEDY)
    return version


def dump_published(version: str) -> bytes:
    """The file for this version."""
    return f"{schema_comment('published')}{_HEAD}version = {in_toml(version)}\n".encode()
