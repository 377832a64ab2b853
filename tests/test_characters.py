"""What is generated does not depend on the version of Unicode of the Python that generates it."""

from __future__ import annotations

import hashlib
import os
import sys
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from nemogen import characters, names
from nemogen.client.literals import with_escapes

TABLE = Path(characters.__file__).with_name(f"unicode-{characters.UNICODE}.txt")
PRIVATE = "Co"

EMOJI = "\U0001fae8"
"""A shaking face: Unicode 15.0."""
LETTER = "\U00011f04"
"""A letter of Kawi: 15.0."""
MODIFIER = "\U0001e030"
"""15.0; its normal form is the Cyrillic letter a."""
OUTLINED = "\U0001ccd6"
"""16.0; its normal form is the letter A."""


def runs() -> Iterator[tuple[int, int]]:
    """Runs of characters that are assigned in this Python."""
    start = None
    for code in range(sys.maxunicode + 2):
        assigned = code <= sys.maxunicode and unicodedata.category(chr(code)) != "Cn"
        if assigned and start is None:
            start = code
        elif not assigned and start is not None:
            yield start, code - 1
            start = None


@pytest.mark.skipif(
    unicodedata.unidata_version != characters.UNICODE, reason=f"this Python has Unicode {unicodedata.unidata_version}"
)
def test_the_table_is_what_the_oldest_python_has_assigned() -> None:
    lines = TABLE.read_text(encoding="utf-8").splitlines(keepends=True)
    head = [line for line in lines if line.startswith("#")]
    expected = "".join(head) + "".join(f"{first:04X}-{last:04X}\n" for first, last in runs())
    if os.environ.get("NEMOGEN_UPDATE_CASES") == "1":
        TABLE.write_text(expected, encoding="utf-8")
    assert "".join(lines) == expected


def test_the_table_is_that_of_the_oldest_python_that_is_supported() -> None:
    project = (Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8")
    assert 'requires-python = ">=3.11"' in project
    assert sys.version_info >= (3, 11)
    assert unicodedata.unidata_version >= characters.UNICODE


def test_nothing_outside_of_the_table_is_taken_for_a_letter_or_a_printable_character() -> None:
    ranges = [(-1, -1), *characters.read_ranges()]
    gaps = [chr(code) for left, right in pairwise(ranges) for code in range(left[1] + 1, right[0])]
    assert len(gaps) > 800_000
    assert not any(map(characters.has_unassigned, ("", "aé", "\U0010fffd", "\ue000")))
    for character in [*gaps[::97], EMOJI, LETTER, MODIFIER, OUTLINED]:
        assert characters.has_unassigned(f"a{character}")
        assert not characters.is_identifier(f"a{character}")
        assert not characters.continues_identifier(character)
        assert not characters.is_printable(character)
        assert characters.name_of(character) == f"u{ord(character):04x}"
        assert characters.without_unassigned(f"a{character}é") == "aé"


PROPERTIES_IN_3_11 = "626ee53652c90ca4f60dd23140adf837c2eba94e57213aa5ecab1e91508acd0d"
"""The hash of all that is asked of the characters of the table, as Python 3.11 has it."""


def test_every_python_has_the_same_properties_of_what_is_in_the_table() -> None:
    digest = hashlib.sha256()
    for first, last in characters.read_ranges():
        for character in map(chr, range(first, last + 1)):
            if unicodedata.category(character) == PRIVATE:
                continue
            asked = (
                characters.is_identifier(character),
                characters.continues_identifier(character),
                characters.is_printable(character),
                characters.name_of(character),
                unicodedata.category(character) == "Ll",
                unicodedata.normalize("NFKC", character),
                unicodedata.normalize("NFKD", character),
                character.lower(),
            )
            digest.update(ascii(asked).encode())
    assert digest.hexdigest() == PROPERTIES_IN_3_11


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (EMOJI, "u1_fae8"),
        (LETTER, "u11_f04"),
        (MODIFIER, "u1_e030"),
        (OUTLINED, "u1_ccd6"),
        (f"size{OUTLINED}", "size"),
        (f"größe{LETTER}", "grosse"),
        ("größe", "größe"),
        ("a・b", "ab"),
        ("n\u200dm", "nm"),
        ("🥐", "croissant"),
    ],
)
def test_a_name_is_made_of_what_every_python_knows(text: str, name: str) -> None:
    assert names.python_name(text) == name
    assert all(each.isidentifier() and not characters.has_unassigned(each) for each in names.spellings(text))


def test_literals_are_written_as_the_oldest_python_writes_them() -> None:
    code = (
        f'"""A {EMOJI}."""\n'
        f"A = {EMOJI!r}\n"
        f"B: Literal[\n    '{LETTER}', \"{EMOJI} {LETTER}\"  # {EMOJI}\n]\n"
        f'"""Of {EMOJI}."""\n'
        f"def f(a='é{MODIFIER}'):\n"
        f"    '''{EMOJI}\n    {EMOJI}'''\n"
        f"    return g('{EMOJI}') + '{LETTER}'\n"
    )
    written = with_escapes(code)
    assert written == (
        f'"""A {EMOJI}."""\n'
        "A = '\\U0001fae8'\n"
        f"B: Literal[\n    '\\U00011f04', \"\\U0001fae8 \\U00011f04\"  # {EMOJI}\n]\n"
        f'"""Of {EMOJI}."""\n'
        "def f(a='é\\U0001e030'):\n"
        f"    '''{EMOJI}\n    {EMOJI}'''\n"
        "    return g('\\U0001fae8') + '\\U00011f04'\n"
    )
    assert with_escapes(written) == written


def test_what_is_not_python_is_left_for_ruff_to_report() -> None:
    code = f"a = ('{EMOJI}'\n"
    assert with_escapes(code) == code
