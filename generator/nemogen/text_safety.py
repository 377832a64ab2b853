r"""Makes untrusted text harmless: one table of characters, and a function for each kind of output.

A terminal obeys control characters. The runners of GitHub and Azure obey commands in the output of a job: `##[name …]`
and `##vso[name …]` anywhere in a line, `::name …::` at its start. Zero-width characters are invisible, and some
characters reverse the direction of the text that follows them.
"""

from __future__ import annotations

import ast
import json
import re
import shlex
import tokenize
from collections.abc import Iterator
from typing import Final

from nemogen.characters import is_printable
from nemogen.string_tokens import tokens_of

_CHARACTERS: Final = (
    "\x00-\x1f\x7f-\x9f\u2028\u2029"  # controls
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # what turns the direction of writing
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0"  # invisible
    "\ufff0-\ufffb\ufffe\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    "\ud800-\udfff"  # halves of characters
)
"""The table. The joiners U+200C and U+200D and the variants U+FE00 to U+FE0F stay: scripts and emoji need them."""

UNPRINTABLE: Final = re.compile(f"[{_CHARACTERS}]")
_UNPRINTABLE_IN_LINES: Final = re.compile(rf"(?![\n\t])[{_CHARACTERS}]")
_SPACES: Final = re.compile(r"[ \t\r\n\x0b\x0c\x85\u2028\u2029]+")

_COMMAND: Final = re.compile(r"#(?=#\w*\[)")
"""The first character of a command that counts anywhere in a line; without it there is none."""
_COMMAND_AT_START: Final = re.compile(r"^([^\S\n]*):(?=:)", re.MULTILINE)
"""Blanks of the one line alone: over many empty lines, each would be read once for every line before it."""

# All beyond ASCII counts as a letter: which characters are letters differs from one Python to the next.
_REFERENCE: Final = re.compile(r"([@#])(?=\w|[^\x00-\x7f])")

# What CommonMark and GFM give a meaning to anywhere in a line, and what makes a list of its start.
_SPECIAL: Final = re.compile(r"[\\`*_\[\]<>|~$#]")
# The mark of a list, or a thematic break.
_BLOCK: Final = re.compile(r"^(\d*)([-+.)](?=\s|$)|-(?=[-\s]*$))")
_ENTITIES: Final = {"<": "&lt;", ">": "&gt;"}
# Where GitHub would find a bare address, an issue or an emoji.
_AUTOMATIC: Final = re.compile(r"(?ai)(?<=:)(?=//)|(?<=\bwww)(?=\.)|(?<=\bGH)(?=-\d)|(?<=:)(?=[\w+-]+:)")


def plain(text: str) -> str:
    """For a terminal or a log, in one line: characters that these may obey, and invisible ones, are spelt out."""
    return _COMMAND.sub(spell, _one_line(text))


def lines(text: str) -> str:
    """For a terminal or a log, in lines as they are."""
    return without_commands(_UNPRINTABLE_IN_LINES.sub(spell, text))


def without_commands(text: str) -> str:
    """The same for text that is made for a terminal already, and may have colours."""
    return _COMMAND_AT_START.sub(r"\1\\x3a", _COMMAND.sub(spell, text))


def spelt(text: str) -> str:
    """Every character of the table spelt out, and nothing else changed: for names in messages."""
    return UNPRINTABLE.sub(spell, text)


def visible(text: str) -> str:
    """The text without the characters of the table, but for its line feeds and tabs: prose reads better so."""
    return _UNPRINTABLE_IN_LINES.sub("", text)


def spell(match: re.Match[str]) -> str:
    r"""A character as `\xNN`, `\uNNNN` or `\UNNNNNNNN`."""
    return _spelt(match.group())


def clip(text: str, limit: int) -> str:
    """The text with at most `limit` characters, ended by an ellipsis if it is cut."""
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"


def in_message(text: str) -> str:
    """For a commit message or the title of a pull request, in one line.

    No host of git repositories mentions a person or closes an issue because of it: a zero-width space after `@` and `#`
    does that, as Renovate and Dependabot have it too.
    """
    return _unlinked(plain(text))


