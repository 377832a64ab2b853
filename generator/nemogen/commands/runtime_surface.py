"""What the surface of every client has from the copied runtime: the names in its annotations, and its own constructor.

The tables are here so that no diff has to parse the runtime; a test compares them with what the reader of packages
reads from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from nemogen.assets import runtime_folder
from nemogen.diff.python.surface import CONSTRUCTOR, Member
from nemogen.diff.python.types import Type, parse

_MODULES: Final[Mapping[str, tuple[str, ...]]] = {
    "client_options": ("AsyncClientOptions", "ChangedOptions", "ClientOptions"),
    "files": ("BinaryContent", "FileContent", "FileInput", "OpenFile", "Pieces", "StreamedFile"),
    "headers": ("ResponseHeaders",),
    "iterables": ("AsyncIterable", "Iterable"),
    "omit": ("Omit",),
    "pages": ("AsyncPages", "Pages"),
    "response_stream": ("AsyncStreamManager", "StreamManager"),
    "secret": ("AsyncKey", "Key"),
    "stream": ("AsyncStream", "Stream"),
    "timeouts": ("Timeout",),
    "values": ("Bytes_", "DateTime_", "Date_", "Decimal_", "Time_", "UUID_"),
}

RUNTIME_NAMES: Final[Mapping[str, str]] = {
    name: f"._runtime.{module}.{name}" for module, names in _MODULES.items() for name in names
}
"""What a name that a resource or a client imports from the runtime stands for."""

BASE_CLASSES: Final[Mapping[str, frozenset[str]]] = {
    "Model": frozenset({"._runtime.model.Model", "pydantic.BaseModel"}),
    "TypedHeaders": frozenset({"._runtime.typed_headers.TypedHeaders"}),
    "WebhookReader": frozenset({"._runtime.webhooks.WebhookReader", "typing.Generic"}),
}
"""All that a class which inherits from one of the runtime inherits from."""

_ALIASES: Final[Mapping[str, str]] = {
    "Bytes_": "bytes",
    "DateTime_": "datetime.datetime",
    "Date_": "datetime.date",
    "Decimal_": "decimal.Decimal",
    "FileContent": "bytes | str | OpenFile | os.PathLike[str] | Pieces",
    "FileInput": "bytes | OpenFile | os.PathLike[str] | Pieces | StreamedFile | tuple[str, FileContent]"
    " | tuple[str, FileContent, str] | tuple[str, FileContent, str, Mapping[str, str]]",
    "OpenFile": "IO[bytes]",
    "Pieces": "Iterator[bytes] | AsyncIterator[bytes]",
    "Time_": "datetime.time",
    "UUID_": "uuid.UUID",
}

RUNTIME_ALIASES: Final[Mapping[str, Type]] = {
    RUNTIME_NAMES[name]: parse(source, lambda each: RUNTIME_NAMES.get(each, each)) for name, source in _ALIASES.items()
}
"""The aliases among these names that arguments and attributes are of, and what they stand for."""


@cache
def constructors(prefix: str) -> Mapping[str, Member]:
    """How a client is made, and copied with other options, where its package has no constructor of its own.

    `prefix` is "Async" for that of asyncio. Parses the runtime: only a change from one kind of constructor to the other
    needs it.
    """
    from nemogen.diff.python.surface_reader import read_class

    folder = runtime_folder()
    files = {f"package/_runtime/{name}": (folder / name).read_bytes() for name in ("__init__.py", "client.py")}
    found = read_class({"package/__init__.py": b"", **files}, f"._runtime.client.{prefix or 'Sync'}Client")
    return {name: found.members[name] for name in (CONSTRUCTOR, "with_options")}
