"""names.toml: the names that a package has, so that they stay the same. Source, not a cache: no other file has them.

Each entry is one line, sorted within its table, so that two branches merge line by line:

    [classes]
    "/components/schemas/Pet" = { name = "Pet", shape = "0a1b2c3d4e5f6071" }
    [methods]
    "GET /pets/{}" = { name = "pets.retrieve" }

**Identity.** A class is known by the JSON Pointer of its schema and its role: `request ` precedes the pointer
if requests send another form of what responses hold, ` as Name` follows it if one schema gives several classes. A
method is known by HTTP method and path, placeholders without names, and the methods beside it (the items of all pages,
the stream) by a word behind that; an argument by its method, `in` and name on the wire; a field by its class and its
name on the wire; the class of a resource by the way to it. Parameters and fields are kept where they are called
otherwise than on the wire: one that is spelt as on the wire always has its name. A parameter that is added could want
the name of a property of the body, and the reverse. So an operation with a body has one entry more, "POST /pets body":
its properties have first choice of their own spelling, but for that of the parameters `beside` it, which had theirs.
`only` is the one value that a required argument could have, as JSON: it stays the default when others are added.

`shared` has the other locations that have a class, each with the name of the class, and what identifies a variant of a
union (`=user`) in place of its position: they go on to have that class when one of them grows.

**Order of matching.** The same identity; else the same shape (prose, defaults and order aside); else the same pointer
without positions; else the same variant of a union, by its tag; else a part of both: the last step of the pointer,
below what has the same class. A position in a union or an allOf is no identity where the shape differs. For methods:
the same path, versions aside. What fits several is ambiguous, and gets a new name; but several copies of one shape
that had one class have it together. A new thing never takes a name that is or was in use. What disappears keeps its
name reserved for two releases: `last` is the last version that had it.

**Renames.** A class or method that is renamed goes on to have its old name, deprecated, for two minor releases (`old`,
rules in `old_names`).

**Removals.** A property whose removal breaks nothing on the wire stays in its class, deprecated, as long: `removed` has
its schema by class and name on the wire (rules in `removed_properties`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from typing import Any, Final

from nemogen.errors import ConfigError, Location, Problem
from nemogen.light_dataclasses import dataclass
from nemogen.schema_text import parse_schema
from nemogen.text_safety import in_toml
from nemogen.toml_text import parse_toml

TABLES: Final = ("arguments", "classes", "fields", "methods", "removed", "resources", "shared")
RESERVED_FOR: Final = 2
"""For how many releases nothing else has the name of what disappeared."""
RENAMED_BY_MERGE: Final = "name-renamed"
"""The finding of a name that one of two merged branches lost. The other branch never had it, so no diff shows it."""
TWINS_DIFFER: Final = "twin-paths-differ"
"""The finding of an operation under two paths that became two: a diff shows a new method, and not why."""

_HEAD: Final = "# The names that this package gave, so that they never move. Written by nemogen: commit this file.\n"
_TABLE: Final = re.compile(r"\[([a-z]+)\]")
_PLACEHOLDER: Final = re.compile(r"\{[^{}]*\}")
_SHAPE: Final = re.compile(r"[0-9a-f]{16}|")
_VERSION: Final = re.compile(r"[0-9]{1,9}\.[0-9]{1,9}\.[0-9]{1,9}|")
_OLD: Final = re.compile(r"[^\W\d_]\w*(\.[^\W\d_]\w*)* [0-9]{1,9}\.[0-9]{1,9}\.[0-9]{1,9}")
_BESIDE: Final = re.compile(r"[a-z]+ [^\W\d]\w*")
_TEXTS: Final = ("name", "shape", "last", "was", "only", "schema")
_LISTS: Final = ("old", "beside")
_DOTTED: Final = re.compile(r"[^\W\d_]\w*(\.[^\W\d_]\w*)*")


@dataclass(frozen=True, slots=True)
class Entry:
    """One name. `shape` is the digest of a class; `last` the last version that had it, empty while it is in use.

    `was` is the name before api.toml renamed it: rows there still match by it. `old` are old names that still work,
    each as "name version", with the last version in which it was the name. `only` is the default of an
    argument, as JSON. `beside` are the parameters of an operation with a body that are spelt as on the wire, each as
    "in name". `alias`: what a response alone has a name for, as a list, a map or a union of more than objects. `schema`
    is that of a removed property, as JSON.
    """

    name: str
    shape: str = ""
    last: str = ""
    was: str = ""
    old: tuple[str, ...] = ()
    only: str = ""
    beside: tuple[str, ...] = ()
    alias: bool = False
    schema: str = ""

    def old_names(self) -> Iterator[tuple[str, str]]:
        """Each old name, and the last version that had it as its own."""
        for each in self.old:
            name, _, version = each.partition(" ")
            yield name, version


@dataclass(frozen=True, slots=True)
class Names:
    """The entries of names.toml by identity, and the lines that give a second name to one identity or the reverse."""

    arguments: Mapping[str, Entry] = field(default_factory=dict)
    classes: Mapping[str, Entry] = field(default_factory=dict)
    methods: Mapping[str, Entry] = field(default_factory=dict)
    conflicts: tuple[Problem, ...] = ()
    fields: Mapping[str, Entry] = field(default_factory=dict)
    resources: Mapping[str, Entry] = field(default_factory=dict)
    shared: Mapping[str, Entry] = field(default_factory=dict)
    """The class of each location that has one together with others, but for the location that the class is known by."""
    removed: Mapping[str, Entry] = field(default_factory=dict)
    """The properties that classes keep although the spec no longer has them; the name of each is that of the class."""
    contested: tuple[tuple[str, str, str], ...] = ()
    """Table, identity and name of each entry whose name another identity keeps."""

    def table(self, name: str) -> Mapping[str, Entry]:
        """The entries of one of TABLES."""
        found: Mapping[str, Entry] = getattr(self, name)
        return found


def method_key(method: str, path: str) -> str:
    """The identity of an operation: "GET /pets/{}"."""
    return f"{method.upper()} {_PLACEHOLDER.sub('{}', path).replace(' ', '%20')}"


def parse_names(content: bytes, file: str, base: Names | None = None) -> Names:
    """Parse names.toml line by line, so that lines which two branches added do not make it unreadable.

    If one identity has two names, or one name two identities, that of `base` (the branch of the release) is kept, else
    the first; the other is among `conflicts`. Raises ConfigError for a line that is not an entry.
    """
    lines = list(_lines(content, file))
    tables: dict[str, dict[str, Entry]] = {name: {} for name in TABLES}
    conflicts: list[Problem] = []
    contested: list[tuple[str, str, str]] = []
    ranked = sorted(lines, key=lambda line: not _is_of_base(line, base))
    for number, table, key, entry in ranked:
        known, where = tables[table], Location(file, line=number)
        other = known.get(key)
        if other is not None:
            if other != entry:
                conflicts.append(_contradiction(key, other, entry, where))
            continue
        scope = _scope(table, key)
        owners = (each for each, its in known.items() if its.name == entry.name and _scope(table, each) == scope)
        owner = next(owners, None) if _is_sole(table) else None
        if owner is not None:
            what = f"one name for two: {entry.name} is {owner}, and {key}"
            conflicts.append(Problem(what, where, f"{owner} keeps it. To rename the other: nemogen generate."))
            contested.append((table, key, entry.name))
            continue
        known[key] = entry
    return replace(_of_tables(tables), conflicts=tuple(conflicts), contested=tuple(contested))


def _contradiction(key: str, kept: Entry, other: Entry, where: Location) -> Problem:
    """The problem of two entries of one identity, of which one is kept."""
    is_same = kept.name == other.name
    what = f"two entries for {key}" if is_same else f"two names for {key}: {kept.name} and {other.name}"
    return Problem(what, where, f"{'The first' if is_same else kept.name} is kept. Remove this line: nemogen generate.")


def _is_sole(table: str) -> bool:
    """Whether a name of this table belongs to one identity."""
    return table not in ("arguments", "fields", "removed", "shared")


def _scope(table: str, key: str) -> str:
    """The scope in which a name has one identity: for the class of a resource, the module of its path's first part."""
    return key.partition(".")[0] if table == "resources" else ""


