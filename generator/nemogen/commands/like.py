"""`add --like`: gives the package the names of another client of the same API, and reports what is equal and what
differs; `check` reports when more differs than then."""

from __future__ import annotations

from collections.abc import Iterator

from nemogen.commands.api import Api, correct
from nemogen.commands.like_sources import DOCUMENT, find_client
from nemogen.errors import ConfigError, Location
from nemogen.findings import Finding, Level
from nemogen.given_names import Names, dump_names
from nemogen.light_dataclasses import dataclass
from nemogen.like.document_extensions import read_extensions
from nemogen.like.like_file import TABLES, Difference, Like, differences, parse_like
from nemogen.like.take_over import TakenOver, compare_client, names_to_keep
from nemogen.redact import presentable
from nemogen.report.model import State, Subject, Table
from nemogen.source.bounded_read import read_bounded

_SHOWN = 10
"""How many of each kind of difference are printed; like.toml has all that have two names."""


@dataclass(frozen=True, slots=True)
class LikeNames:
    """What `--like` found: `label` is the client's name, `content` the names.toml to begin with."""

    label: str
    taken: TakenOver
    content: bytes


def read_like(api: Api, pin: bytes, like: str) -> LikeNames:
    """The names that the client `like` has for operations and schemas of the spec `pin`.

    Raises what `find_client` and `correct` do, ConfigError where they have no operation in common.
    """
    try:
        return _read_like(api, pin, like)
    except RecursionError:
        what, remedy = "its types are nested too deeply", "Give another release of it, or names in api.toml."
        raise ConfigError(what, where=Location(presentable(like)), remedy=remedy) from None


def _read_like(api: Api, pin: bytes, like: str) -> LikeNames:
    document = correct(api, pin).document
    declared = document.declared
    if declared is None:
        raise ConfigError("the spec has no operation", where=Location(api.pin_file), remedy="Give another source.")
    if like == DOCUMENT:
        calls = {(each.method, each.path): str(each.call) for each in document.operations}
        client = read_extensions(declared, calls, DOCUMENT)
    else:
        client = find_client(like)
    taken = compare_client(declared, client, document.names)
    if not taken.methods and not taken.models:
        what = "it names no operation and no schema of this spec"
        remedy = "Check that both are of the same API and version; without --like, nemogen's own rules give the names."
        raise ConfigError(what, where=Location(client.label), remedy=remedy)
    package = api.settings.package
    kept = names_to_keep(taken, document.names, (package.client, package.async_client))
    return LikeNames(client.label, taken, dump_names(kept))


def like_of(found: LikeNames, names: Names) -> Like:
    """The content of like.toml once the package has its `names`: the equal names, and those that may differ."""
    equal: dict[str, dict[str, str]] = {table: {} for table in TABLES}
    known: dict[str, dict[str, str]] = {table: {} for table in TABLES}
    rows = {"methods": (found.taken.methods, names.methods), "models": (found.taken.models, names.classes)}
    for table, (theirs, entries) in rows.items():
        for key, wanted in theirs.items():
            if key in entries:
                ours = entries[key].name
                (equal if ours in wanted else known)[table][key] = ours if ours in wanted else wanted[0]
    return Like(found.label, equal, known)


def like_table(found: LikeNames, like: Like, names: Names) -> Table:
    """What is equal and what is not, for people and for programs."""
    exported = {key for key in found.taken.models if key in found.taken.exported}
    shares = {"methods": _share(like, "methods"), "models": _share(like, "models", exported)}
    inner = _share(like, "models")
    lines = [
        f"names of {found.label}:",
        f"  methods  {shares['methods'].text}",
        f"  models   {shares['models'].text}",
        *((f"           {inner.text}, with those that are not exported",) if inner.of != shares["models"].of else ()),
        *_listed("named otherwise", [f"{each.key}: {each.ours}, not {each.theirs}" for each in _known(like, names)]),
        *_listed("only in the spec", found.taken.only_in_spec),
        *_listed(f"only in {found.label}", found.taken.only_in_client),
    ]
    data = {
        "client": found.label,
        **{name: {"equal": share.equal, "of": share.of} for name, share in shares.items()},
        "different": [{"identity": each.key, "theirs": each.theirs, "ours": each.ours} for each in _known(like, names)],
        "only_in_spec": list(found.taken.only_in_spec),
        "only_in_client": list(found.taken.only_in_client),
    }
    return Table("like", "\n".join(lines), data)


@dataclass(frozen=True, slots=True)
class _Share:
    equal: int
    of: int

    @property
    def text(self) -> str:
        share = f" ({int(self.equal / self.of * 1000) / 1000:.3f})" if self.of else ""
        return f"{self.equal} of {self.of} equal{share}"


def _share(like: Like, table: str, only: set[str] | None = None) -> _Share:
    equal, known = (
        [key for key in rows.get(table, {}) if only is None or key in only] for rows in (like.names, like.known)
    )
    return _Share(len(equal), len(equal) + len(known))


def _known(like: Like, names: Names) -> list[Difference]:
    return list(differences(like.known, names))


def _listed(title: str, rows: list[str] | tuple[str, ...]) -> Iterator[str]:
    if rows:
        yield f"  {title}: {len(rows)}"
        yield from (f"    {each}" for each in rows[:_SHOWN])
        if len(rows) > _SHOWN:
            yield f"    and {len(rows) - _SHOWN} more"


def like_subjects(api: Api) -> tuple[Subject, ...]:
    """For `check`: the names that were equal to those of the other client and no longer are.

    Nothing where there is no like.toml. Raises ConfigError, SpecError or CouldNot for one that cannot be read.
    """
    path = api.paths.like
    if not path.is_file():
        return ()
    file = api.project.relative(path)
    like = parse_like(read_bounded(path, file), file)
    found = tuple(_finding(each, like.client, file) for each in differences(like.names, api.names))
    known = sum(map(len, like.known.values()))
    if not found:
        same = " and ".join(f"{len(like.names.get(table, {}))} {table}" for table in TABLES)
        but = f"; {known} differ, as when it was added" if known else ""
        return (Subject("like", State.OK, f"{same} are named as in {like.client}{but}"),)
    names = "1 name differs" if len(found) == 1 else f"{len(found)} names differ"
    return (Subject("like", State.FAILED, f"{names} from {like.client} and did not before", found),)


def _finding(each: Difference, client: str, file: str) -> Finding:
    return Finding(
        "like-name-differs",
        Level.ERROR,
        f"{each.key} is {each.ours}, and {each.theirs} in {client}",
        area="names",
        revision=Location(file),
        key=each.key,
        help=f"Give it the name {each.theirs} in api.toml, or remove its row from {file} where the name is meant.",
    )
