"""The keys of schemas before they are named: their pointers, and what these say; and the extension that gives names."""

from __future__ import annotations

import re
from typing import Final

from nemogen.pointer import split

NAME: Final = "x-nemogen-name"
"""The extension by which an overlay names a schema, or (dotted) an operation."""

SENT: Final = "request:"
"""The prefix of a schema's pointer that means its view in requests: no pointer begins with it."""

_COMPONENT: Final = re.compile(r"/(?:components/schemas|definitions)/[^/]+")
"""Where a document has its components: OpenAPI 3, and Swagger 2.0."""

_PUBLISHED: Final = ("/components/schemas/", "/definitions/")


def is_published(key: str) -> bool:
    """Whether a pointer leads to a component or a part of one: its last step is a name of the document."""
    return key.startswith(_PUBLISHED)


def component_name(key: str) -> str | None:
    """The name that the document gives the schema at a pointer, where it is a component; else None."""
    at = key.removeprefix(SENT)
    return split(at)[-1] if _COMPONENT.fullmatch(at) else None
