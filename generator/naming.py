"""Names are made here and nowhere else: from words of the spec to names of Python, and the resource tree from paths."""

from __future__ import annotations

import builtins
import keyword
import re
import unicodedata

from generator.ir import Call

_WORD = re.compile(r"[A-Z]+(?![a-z])[0-9]*|[A-Z]?[a-z]+[0-9]*|[0-9]+")
_VERSION = re.compile(r"v[0-9]+([a-z]+[0-9]*)?")

_SINGULAR = (
    (re.compile(r"(?<=sh)elves$"), "elf"),
    (re.compile(r"(?<=[a-z]{2})(?<!ser|pec)ies$"), "y"),
    (re.compile(r"(?<=ss|[sc]h|.[xz])es$"), ""),
    (re.compile(r"(?<=[a-z0-9]{2}[^sui])(?<!serie|pecie)s$"), ""),
)
"""English plurals as API authors form them: entries, classes, branches, boxes, choices."""

_IMPORTED = frozenset({"Annotated", "Any", "BaseModel", "Field", "Literal", "Required", "NotRequired", "TypedDict"})
_TAKEN_CLASSES = _IMPORTED | {name for name in dir(builtins) if name[0].isupper()}
"""Class names that a module of models cannot have: its own imports, and builtins (an engine renames those)."""

_STANDARD_METHODS = {"post": "create", "put": "replace", "patch": "update", "delete": "delete", "head": "head"}
_SPOKEN_METHODS = {"create", "list", "get", "retrieve", "update", "replace", "delete", "cancel", "search", "generate"}
"""Last segments of a path that are the method's name already: POST /stt/create is stt.create()."""


def words(text: str) -> list[str]:
    """The words of an identifier or a phrase, lower case, ASCII: `toolCalls` and `Tool-Calls` are equal.

    Text without a letter of ASCII is spelt by the names that Unicode gives its characters.
    """
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    found = _WORD.findall(ascii_text) or _WORD.findall(" ".join(unicodedata.name(each, "") for each in text).title())
    return [word.lower() for word in found]


def class_name(*parts: str) -> str:
    """`parts` in PascalCase. A letter after a digit is upper case: both engines leave such names as they are."""
    name = "".join(word.capitalize() for part in parts for word in words(part))
    if not name or name[0].isdigit():
        name = f"Schema{name}"
    return f"{name}Model" if name in _TAKEN_CLASSES else name


def python_name(text: str) -> str:
    """`text` in snake_case, never a keyword, never empty, never private; an identifier beyond ASCII stays as it is."""
    if text.isidentifier() and not text.isascii():
        return unicodedata.normalize("NFKC", text)
    name = "_".join(words(text)) or "value"
    if name[0].isdigit():
        name = f"value_{name}"
    return f"{name}_" if keyword.iskeyword(name) or name in {"self", "cls"} else name


def singular(noun: str) -> str:
    """The singular of an API's noun, by its last word: `tool_calls` is `tool_call`. Unchanged where it is none."""
    for ending, replacement in _SINGULAR:
        if ending.search(noun):
            return ending.sub(replacement, noun)
    return noun


def noun_of(call: Call) -> str:
    """What an operation is about, in PascalCase and singular: ChatCompletion."""
    return class_name(*(singular(part) for part in call.resource))


def call_of(verb: str, path: str, explicit: str | None = None, *, versions: bool = False) -> Call:
    """The call for an operation, from its path, or from the dotted name that an overlay or the settings give it.

    A version in the path (`v1`) is left out unless `versions` is asked for, to tell two operations apart.
    """
    if explicit:
        *owners, method = (python_name(part) for part in explicit.split("."))
        return Call(tuple(owners) or ("api",), method)
    segments = [segment for segment in path.strip("/").split("/") if segment]
    fixed = [segment for segment in segments if not segment.startswith("{")]
    named = [python_name(segment) for segment in fixed if versions or not _VERSION.fullmatch(segment)]
    on_item = bool(segments) and segments[-1].startswith("{")
    if len(named) > 1 and not on_item and named[-1] in _SPOKEN_METHODS:
        return Call(tuple(named[:-1]), named[-1])
    resource = tuple(named) or ("api",)
    return Call(resource, _STANDARD_METHODS.get(verb) or _reading_method(on_item, resource))


def _reading_method(on_item: bool, resource: tuple[str, ...]) -> str:
    plural = singular(resource[-1]) != resource[-1]
    return "list" if plural and not on_item else "retrieve"