def in_annotation(text: str) -> str:
    """For the data of a workflow command, as @actions/core escapes it."""
    return plain(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def in_property(text: str) -> str:
    """For a property of a workflow command."""
    return in_annotation(text).replace(":", "%3A").replace(",", "%2C")


def in_markdown(text: str) -> str:
    """Markdown (CommonMark 0.31, GitHub's) that shows just this text, in one line."""
    return _start_in_markdown(_in_markdown(_one_line(text)))


def in_code_span(text: str) -> str:
    """A code span of Markdown. Not for a table's cell, where a pipe would end it."""
    # Two backticks with nothing between are no span, but the start of another one.
    inner = plain(text) or " "
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", inner)), default=0))
    pad = " " if inner[:1] == "`" or inner[-1:] == "`" else ""
    return f"{fence}{pad}{inner}{pad}{fence}"


def prose_in_markdown(text: str) -> str:
    """A message of nemogen with names and values of a document in backticks: these as code spans, all else escaped."""
    parts = _one_line(text).split("`")
    spans, between = parts[1::2], parts[2:-1:2]
    if len(parts) % 2 == 0 or "" in spans or "" in between:
        return in_markdown(text)
    shown = [in_code_span(part) if index % 2 else _in_markdown(part) for index, part in enumerate(parts)]
    return _start_in_markdown("".join(shown))


def in_shell(text: str) -> str:
    """One word of a POSIX shell: quoted, and with two quotes more where a command of a runner would begin."""
    quoted = shlex.quote(_UNPRINTABLE_IN_LINES.sub(spell, text))
    return _COMMAND_AT_START.sub(r"\1:''", _COMMAND.sub("#''", quoted))


def in_toml(text: str) -> str:
    """A basic string of TOML 1.0; what is no character is replaced."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    quoted = json.dumps(whole, ensure_ascii=False)
    return _COMMAND.sub(_in_toml, UNPRINTABLE.sub(_in_toml, quoted))


def in_json(document: str) -> str:
    """A JSON text (of `json.dumps`) of the same values, with JSON's own escapes."""
    # Its line feeds are its own: those of its strings are escapes already, so none of its lines begins with a colon.
    return _COMMAND.sub(_in_json, _UNPRINTABLE_IN_LINES.sub(_in_json, document))


def needs_escapes(text: str) -> bool:
    """Whether a string needs escapes in a text of several lines."""
    return bool(UNPRINTABLE.search(text) or _COMMAND.search(text)) or "::" in text


def in_yaml(document: str) -> str:
    """A YAML text of the same values, where all strings with `needs_escapes` are in double quotes."""
    return lines(document)


def in_xml(document: str) -> str:
    """An XML text of the same values, of which the characters of the table were spelt out before."""
    return _COMMAND_AT_START.sub(r"\1&#58;", _COMMAND.sub("&#35;", document))


def in_python_string(text: str) -> str:
    """A literal of Python between double quotes, with escapes also for what Python itself does not print."""
    quoted = json.dumps(text, ensure_ascii=False)
    return _string("".join(each if is_printable(each) else _spelt(each) for each in quoted))


def in_python(source: str) -> str:
    """The source of the same Python module, with escapes in its strings; in comments they are spelt out.

    Source that is not valid Python stays as it is.
    """
    if not any(found.search(source) for found in (_UNPRINTABLE_IN_LINES, _COMMAND, _COMMAND_AT_START)):
        return source
    try:
        return "".join(_rewritten(source))
    except (SyntaxError, tokenize.TokenError):
        return source


def _one_line(text: str) -> str:
    return UNPRINTABLE.sub(spell, _SPACES.sub(" ", text).strip())


def _spelt(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _unlinked(text: str) -> str:
    return _REFERENCE.sub("\\1\u200b", text)


def _in_markdown(text: str) -> str:
    broken = _AUTOMATIC.sub("\u200b", _unlinked(text.replace("&", "&amp;")))
    return _SPECIAL.sub(lambda match: _ENTITIES.get(match[0], f"\\{match[0]}"), broken)


def _start_in_markdown(text: str) -> str:
    return _COMMAND_AT_START.sub(r"\1\\:", _BLOCK.sub(r"\1\\\2", text))


def _in_json(match: re.Match[str]) -> str:
    units = match.group().encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def _in_toml(match: re.Match[str]) -> str:
    return f"\\u{ord(match.group()):04x}" if match.group() < "\U00010000" else f"\\U{ord(match.group()):08x}"


def _rewritten(source: str) -> Iterator[str]:
    """The parts of `source`, strings and comments changed."""
    done = 0
    for token in tokens_of(source):
        if token.type in (tokenize.STRING, tokenize.COMMENT):
            text = source[token.begin : token.end]
            yield source[done : token.begin]
            yield lines(text) if token.type == tokenize.COMMENT else _string(text)
            done = token.end
    yield source[done:]


_IN_STRING: Final = re.compile(
    rf"\\(?P<after>.)|(?<=\n)(?P<start>[^\S\n]*):(?=:)|{_COMMAND.pattern}|{_UNPRINTABLE_IN_LINES.pattern}", re.DOTALL
)


def _string(literal: str) -> str:
    prefix = literal[: literal.index(literal[-1])].lower()
    if "f" in prefix or "t" in prefix:
        return _formatted_string(literal, prefix)
    if "r" in prefix and needs_escapes(literal):  # it has no escapes
        literal = repr(ast.literal_eval(literal))
    return _IN_STRING.sub(_in_string, literal)


def _formatted_string(literal: str, prefix: str) -> str:
    """A formatted string; as it was where Python 3.11, which has no escapes in its expressions, cannot say the same."""
    if "r" in prefix and needs_escapes(literal) and "\\" not in literal:
        literal = prefix.replace("r", "") + literal[len(prefix) :]
    escaped = _IN_STRING.sub(_in_string, literal)
    if escaped == literal or ("r" in prefix and "\\" in literal) or any(map(needs_escapes, _nested_strings(literal))):
        return literal
    return escaped


def _nested_strings(literal: str) -> Iterator[str]:
    """The strings within the expressions of a formatted string."""
    for part in ast.walk(ast.parse(literal, mode="eval")):
        if isinstance(part, ast.FormattedValue):
            found = ast.walk(part.value)
            yield from (each.value for each in found if isinstance(each, ast.Constant) and isinstance(each.value, str))


def _in_string(match: re.Match[str]) -> str:
    if match["after"] is not None:  # a backslash before a character of the table is a backslash
        is_harmless = match["after"] == "\n" or not UNPRINTABLE.match(match["after"])
        return match.group() if is_harmless else f"\\\\{_spelt(match['after'])}"
    return f"{match['start']}\\x3a" if match["start"] is not None else spell(match)
