"""A text that a regular expression matches, for the part of ECMA 262 that specs use."""

from __future__ import annotations

import random
import re
import string
from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, TypeAlias

from nemogen.light_dataclasses import dataclass

Make: TypeAlias = Callable[[], str]

_ESCAPES: Final = {
    "d": string.digits,
    "w": string.ascii_lowercase + string.digits,
    "s": " ",
    "D": "a",
    "W": "-",
    "S": "a",
    "n": "\n",
    "r": "\r",
    "t": "\t",
    "f": "\f",
    "v": "\v",
    "b": "",
    "B": "",
}
_PRINTABLE: Final = [chr(code) for code in range(0x20, 0x7F)]
_COUNT: Final = re.compile(r"\{(\d+)(?:(,)(\d*))?\}")
_GROUP: Final = re.compile(r"\?(?::|<[A-Za-z_]\w*>)")
_MORE: Final = 3
_MOST: Final = 1000


class UnknownPattern(ValueError):
    """A pattern with unsupported syntax."""


def text_for(pattern: str, chance: random.Random) -> str:
    """A text that the pattern should match; the caller verifies it. Raises UnknownPattern."""
    reader = _Reader(pattern, chance)
    make = reader.alternatives()
    if reader.at < len(pattern):
        raise UnknownPattern(pattern)
    return make()


@dataclass
class _Reader:
    """Reads a pattern from left to right; each part becomes a function that makes a text for it."""

    pattern: str
    chance: random.Random
    at: int = 0

    def alternatives(self) -> Make:
        branches = [self._sequence()]
        while self._take("|"):
            branches.append(self._sequence())
        return partial(_any_of, branches, self.chance)

    def _sequence(self) -> Make:
        parts: list[Make] = []
        while self.at < len(self.pattern) and self.pattern[self.at] not in "|)":
            parts.append(self._repeated(self._atom()))
        return lambda: "".join(part() for part in parts)

    def _repeated(self, atom: Make) -> Make:
        counted = _COUNT.match(self.pattern, self.at)
        if counted:
            least = int(counted[1])
            most = int(counted[3]) if counted[3] else least + _MORE if counted[2] else least
            self.at = counted.end()
        else:
            mark = next((mark for mark in "*+?" if self._take(mark)), "")
            least, most = {"*": (0, _MORE), "+": (1, _MORE), "?": (0, 1), "": (1, 1)}[mark]
        self._take("?")
        if least > _MOST:
            raise UnknownPattern(self.pattern)
        return lambda: "".join(atom() for _ in range(self.chance.randint(least, max(least, min(most, _MOST)))))

    def _atom(self) -> Make:
        mark = self.pattern[self.at]
        self.at += 1
        if mark == "(":
            return self._group()
        if mark in "*+?{":
            raise UnknownPattern(self.pattern)
        marks = self._marks(mark)
        return lambda: self.chance.choice(marks) if marks else ""

    def _marks(self, mark: str) -> Sequence[str]:
        """The characters that one atom admits."""
        if mark == "[":
            return self._class()
        if mark == "\\":
            return self._escape()
        return "" if mark in "^$" else string.ascii_lowercase if mark == "." else mark

    def _group(self) -> Make:
        named = _GROUP.match(self.pattern, self.at)
        self.at = named.end() if named else self.at
        if self.pattern.startswith("?", self.at):
            raise UnknownPattern(self.pattern)
        make = self.alternatives()
        if not self._take(")"):
            raise UnknownPattern(self.pattern)
        return make

    def _class(self) -> Sequence[str]:
        excluded = self._take("^")
        marks: list[str] = []
        while not self._take("]"):
            first = self._class_mark()
            if self.pattern.startswith("-", self.at) and not self.pattern.startswith("-]", self.at):
                self.at += 1
                last = self._class_mark()
                marks += [chr(code) for code in range(ord(first[0]), ord(last[0]) + 1)]
            else:
                marks += first
        return [mark for mark in _PRINTABLE if mark not in marks] if excluded else marks

    def _class_mark(self) -> Sequence[str]:
        if self.at >= len(self.pattern):
            raise UnknownPattern(self.pattern)
        self.at += 1
        mark = self.pattern[self.at - 1]
        return self._escape() if mark == "\\" else mark

    def _escape(self) -> Sequence[str]:
        mark = self.pattern[self.at : self.at + 1]
        self.at += 1
        if mark in ("u", "x"):
            length = 4 if mark == "u" else 2
            code, self.at = self.pattern[self.at : self.at + length], self.at + length
            if len(code) < length or not re.fullmatch("[0-9A-Fa-f]+", code):
                raise UnknownPattern(self.pattern)
            return chr(int(code, 16))
        if mark in ("", "p", "P", "k") or mark.isdigit():
            raise UnknownPattern(self.pattern)
        return _ESCAPES.get(mark, mark)

    def _take(self, mark: str) -> bool:
        taken = self.pattern.startswith(mark, self.at)
        self.at += taken
        return taken


def _any_of(makers: Sequence[Make], chance: random.Random) -> str:
    return chance.choice(makers)()
