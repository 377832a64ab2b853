from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from nemogen.errors import Location
from nemogen.findings import Finding, Level
from nemogen.report import ApiReport, Format, Report, State, Subject, render
from nemogen.text_safety import UNPRINTABLE
from tests.report.samples import ADDITIVE, FULL, HOSTILE, REPORTS

SHORT = """\
pets, 0.1.0 -> 0.2.0
  upstream    breaking: 1 breaking, 1 additive, 1 docs
  lock        ok
  generated   outdated: the pin changed since
  recordings  not checked: the folder cannot be read

  breaking
    POST /chats: the property `model` is gone [response-property-removed]
      specs/pets/openapi.json:10:3 and 62 more

  additive
    GET /pets: a new operation [operation-added]

  1 docs: --verbose shows it

  accepted by approvals: 1 breaking

zoo
  upstream  skipped: --offline
  lock      ok

2 APIs: 1 with something skipped, 1 not checked

next: nemogen sync pets --accept breaking, or nemogen approve 124a3667480e --reason TEXT
"""


def test_the_short_form_groups_by_level_and_only_counts_prose() -> None:
    assert render(FULL, Format.TEXT) == SHORT


def test_what_a_change_risks_is_no_loss_of_the_client() -> None:
    risky = Finding("value-added", Level.RISKY, "`kind` may be `c`")
    for name, heading in (("upstream", "  risky"), ("document", "  not in the client")):
        report = Report("check", (ApiReport("pets", (Subject(name, State.DONE, findings=(risky,)),)),))
        assert heading in render(report, Format.TEXT).splitlines()


def test_the_verbose_form_gives_every_place_and_the_fingerprint() -> None:
    text = render(FULL, Format.TEXT, verbose=True)
    assert "      base: specs/pets/openapi.json:10:3#/paths/~1chats\n" in text
    assert "      also: specs/pets/openapi.json:40:7#/paths/~1v2\n" in text
    assert "reworded [description-changed]" in text
    assert "another server [server-changed]" in text
    assert "--verbose" not in text


def test_a_fingerprint_is_shown_only_of_what_can_be_approved() -> None:
    note = Finding("repaired", Level.NOTE, "left out", area="spec")
    loss = Finding("not-used", Level.RISKY, "not in the client", area="spec")
    recording = Finding("recording-missing", Level.ERROR, "is missing", area="recordings")
    subjects = (
        Subject("upstream", State.ADDITIVE, findings=(ADDITIVE, note)),
        Subject("document", State.DONE, findings=(loss,)),
        Subject("recordings", State.FAILED, findings=(recording,)),
    )
    text = render(Report("sync", (ApiReport("pets", subjects),)), Format.TEXT, verbose=True)
    assert [each.fingerprint in text for each in (ADDITIVE, recording, note, loss)] == [True, True, False, False]


def test_colour_is_there_only_when_asked_for() -> None:
    coloured = render(FULL, Format.TEXT, colour=True)
    assert "\x1b[31m✗ breaking\x1b[0m" in coloured
    assert "\x1b" not in render(FULL, Format.TEXT)


def test_many_findings_of_a_level_are_cut_short_and_the_cut_is_reported() -> None:
    many = tuple(replace(ADDITIVE, key=str(number)) for number in range(50))
    text = render(Report("diff", (ApiReport("", (Subject("wire", State.ADDITIVE, "", many),)),)), Format.TEXT)
    assert text.count("[operation-added]") == 20
    assert "… and 30 more: --verbose shows them" in text


def test_a_pair_of_documents_without_a_name_has_no_heading() -> None:
    text = render(Report("diff", (ApiReport("", (Subject("wire", State.UP_TO_DATE),)),)), Format.TEXT)
    assert text == "  wire  up to date\n"


def test_a_report_on_nothing_does_not_read_as_green() -> None:
    assert render(Report("check", ()), Format.TEXT) == "  check  not checked: nothing was looked at\n"


def test_a_place_without_a_line_shows_its_pointer() -> None:
    finding = Finding("x", Level.BREAKING, "m", base=Location("a.json", "/x/y"))
    text = render(Report("diff", (ApiReport("", (Subject("wire", State.BREAKING, "", (finding,)),)),)), Format.TEXT)
    assert "      a.json#/x/y\n" in text


def test_hostile_text_reaches_the_terminal_as_letters() -> None:
    assert not UNPRINTABLE.search(render(HOSTILE, Format.TEXT, verbose=True).replace("\n", ""))


@given(REPORTS)
def test_any_report_is_reported_without_a_control_character(report: Report) -> None:
    for verbose in (False, True):
        assert not UNPRINTABLE.search(render(report, Format.TEXT, verbose=verbose).replace("\n", ""))
