"""What an operationId says: the words of a person, or nothing if a framework made it from method and path."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from nemogen.light_dataclasses import dataclass
from nemogen.names import path_words, python_name, singular, words
from nemogen.verbs import JOINTS, MODIFIERS, NOISE, VERBS

_VERSION: Final = re.compile(r"v[0-9]+([a-z]+[0-9]*)?")
_METHOD: Final = "GET|PUT|POST|DELETE|PATCH|HEAD|OPTIONS|TRACE"

_DERIVED: Final = (
    re.compile(r"Controller(V[0-9]+)?_", re.IGNORECASE),  # NestJS: UsersController_findAll_v1
    re.compile(rf"Using({_METHOD})(_[0-9]+)?$"),  # springfox: listUsingGET_1
    re.compile(r"[A-Za-z]_[0-9]+$"),  # springdoc, where two methods of Java are called alike: list_1
    re.compile(rf"[a-z]({_METHOD})[0-9]*$"),  # NSwag: UsersGET2
    re.compile(r"(?=[0-9a-f]*[0-9])[0-9a-f]{12,}|::"),  # Laravel: a hash
)
"""What no person writes into an operationId, by the framework that does."""

_DJANGO: Final = re.compile(r"_(list|create|retrieve|update|partial_update|destroy)$")
"""How drf-spectacular ends the words of a path."""

_GROUPED: Final = re.compile(r"[A-Z][A-Za-z0-9]*_[A-Z][A-Za-z0-9]*")
"""AutoRest, NSwag: Users_GetAll."""
_DOTTED: Final = re.compile(r"[A-Za-z][\w-]*(?:[./][A-Za-z][\w-]*)+")
"""GitHub, Google, Slack: repos/list-for-org, drive.files.list."""


def is_derived(operation_id: str, method: str, path: str) -> bool:
    """Whether a framework made `operation_id` from the method and the path of its operation, or from code.

    FastAPI ends it in path and method (`read_items_items__get`), drf-spectacular, Swashbuckle and openapi-generator
    put nothing in but the words of both; the others leave marks that no person writes.
    """
    if any(mark.search(operation_id) for mark in _DERIVED):
        return True
    fastapi = re.sub(r"\W", "_", path) + f"_{method}"
    if path.strip("/") and operation_id.lower().endswith(fastapi.lower()):
        return True
    if _DOTTED.fullmatch(operation_id):
        return False
    spoken = _DJANGO.sub("", operation_id)
    found = set(_without_versions(words(spoken)))
    fixed = set(_without_versions(path_words(path)))
    is_one_word = len(found) < 2 and spoken == operation_id
    return not is_one_word and fixed <= found <= {*path_words(path, placeholders=True), method, "by", "api"}


def call_said(operation_id: str) -> str | None:
    """The dotted call that an operationId spells out: `repos/list-for-org`, `key.get`, `Users_GetAll`; else None."""
    if _DOTTED.fullmatch(operation_id):
        parts = re.split(r"[./]", operation_id)
    elif _GROUPED.fullmatch(operation_id):
        parts = operation_id.split("_")
    else:
        return None
    return ".".join(map(python_name, parts))


@dataclass(frozen=True, slots=True)
class Said:
    """What an operationId says beyond the resource, verb first; empty if it has no verb.

    `short` is without noise (articles, `all`, `user`) and without what a placeholder says (`by id`); `full` has both.
    """

    short: tuple[str, ...] = ()
    full: tuple[str, ...] = ()


def words_said(operation_id: str, resource: Iterable[str], path: str) -> Said:
    """The words of `operation_id` about an operation of the resource with these names, the parents' first."""
    found = _without_versions(words(operation_id))
    known = {form for name in resource for word in words(name) for form in (word, singular(word), f"{word}s")}
    full: list[str] = []
    for index, word in enumerate(found):
        is_verb = index == 0 and word in VERBS and word not in _verbs_later(found[1:], known)
        if is_verb or word not in known:
            full.append(word)
    placeholders = set(words(" ".join(re.findall(r"\{([^{}]+)\}", path))))
    short = _without_placeholders(full, placeholders | known)
    short = [word for word in short if word not in NOISE]
    start = 1 if short and short[0] in MODIFIERS else 0
    if len(short) <= start or short[start] not in VERBS:
        return Said()
    return Said(tuple(_without_joints(short)), tuple(_without_joints(full)))


def _without_joints(found: list[str]) -> list[str]:
    end = next((end for end in range(len(found), 0, -1) if found[end - 1] not in JOINTS), 0)
    return found[:end]


def _verbs_later(rest: list[str], known: set[str]) -> set[str]:
    """`known` where a verb that is no part of the resource follows: `order_cancel` says cancel."""
    return known if any(word in VERBS and word not in known for word in rest) else set()


def _without_placeholders(left: list[str], placeholders: set[str]) -> list[str]:
    """`left` without an ending such as `by id`, where that is what the path's placeholder says."""
    if "by" in left[1:]:
        at = left.index("by", 1)
        if set(left[at + 1 :]) <= placeholders | {"id", "ids", "name"}:
            return left[:at]
    return left


def _without_versions(found: list[str]) -> list[str]:
    return [word for word in found if not _VERSION.fullmatch(word)]
