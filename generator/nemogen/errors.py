"""The tree of all errors. A class has its exit status; a message says what is wrong, where, and how to continue."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import ClassVar, Self

from nemogen.light_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Location:
    """A location in a file: `pointer` is an RFC 6901 JSON Pointer, `line` and `column` count from 1."""

    file: str
    pointer: str = ""
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        text = self.file
        if self.line is not None:
            text += f":{self.line}"
            if self.column is not None:
                text += f":{self.column}"
        return f"{text}#{self.pointer}" if self.pointer else text


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem: what is wrong, where, and how to continue."""

    what: str
    where: Location | None = None
    remedy: str = ""

    def __str__(self) -> str:
        text = f"{self.where}: {self.what}" if self.where else self.what
        return f"{text}\n  {self.remedy}" if self.remedy else text


class NemogenError(Exception):
    """Base of all errors that a user may see. `problems` is never empty: a phase reports all of them at once."""

    exit_code: ClassVar[int] = 70

    @classmethod
    def error_id(cls) -> str:
        """What `nemogen explain` knows it by: merge-conflict for MergeConflict."""
        return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", cls.__name__).lower()

    def __init__(
        self, what: str, *, where: Location | None = None, remedy: str = "", others: tuple[Problem, ...] = ()
    ) -> None:
        super().__init__(what)
        self.problems = (Problem(what, where, remedy), *others)

    @classmethod
    def of(cls, problems: Sequence[Problem]) -> Self:
        """The error that reports all of `problems`, of which there is at least one."""
        first, *others = problems
        return cls(first.what, where=first.where, remedy=first.remedy, others=tuple(others))

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


class InternalError(NemogenError):
    """An unexpected error: a bug in nemogen."""

    exit_code = 70


class WrongUsage(NemogenError):
    """The command line has an unknown or invalid command, option or argument."""

    exit_code = 2


class InputFault(NemogenError):
    """An input is at fault: spec, overlay, lock, config, recording, template."""

    exit_code = 3


class SpecError(InputFault):
    """The spec is not an OpenAPI document from which a client can be generated."""


class OverlayError(InputFault):
    """overlay.yaml cannot be read or applied."""


class ConfigError(InputFault):
    """api.toml, approvals.toml or severity.toml is not valid."""


class LockError(InputFault):
    """lock.json cannot be read, or does not match the files next to it."""


class RecordingError(InputFault):
    """A recording cannot be read."""


class MergeConflict(InputFault):
    """A file contains conflict markers of an unfinished merge."""


class TemplateError(InputFault):
    """A template cannot be rendered."""


class NameClash(InputFault):
    """Two parts of the spec would have the same Python name."""


class HandEdited(InputFault):
    """A generated file was modified by hand. It is not overwritten without --force."""


class CouldNot(NemogenError):
    """nemogen could not finish: network, git, a missing tool, a full disk."""

    exit_code = 4


class NetworkError(CouldNot):
    """The source could not be fetched."""


class GitError(CouldNot):
    """git is missing or failed, or the state of the work tree does not allow the commit."""


class ToolError(CouldNot):
    """A required tool is missing or failed."""


class WriteError(CouldNot):
    """A file or folder could not be written. Nothing was changed."""


class Interrupted(KeyboardInterrupt):
    """Ctrl-C, after something was done for good: `args` say what, a line each."""

    def __str__(self) -> str:
        return "; ".join(map(str, self.args))