def _is_of_base(line: tuple[int, str, str, Entry], base: Names | None) -> bool:
    _, table, key, entry = line
    known = base.table(table).get(key) if base else None
    return known is not None and known.name == entry.name


def _lines(content: bytes, file: str) -> Iterator[tuple[int, str, str, Entry]]:
    table = ""
    try:
        text = content.decode()
    except UnicodeDecodeError:
        raise ConfigError("not UTF-8", where=Location(file), remedy="Take the file back from git.") from None
    for number, line in enumerate(text.splitlines(), 1):
        where = Location(file, line=number)
        heading = _TABLE.fullmatch(line.strip())
        if heading and heading[1] in TABLES:
            table = heading[1]
        elif line.strip() and not line.lstrip().startswith("#"):
            yield number, table, *_entry(line, table, where)


def _entry(line: str, table: str, where: Location) -> tuple[str, Entry]:
    try:
        value: dict[str, Any] = parse_toml(line)
        ((key, row),) = value.items()
        entry = Entry(**{**row, **{name: tuple(row.get(name, ())) for name in _LISTS}})
        is_fit = (
            table in TABLES
            and all(isinstance(getattr(entry, name), str) for name in _TEXTS)
            and (not entry.only or _is_scalar(json.loads(entry.only)))
            and bool(entry.schema) == (table == "removed")
            and (not entry.schema or parse_schema(entry.schema))
            and _DOTTED.fullmatch(entry.name)
            and (not entry.was or _DOTTED.fullmatch(entry.was))
            and _SHAPE.fullmatch(entry.shape)
            and _VERSION.fullmatch(entry.last)
            and isinstance(entry.alias, bool)
            and all(isinstance(row.get(name, []), list) for name in _LISTS)
            and all(isinstance(each, str) and _OLD.fullmatch(each) for each in entry.old)
            and all(isinstance(each, str) and _BESIDE.fullmatch(each) for each in entry.beside)
        )
    except (TypeError, ValueError):
        is_fit = None
    if not is_fit:
        remedy = f'Write it as "identity" = {{ name = "Name" }} below [{"], [".join(TABLES)}], or remove it.'
        raise ConfigError("not an entry of names.toml", where=where, remedy=remedy)
    return key, entry


