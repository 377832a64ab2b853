"""Detects that a newer nemogen wrote the files of an API, to explain why one cannot be read."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Final

from nemogen.errors import InputFault, Location, Problem
from nemogen.installed_tools import tool_versions

_NUMBERS: Final = re.compile(r"[0-9]{1,9}")
_LARGEST: Final = 64 << 20


def with_newer_writer(error: InputFault, lock: Path, shown_as: str) -> InputFault:
    """The error, with an explanation first if lock.json says that a newer nemogen wrote the files."""
    version, own = _writer(lock), tool_versions(("nemogen",)).get("nemogen", "")
    if not version or not own or _numbers(version) <= _numbers(own):
        return error
    what = f"nemogen {version} wrote the files of this API, and this is {own}: they may be of a newer format"
    remedy = f"Install that version or a later one: pip install --upgrade 'nemogen>={version}'"
    return type(error).of((Problem(what, Location(shown_as), remedy), *error.problems))


def _writer(lock: Path) -> str:
    """The version that a lock of any format names, empty if there is none."""
    try:
        if lock.stat().st_size > _LARGEST:
            return ""
        version = json.loads(lock.read_bytes())["tools"]["nemogen"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return ""
    return version if isinstance(version, str) and re.fullmatch(r"[0-9][\w.+-]{0,40}", version, re.ASCII) else ""


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(each) for each in _NUMBERS.findall(version)[:3])
