"""Names are made here and nowhere else: from words of the spec to names of Python, and the resource tree from paths."""

from __future__ import annotations

import builtins
import hashlib
import keyword
import re
import string
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from nemogen.characters import continues_identifier, is_identifier, name_of, without_unassigned
from nemogen.document import Call
from nemogen.path_segments import path_segments
from nemogen.runtime.exports import RUNTIME_EXPORTS
from nemogen.text_safety import UNPRINTABLE
from nemogen.verbs import ACTIONS, MODIFIERS, NOT_PLURAL, STANDARD_METHODS, VERBS

PARAM: Final = "Param"
"""What the name of a TypedDict ends in: ChatRequestParam is the dict for ChatRequest."""

_WORD = re.compile(r"[A-Z]+(?![a-z])[0-9]*|[A-Z]?[a-z]+[0-9]*|[0-9]+")
_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")
_GET_ACTIONS = frozenset({"find", "get", "list", "search"})
_SURE_OBJECTS = frozenset({"apply", "change", "copy", "download", "find", "fire", "make", "mark", "set", "upload"})
"""Verbs that begin a segment of several words without ever being a noun's attribute: /uploadImage, but /import-jobs."""

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

LONGEST: Final = 60
"""How many characters an identifier has at most; a person reads it, and a line has 120."""

_CAPITALS: Final = tuple(string.ascii_uppercase + string.digits)
"""What a word of a name in PascalCase begins with."""

_RESOURCE_MEMBERS = frozenset(
    {"bool", "bytes", "float", "int", "object", "omit", "str", "with_raw_response", "with_streaming_response"}
)
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


def bounded_pascal(name: str, most: int = LONGEST) -> str:
    """`name` (PascalCase) with as many of its words, from the front, as `most` characters hold."""
    if len(name) <= most:
        return name
    ends = [match.start() for match in re.finditer(r"(?<=[a-z0-9])[A-Z]", name) if match.start() <= most]
    return name[: ends[-1] if ends else most]


def compound(owner: str, noun: str, most: int = LONGEST) -> str:
    """`noun` behind `owner` (both PascalCase) without saying the same twice: UserMessage and MessagePart make
    UserMessagePart. A name that is too long keeps its end, which is its noun."""
    said = [owner[at:] for at, letter in enumerate(owner) if letter.isupper() and noun.startswith(owner[at:])]
    end = max((each for each in said if noun[len(each) :][:1] in ("", *_CAPITALS)), key=len, default="")
    own = owner.removesuffix(end) if end else owner
    return f"{bounded_pascal(own, most - len(noun))}{noun}" if len(noun) < most else noun


def class_name(name: str) -> str:
    """`name` (in PascalCase), or another one where every package has a class or a type of that name already."""
    return another_name(name) if name in _TAKEN_CLASSES else name


def another_name(name: str) -> str:
    """The name of a class where `name` is taken by what every package has."""
    return f"{bounded_pascal(name, LONGEST - len(f'Model{PARAM}'))}Model"


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


def with_last_resorts(candidates: Iterable[str], text: str) -> Iterator[str]:
    """The candidates for a name, then the first of them with a part of a digest of `text`.

    A name is never a reason to refuse a document; the digest depends on `text` alone, not on who else wants the name.
    """
    first = ""
    for candidate in candidates:
        first = first or candidate
        yield candidate
    digest = hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()
    yield from (f"{first}_{digest[:size]}" for size in range(6, 65))


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
    if noun.rpartition("_")[2].lower() in NOT_PLURAL:
        return noun
    for ending, replacement in _SINGULAR:
        if ending.search(noun):
            return ending.sub(replacement, noun)
    return noun


def noun_of(call: Call) -> str:
    """What an operation is about, in PascalCase and singular: ChatCompletion."""
    return pascal(*(singular(part) for part in call.resource))


def bounded(name: str, most: int = LONGEST) -> str:
    """`name` (snake_case) with as many of its words, from the front, as `most` characters hold."""
    if len(name) <= most:
        return name
    return name[: most + 1].rpartition("_")[0] or name[:most]


