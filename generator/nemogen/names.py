"""Names are made here and nowhere else: from words of the spec to names of Python, and the resource tree from paths."""

from __future__ import annotations

import builtins
import keyword
import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from nemogen.characters import continues_identifier, is_identifier, name_of, without_unassigned
from nemogen.document import Call
from nemogen.runtime.exports import RUNTIME_EXPORTS
from nemogen.text_safety import UNPRINTABLE

PARAM: Final = "Param"
"""What the name of a TypedDict ends in: ChatRequestParam is the dict for ChatRequest."""

_WORD = re.compile(r"[A-Z]+(?![a-z])[0-9]*|[A-Z]?[a-z]+[0-9]*|[0-9]+")
_VERSION = re.compile(r"v[0-9]+([a-z]+[0-9]*)?")
_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")
_CUSTOM_VERB = re.compile(r":[A-Za-z]+$")

_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L"}
)
"""Letters of the Latin script that Unicode does not take apart."""

_SINGULAR = (
    (re.compile(r"(?<=sh)elves$"), "elf"),
    (re.compile(r"(?<=[a-z]{2})(?<!ser|pec)ies$"), "y"),
    (re.compile(r"(?<=ss|[sc]h|.[xz])es$"), ""),
    (re.compile(r"(?<=[a-z][b-df-np-tv-z]us)es$"), ""),
    (re.compile(r"(?<=[a-z0-9]{2}[^sui])(?<!serie|pecie)s$"), ""),
)
"""English plurals as API authors form them: entries, classes, branches, boxes, statuses, choices."""

_IMPORTED = frozenset(
    {"Annotated", "Any", "BaseModel", "ConfigDict", "Field", "Literal", "Mapping", "Model", "NotRequired", "Optional",
     "Required", "RootModel", "Sequence", "TypeAlias", "TypeAliasType", "TypedDict", "Union"}
)  # fmt: skip
"""What a module of models or of TypedDicts imports."""

MODULE_NAMES: Final = frozenset(
    {"Accumulate", "Any", "Api", "AsyncApi", "AsyncStream", "AsyncStreamManager", "BinaryContent", "FileInput",
     "Literal", "Mapping", "Omit", "Operation", "Parameter", "Sequence", "Stream", "StreamManager", "StreamOperation",
     "TYPE_CHECKING", "Timeout"}
)  # fmt: skip
"""What the module of a resource imports besides models: no class or constant of it can be called so."""

_BUILTINS = {name for name in dir(builtins) if name[0].isupper()}

_TAKEN_CLASSES = _IMPORTED | MODULE_NAMES | RUNTIME_EXPORTS.keys() | _BUILTINS
"""Class names that a package cannot give away: an engine renames builtins, and the rest is there already."""

_STANDARD_METHODS = {
    "post": "create", "put": "replace", "patch": "update", "delete": "delete",
    "head": "head", "options": "options", "trace": "trace",
}  # fmt: skip
_SPOKEN_METHODS = {"create", "list", "get", "retrieve", "update", "replace", "delete", "cancel", "search", "generate"}
"""Last segments of a path that are the method's name already: POST /stt/create is stt.create()."""

_RESOURCE_MEMBERS = frozenset({"bool", "bytes", "float", "int", "object", "omit", "str", "with_raw_response"})
"""What a resource has itself, and what the annotations and defaults of its methods say: a member would hide it."""

CLIENT_MEMBERS: Final = frozenset({"base_url", "close", "settings", "with_options"})
"""What a client has itself, which no resource can be called."""


def words(text: str) -> list[str]:
    """The words of an identifier or a phrase, lower case, ASCII: `toolCalls` and `Tool-Calls` are equal.

    Text without a letter of ASCII is spelt by the names that Unicode gives its characters.
    """
    known = without_unassigned(text).translate(_LETTERS)
    ascii_text = unicodedata.normalize("NFKD", known).encode("ascii", "ignore").decode()
    found = _WORD.findall(ascii_text) or _WORD.findall(" ".join(map(name_of, text)).title())
    return [word.lower() for word in found]


def pascal(*parts: str) -> str:
    """`parts` in PascalCase. A letter after a digit is upper case: both engines leave such names as they are."""
    name = "".join(word.capitalize() for part in parts for word in words(part))
    return name if name and not name[0].isdigit() else f"Schema{name}"


def class_name(name: str) -> str:
    """`name` (in PascalCase), or another one where every package has a class or a type of that name already."""
    return another_name(name) if name in _TAKEN_CLASSES else name


