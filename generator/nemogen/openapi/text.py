"""The bytes of a JSON or YAML file as a value, strictly, with the location of all that is wrong."""

from __future__ import annotations

import re
from typing import Final

from nemogen.errors import Location as Location
from nemogen.errors import SpecError
from nemogen.findings import Finding, Level
from nemogen.light_dataclasses import dataclass
from nemogen.openapi.json_value import JsonValue
from nemogen.openapi.text_json import decode_json
from nemogen.openapi.text_positions import locate
from nemogen.openapi.text_yaml import decode_yaml

FETCH_AGAIN: Final = "Fetch it again, or take another source."
_YAML_LINE: Final = re.compile(r"(?m)^ *[A-Za-z\"'][^\n{]*:(\s|$)")
_AS_UTF_8: Final = "Save it as UTF-8 (RFC 8259, section 8.1)."
_NOT_TEXT: Final = (
    (b"\x1f\x8b", "it is compressed by gzip", "Decompress it."),
    (b"PK\x03\x04", "it is a ZIP archive", "Extract the document from it."),
    (b"%PDF", "it is a PDF", FETCH_AGAIN),
    (b"version https://git-lfs.", "it is a pointer of Git LFS", "Fetch the file that it stands for: git lfs pull."),
    (b"\xff\xfe", "it is text in UTF-16", _AS_UTF_8),
    (b"\xfe\xff", "it is text in UTF-16", _AS_UTF_8),
)
"""How files begin that are not UTF-8 documents, what they are, and how to go on."""
_MARKUP: Final = re.compile(rb"\s*<(!doctype|html|head|body|\?xml|!--)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ParsedText:
    """A parsed file with the bytes it came from. `findings` are its duplicate keys."""

    value: JsonValue
    findings: tuple[Finding, ...]
    content: bytes
    file: str

    def location(self, pointer: str) -> Location:
        """The location of a JSON Pointer, with line and column."""
        position = locate(self.content, [pointer])[pointer]
        return Location(self.file, pointer, position.line, position.column)


def parse_text(content: bytes, file: str) -> ParsedText:
    """Parse `content`; `file` is the name to show: .yaml and .yml mean YAML, otherwise the content decides.

    Raises SpecError with line and column: empty, not UTF-8, markup instead of a document, cut off, bad syntax, what
    is not a JSON value.
    """
    refuse_markup(content, file)
    value, duplicates = _decode(_read_utf8(content, file), file)
    return ParsedText(value, _duplicate_keys(duplicates), content, file)


def refuse_markup(content: bytes, file: str) -> None:
    """Raise SpecError when `content` begins as an HTML or XML page does."""
    if _MARKUP.match(content[:1000].removeprefix(b"\xef\xbb\xbf")):
        what = "an HTML or XML page, where a JSON or YAML document belongs"
        raise SpecError(what, where=Location(file, line=1, column=1), remedy="Give the address of the raw file.")


def _read_utf8(content: bytes, file: str) -> str:
    for head, what, remedy in _NOT_TEXT:
        if content.startswith(head):
            raise SpecError(what, where=Location(file, line=1, column=1), remedy=remedy)
    if b"\0" in content[:1000]:
        what, where = "it is binary, or text in UTF-16 or UTF-32", Location(file, line=1, column=1)
        raise SpecError(what, where=where, remedy=_AS_UTF_8)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        where = Location(file, line=before.count(b"\n") + 1, column=column)
        raise SpecError("not UTF-8", where=where, remedy=_AS_UTF_8) from None
    if not text.strip():
        raise SpecError("the document is empty", where=Location(file), remedy=FETCH_AGAIN)
    return text


def _decode(text: str, file: str) -> tuple[JsonValue, tuple[Location, ...]]:
    name = file.partition("?")[0].lower()
    if name.endswith((".yaml", ".yml")):
        try:  # JSON is nearly a part of YAML: not its escaped surrogate pairs, and it is read ten times as fast
            return decode_json(text, file) if text.lstrip()[0] in "{[" else decode_yaml(text, file)
        except SpecError:
            return decode_yaml(text, file)
    # A pinned spec is called openapi.json whatever upstream writes, so the name alone does not make it JSON.
    if text.lstrip()[0] in "{[" or not _YAML_LINE.search(text):
        return decode_json(text, file)
    return decode_yaml(text, file)


def _duplicate_keys(locations: tuple[Location, ...]) -> tuple[Finding, ...]:
    message = "the key is in one object twice: the last one counts"
    return tuple(
        Finding("duplicate-key", Level.NOTE, message, area="document", revision=location, key=location.pointer)
        for location in locations
    )
