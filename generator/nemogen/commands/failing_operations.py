"""Operations that cannot be generated: each is omitted and reported, so that the others are generated."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import field, replace
from typing import Final, Generic, TypeVar

from nemogen.errors import SpecError
from nemogen.findings import Finding, Level
from nemogen.light_dataclasses import dataclass
from nemogen.openapi.document import Operation
from nemogen.openapi.read_document import ReadDocument

_Made = TypeVar("_Made")

_MOST: Final = 20
"""Operations that are left out at most: where more fail, the document is at fault, not an operation."""

RULE: Final = "operation-left-out"

_TOO_DEEP: Final = "its schemas go too deep"


@dataclass(frozen=True, slots=True)
class WithoutFailing(Generic[_Made]):
    """What was made of a document, which operations it was made of, and a finding for each that was left out."""

    made: _Made
    read: ReadDocument
    findings: tuple[Finding, ...] = ()


def make_without_failing(read: ReadDocument, attempt: Callable[[ReadDocument], _Made]) -> WithoutFailing[_Made]:
    """What `attempt` makes of a document; of its other operations, where it raises SpecError for the sake of some.

    Which these are is found by halving: a document costs but one attempt unless something fails. Names that the
    settings give twice (NameClash) and settings that match nothing (ConfigError) are for a person to correct, and so
    they are raised, as is the SpecError where no operation, or none but a few, can do without the failing ones.
    """
    try:
        return WithoutFailing(attempt(read), read)
    except (SpecError, RecursionError) as error:
        search = _Search(read, attempt)
        if len(read.document.operations) < 2 or not search.has_kept_any(read.document.operations):
            raise error
        kept = search.with_operations(search.kept)
    findings = tuple(_finding(operation, why) for operation, why in search.failing)
    return WithoutFailing(attempt(kept), kept, findings)


@dataclass(slots=True)
class _Search(Generic[_Made]):
    read: ReadDocument
    attempt: Callable[[ReadDocument], _Made]
    kept: list[Operation] = field(default_factory=list)
    failing: list[tuple[Operation, Exception]] = field(default_factory=list)

    def has_kept_any(self, operations: Sequence[Operation]) -> bool:
        """Sort `operations`, which fail together, into `kept` and `failing`; False where too many fail."""
        ahead = [operations]
        while ahead and len(self.failing) <= _MOST:
            part = ahead.pop()
            error = self._error(part) if len(part) < len(operations) else None
            if error is None and len(part) < len(operations):
                self.kept.extend(part)
            elif error is not None and len(part) == 1:
                self.failing.append((part[0], error))
            else:
                middle = len(part) // 2
                ahead += [part[middle:], part[:middle]]
        return bool(self.kept) and len(self.failing) <= _MOST

    def _error(self, part: Sequence[Operation]) -> Exception | None:
        try:
            self.attempt(self.with_operations([*self.kept, *part]))
        except (SpecError, RecursionError) as error:
            return error
        return None

    def with_operations(self, operations: Sequence[Operation]) -> ReadDocument:
        """The document with no other operations, in its own order."""
        chosen = {id(each) for each in operations}
        document = self.read.document
        left = tuple(each for each in document.operations if id(each) in chosen)
        return replace(self.read, document=replace(document, operations=left))


def _finding(operation: Operation, error: Exception) -> Finding:
    where = operation.location
    why = _TOO_DEEP
    if isinstance(error, SpecError):
        problem = error.problems[0]
        at = f" ({problem.where.pointer})" if problem.where and problem.where.pointer not in ("", where.pointer) else ""
        why = f"{problem.what}{at}"
    message = f"{operation.label} is left out, since no method can be made of it: {why}"
    return Finding(RULE, Level.RISKY, message, area="spec", revision=where, key=where.pointer)