def another_name(name: str) -> str:
    """The name of a class where `name` is taken by what every package has."""
    return f"{name}Model"


def python_name(text: str) -> str:
    """`text` in snake_case, never a keyword, never empty, never private; an identifier beyond ASCII stays as it is."""
    if is_identifier(text) and not text.isascii() and not UNPRINTABLE.search(text):
        name = unicodedata.normalize("NFKC", text).strip("_")
        if is_identifier(name) and not name.isascii():
            return name
    name = "_".join(words(text)) or "value"
    if name[0].isdigit():
        name = f"value_{name}"
    return f"{name}_" if keyword.iskeyword(name) or name in {"self", "cls"} else name


def spellings(text: str) -> Iterator[str]:
    """Python names for `text`, best first, for where several texts of one scope have one snake_case name.

    As Python writes it, as the API does; the last two keep all of the text, with the names of its signs.
    """
    yield python_name(text)
    is_seen = not UNPRINTABLE.search(text)
    if is_identifier(text) and unicodedata.category(text[0]) == "Ll" and not keyword.iskeyword(text) and is_seen:
        yield unicodedata.normalize("NFKC", text)
    spelt = "".join(each if _is_letter(each) else _sign(each) for each in text).strip("_")
    spelt = unicodedata.normalize("NFKC", spelt)
    lower = f"{spelt[:1].lower()}{spelt[1:]}"
    yield lower if is_identifier(lower) and not keyword.iskeyword(lower) else python_name(text)
    yield f"value_{spelt}"


def _is_letter(character: str) -> bool:
    """Whether an identifier can have the character, and people see it."""
    return continues_identifier(character) and not UNPRINTABLE.match(character)


def is_normal(text: str) -> bool:
    """Whether the text, as an identifier, stays what it is: Python writes identifiers in the form NFKC, and people have
    to see them."""
    return unicodedata.normalize("NFKC", text) == text and not UNPRINTABLE.search(text)


def _sign(character: str) -> str:
    return f"_{'_'.join(words(name_of(character)))}_"


def singular(noun: str) -> str:
    """The singular of an API's noun, by its last word: `tool_calls` is `tool_call`. Unchanged where it is none."""
    for ending, replacement in _SINGULAR:
        if ending.search(noun):
            return ending.sub(replacement, noun)
    return noun


def noun_of(call: Call) -> str:
    """What an operation is about, in PascalCase and singular: ChatCompletion."""
    return pascal(*(singular(part) for part in call.resource))


def call_of(verb: str, path: str, explicit: str | None = None, *, versions: bool = False, by: bool = False) -> Call:
    """The call for an operation, from its path, or from the dotted name that an overlay or the settings give it.

    Two operations are told apart by the version in the path (`v1`), which is left out unless `versions` is asked for,
    and by its placeholders: with `by`, POST /orders/{id} is orders.create_by_id(). A verb behind a colon is the
    method's name (https://google.aip.dev/136).
    """
    if explicit:
        *owners, method = (python_name(part) for part in explicit.split("."))
        return _call(tuple(owners) or ("api",), method)
    path, _, verb_of_path = path.rpartition(":") if _CUSTOM_VERB.search(path) else (path, "", "")
    segments = [segment for segment in path.strip("/").split("/") if segment]
    fixed = [segment for segment in segments if "{" not in segment]
    resource = tuple(python_name(each) for each in fixed if versions or not _VERSION.fullmatch(each))
    on_item = bool(segments) and "{" in segments[-1]
    ending = "_".join(("", "by", *map(python_name, _PLACEHOLDER.findall(path)))) if by and "{" in path else ""
    if verb_of_path:
        return _call(resource or ("api",), python_name(verb_of_path) + ending)
    if len(resource) > 1 and not on_item and resource[-1] in _SPOKEN_METHODS:
        return _call(resource[:-1], resource[-1] + ending)
    resource = resource or ("api",)
    return _call(resource, (_STANDARD_METHODS.get(verb) or _reading_method(on_item, resource)) + ending)


def _call(resource: tuple[str, ...], method: str) -> Call:
    """The call with names that hide nothing of the client's and the resources' own."""
    top = f"{resource[0]}_" if resource[0] in CLIENT_MEMBERS else resource[0]
    inner = (f"{part}_" if part in _RESOURCE_MEMBERS else part for part in resource[1:])
    return Call((top, *inner), f"{method}_" if method in _RESOURCE_MEMBERS else method)


def _reading_method(on_item: bool, resource: tuple[str, ...]) -> str:
    plural = singular(resource[-1]) != resource[-1]
    return "list" if plural and not on_item else "retrieve"