def dotted_call(dotted: str) -> Call:
    """The call that a person spells out (`chat.completions.create`), made fit for Python."""
    *owners, method = (bounded(python_name(part)) for part in dotted.split("."))
    return safe_call(tuple(owners) or ("api",), method)


def call_of(
    http_method: str,
    path: str,
    explicit: str | None = None,
    *,
    versions: bool = False,
    by: bool = False,
    opens: str = "",
) -> Call:
    """The call for an operation, from its path, or from the dotted name that an overlay or the settings give it.

    Two operations are distinguished by the version in the path (`v1`), which is left out unless `versions` is asked
    for, and by the last of its placeholders: with `by`, GET /orders/{id} is orders.retrieve_by_id(). A verb behind
    a colon is the method's name (https://google.aip.dev/136), and so is a last segment that is an action: POST
    /player/pause is player.pause(). `opens` is the first word of what a person called the operation: it separates
    /search from a thing.
    """
    if explicit:
        return dotted_call(explicit)
    resource, action = owners_and_action(http_method, path, opens, versions=versions)
    placeholders = _PLACEHOLDER.findall(path)
    ending = f"_by_{python_name(placeholders[-1])}" if by and placeholders else ""
    if action:
        return safe_call(resource or ("api",), bounded(f"{action}{ending}"))
    resource = resource or ("api",)
    return safe_call(resource, bounded(f"{standard_method(http_method, path, resource)}{ending}"))


def owners_and_action(
    http_method: str, path: str, opens: str = "", *, versions: bool = False
) -> tuple[tuple[str, ...], str]:
    """The names of the resource that a path leads to, and the method that its end names, if any."""
    said = path_segments(path, versions=versions)
    fixed = tuple(bounded(python_name(each)) for each in said.fixed)
    if said.method:
        return fixed, bounded(python_name(said.method))
    if fixed and said.ends_fixed and _is_action(http_method, said.fixed[-1], opens):
        return fixed[:-1], fixed[-1]
    return fixed, ""


def path_words(path: str, *, placeholders: bool = False) -> list[str]:
    """The words of the path's fixed segments, and of its placeholders."""
    return words(path if placeholders else _PLACEHOLDER.sub(" ", path))


def _is_action(http_method: str, segment: str, opens: str) -> bool:
    """Whether the last segment of a path is what is done: /pause, /findByStatus, /bulk-delete."""
    found = words(segment)
    first, *rest = found[1:] if len(found) > 1 and found[0] in MODIFIERS else found
    if first in VERBS and first == opens:
        return True
    if not rest:
        return first in ACTIONS
    is_plural = singular(rest[-1]) != rest[-1]
    if http_method == "get" and first not in _GET_ACTIONS and is_plural:
        return False
    return first in ACTIONS or first in _SURE_OBJECTS


def standard_method(http_method: str, path: str, resource: tuple[str, ...]) -> str:
    """What a method is called of which only method and path are known. POST to an item updates it."""
    on_item = is_on_item(path)
    if http_method == "get":
        return "list" if not on_item and is_plural(resource[-1]) else "retrieve"
    if http_method == "post" and on_item:
        return "update"
    return STANDARD_METHODS.get(http_method) or bounded(python_name(http_method))


def is_on_item(path: str) -> bool:
    """Whether a path ends in a placeholder."""
    return "{" in path.rstrip("/").rpartition("/")[2]


def is_plural(noun: str) -> bool:
    """Whether an API's noun is in the plural."""
    return singular(noun) != noun


def safe_call(resource: tuple[str, ...], method: str) -> Call:
    """The call with names that hide nothing of the client's and the resources' own."""
    top = f"{resource[0]}_" if resource[0] in CLIENT_MEMBERS else resource[0]
    inner = (f"{part}_" if part in _RESOURCE_MEMBERS else part for part in resource[1:])
    return Call((top, *inner), f"{method}_" if method in _RESOURCE_MEMBERS else method)