def _is_scalar(value: object) -> bool:
    return value is None or isinstance(value, (str, int, float))


def dump_names(names: Names) -> bytes:
    """names.toml: sorted, one entry a line."""
    parts = [_HEAD]
    for table in TABLES:
        rows = names.table(table)
        if rows:
            parts.append(f"\n[{table}]\n" + "".join(f"{_row(key, rows[key])}\n" for key in sorted(rows)))
    return "".join(parts).encode()


def _row(key: str, entry: Entry) -> str:
    pairs: Iterator[tuple[str, str]] = ((name, getattr(entry, name)) for name in _TEXTS)
    texts = [f"{name} = {in_toml(value)}" for name, value in pairs if value]
    texts += ["alias = true"] if entry.alias else []
    lists: Iterator[tuple[str, tuple[str, ...]]] = ((name, getattr(entry, name)) for name in _LISTS)
    texts += [f"{name} = [{', '.join(map(in_toml, values))}]" for name, values in lists if values]
    return f"{in_toml(key)} = {{ {', '.join(texts)} }}"


def still_reserved(names: Names, versions: Iterable[str]) -> Names:
    """`names` without those that disappeared longer ago than they are reserved; `versions` has the newest first."""
    released = list(versions)

    def reserved(table: str) -> dict[str, Entry]:
        return {key: each for key, each in names.table(table).items() if _is_reserved(each.last, released)}

    kept = _of_tables({**{table: reserved(table) for table in TABLES}, "removed": names.removed})
    return replace(kept, conflicts=names.conflicts, contested=names.contested)


def carried_over(before: Names, now: Names, versions: Iterable[str]) -> Names:
    """`now` with the names of `before` that nothing has any more, as long as they are reserved.

    `versions` are those of the package, the newest first. A name disappears with the newest of them, or with the next
    one: `last` is the version before that, if the list has it.
    """
    released = list(versions)
    tables: dict[str, Mapping[str, Entry]] = {"removed": now.removed}
    for table in sorted({*TABLES} - {"removed"}):
        current = now.table(table)
        lost = {
            key: entry
            for key, entry in before.table(table).items()
            if key not in current and not (table == "arguments" and _is_spelt_as_on_the_wire(key, entry))
        }
        used = {entry.name for entry in current.values()}
        marked = {
            key: entry if entry.last else replace(entry, last=released[0])
            for key, entry in lost.items()
            if released and entry.name not in used
        }
        kept = {key: entry for key, entry in marked.items() if _is_reserved(entry.last, released)}
        tables[table] = {**kept, **current}
    return _of_tables(tables)


def _is_spelt_as_on_the_wire(key: str, entry: Entry) -> bool:
    """Whether the name of an argument is that of its identity: nothing else can want it in its place."""
    return key.endswith(f" {entry.name}") or entry.name == "body"


def _of_tables(tables: Mapping[str, Mapping[str, Entry]]) -> Names:
    return Names(
        arguments=tables["arguments"],
        classes=tables["classes"],
        fields=tables["fields"],
        methods=tables["methods"],
        removed=tables["removed"],
        resources=tables["resources"],
        shared=tables["shared"],
    )


def _is_reserved(last: str, released: list[str]) -> bool:
    return not last or last not in released or released.index(last) < RESERVED_FOR
