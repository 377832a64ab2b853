"""Texts of strangers are read in time, and a multipart body is cut where it says."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nemogen.recordings.recording import TextBody
from nemogen.recordings.scrub import scrubbed
from nemogen.recordings.secrets import Secrets, secrets_of
from nemogen.recordings.visit_strings import Where, change_form
from tests.recordings.test_scrub import in_request

TIMED = """
import sys
from nemogen.recordings.secrets import Secrets
from nemogen.recordings.visit_strings import Where, change_form
head, chunk, count, tail = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]
text = head + chunk * count + tail
Secrets().clean(text)
Secrets().suspect(text, "url")
Secrets().is_secret_key(text)
change_form(text, "multipart/form-data; boundary=x", lambda text, _: text, Where("text", "", ""))
"""


@pytest.mark.parametrize(
    ("head", "chunk", "count", "tail"),
    [
        ("", "eyJ-", 60_000, ""),
        ("", "eyJ-", 30_000, ".eyJ-" + "eyJ-" * 10_000),
        ("?a=", ";a=", 60_000, ""),
        ("", '"password":"\\', 20_000, ""),
        ("", "\"a\":'", 40_000, ""),
        ("", '"password"  :', 20_000, ""),
        ("", "content-disposition: form-data; name=x\r\n\r\nabc\r\n", 3_000, ""),
        ("--x\r\ncontent-disposition:", ";name=x", 20_000, ""),
        ("", "content-disposition: x; name=a\r\na: b\r\na: b\r\n", 4_000, ""),
        ("", "\r\n--x\r\n", 20_000, ""),
        ("--x\r\ncontent-disposition: ;", " ", 100_000, ""),
        ("", "encrypted", 20_000, "!"),
        ("", "data:", 40_000, ""),
    ],
)  # fmt: skip
def test_a_long_text_is_read_to_its_end(head: str, chunk: str, count: int, tail: str) -> None:
    command = [sys.executable, "-c", TIMED, head, chunk, str(count), tail]
    assert subprocess.run(command, check=False, timeout=15).returncode == 0


NAMES = st.text("abc", min_size=1, max_size=5)
VALUES = st.text("xyz -\n", max_size=20).map(lambda text: text.replace("\n", "\r\n"))


@given(st.lists(st.tuples(NAMES, VALUES), max_size=5), st.sampled_from(["b", '"b c"', "q", ""]))
def test_each_part_of_a_multipart_body_is_seen_once_and_whole(parts: list[tuple[str, str]], stated: str) -> None:
    boundary = stated.strip('"') or "own"
    boundary = {"q": "other"}.get(boundary, boundary)
    text = "".join(
        f'--{boundary}\r\nContent-Type: text/plain\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in parts
    )
    seen: list[tuple[str, str]] = []

    def look(text: str, where: Where) -> str:
        seen.append((where.name, text))
        return text

    text += f"--{boundary}--\r\n"
    assert change_form(text, f"multipart/form-data; boundary={stated}", look, Where("text", "", "")) == text
    assert seen == parts


def test_what_follows_the_last_boundary_and_parts_without_a_name_stay() -> None:
    head = "before\r\n--b\r\n\r\npassword\r\n--b\r\nContent-Disposition: form-data; filename=a; name=password\r\n\r\n"
    for value, masked in (("word", "[scrubbed]"), ("", "")):
        body = TextBody(f"{head}{value}\r\n--b--\r\nafter")
        clean = scrubbed(
            in_request(headers={"content-type": ("multipart/form-data; boundary=b",)}, body=body), Secrets()
        )
        assert clean.request.body == TextBody(f"{head}{masked}\r\n--b--\r\nafter")


KNOWN = st.text("abc1", min_size=8, max_size=14).filter(lambda text: len(set(text)) > 3)


@given(st.lists(KNOWN, min_size=1, max_size=4), st.integers(0, 3), st.text("abc1 ", max_size=10))
def test_every_known_value_is_found_wherever_it_stands(values: list[str], which: int, around: str) -> None:
    value = values[which % len(values)]
    clean = secrets_of({}, values=values).clean(f"{around}{value}{around}")
    assert not any(each in clean for each in values)


def test_an_account_of_one_character_is_no_loop() -> None:
    assert secrets_of({}, accounts=["7"]).clean("no such") == "no such"
