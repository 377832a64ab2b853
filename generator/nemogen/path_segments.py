"""The segments of a path that name something, and the parts of it that name the operation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from nemogen.light_dataclasses import dataclass
from nemogen.verbs import VERBS

_VERSION: Final = re.compile(r"v[0-9]+([a-z]+[0-9]*)?")
_VERSION_AT_ROOT: Final = re.compile(r"[0-9]+(\.[0-9]+)*|[0-9]{4}-[0-9]{2}(-[0-9]{2})?")
"""What is a version too where the path begins with it: /2/tweets, /2024-01-01/users."""
_HASH: Final = re.compile(
    r"(?=[a-f]*[0-9])[0-9a-f]{16,}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9]+", re.IGNORECASE
)
"""A segment that a machine made, or a number: /folders/0."""
_WORDS: Final = re.compile(r"[A-Z]?[a-z]{3,}|[0-9]+")
_FORMAT: Final = re.compile(r"(?<=[^/])\.(json|xml|yaml|csv|html|pdf|txt)$", re.IGNORECASE)
_CUSTOM_VERB: Final = re.compile(r":[A-Za-z]+$")
_DOTTED: Final = re.compile(
    r"(?!.*\.(?:bin|css|gif|gz|ico|jpe?g|js|md|png|svg|tar|webp|zip)$)[A-Za-z][A-Za-z0-9_]*(\.[A-Za-z][A-Za-z0-9_]*)+"
)
"""The name of a procedure, and not of a file: /chat.postMessage."""
_WITH_FORMAT: Final = re.compile(r"^([A-Za-z][A-Za-z0-9_-]*)\.\{[^{}]+\}$")
"""A name whose format is a placeholder: /thumbnail.{extension}."""
_FRAGMENT: Final = re.compile(r"#(([A-Za-z]+)[A-Za-z0-9_-]*)$")
_FRAGMENTS: Final = VERBS | {"stream"}


@dataclass(frozen=True, slots=True)
class PathSegments:
    """`fixed` are the segments that name something, `method` what names the operation alone, if anything does.

    `ends_fixed` says whether the path ends in a segment that is no placeholder.
    """

    fixed: tuple[str, ...]
    method: str = ""
    ends_fixed: bool = False


def path_segments(path: str, *, versions: bool = False) -> PathSegments:
    """The named segments of `path`; versions (`v1`) are included only if `versions` is set.

    A verb behind a colon names the operation (https://google.aip.dev/136). So does a verb in a fragment,
    which distinguishes operations of one path (/files/{id}#add_shared_link), and the end of a name with dots
    (/chat.postMessage).
    """
    path, _, custom = path.rpartition(":") if _CUSTOM_VERB.search(path) else (path, "", "")
    fragment = _fragment(path)
    path = path.removesuffix(f"#{fragment}")
    segments = [each for each in without_format(path).strip("/").split("/") if each]
    last = segments[-1] if segments else ""
    if _DOTTED.fullmatch(last) and not (custom or fragment):
        *owners, custom = last.split(".")
        segments[-1:] = owners
    fixed = tuple(_fixed(segments, versions))
    return PathSegments(fixed, custom or fragment, ends_fixed="{" not in last)


def _fragment(path: str) -> str:
    """The fragment of a path, where it begins with what is done."""
    found = _FRAGMENT.search(path)
    return found[1] if found and found[2].lower() in _FRAGMENTS else ""


def without_format(path: str) -> str:
    """The path without what names a format at its end, or a query: /Messages.json, /cancel?beta=true."""
    return _FORMAT.sub("", path.partition("?")[0])


def _fixed(segments: list[str], versions: bool) -> Iterator[str]:
    """The segments that name something: no placeholder, no hash, and no version unless `versions` is set."""
    named = (_WITH_FORMAT.sub(r"\1", each) for each in segments)
    for index, segment in enumerate(named):
        is_version = _VERSION.fullmatch(segment) or (index == 0 and _VERSION_AT_ROOT.fullmatch(segment))
        if "{" not in segment and (versions if is_version else not _HASH.fullmatch(segment)):
            yield _without_mark(segment)


def _without_mark(segment: str) -> str:
    """A name without what a machine put behind it (securityClassification-6VMVochwUWo): no words, in mixed case."""
    name, _, mark = segment.rpartition("-")
    rest = _WORDS.sub("", mark)
    is_made = len(rest) >= 5 and any(each.isdigit() for each in mark) and rest not in (rest.upper(), rest.lower())
    return name if name and is_made else segment


def split_version(path: str) -> tuple[str, str]:
    """The versions in a path, and the path without them."""
    parts = path.split("/")
    return (
        "/".join(each for each in parts if _VERSION.fullmatch(each)),
        "/".join(each for each in parts if not _VERSION.fullmatch(each)),
    )
