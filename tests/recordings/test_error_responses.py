"""Errors are told in the form that the API has."""

from __future__ import annotations

from nemogen.recordings.error_responses import error_event
from nemogen.recordings.judge_value import ValueJudge
from nemogen.recordings.recording import StreamBody
from tests.recordings.samples import chat, document, read


def test_an_error_event_has_the_form_of_a_recorded_one() -> None:
    chunks = (b'data: {"id": "1"}\n\n', b'data: {"error": {"message": "busy", "code": 503, "type": "server"}}\n\n')
    broken = chat("broken", body=StreamBody(chunks), stream=True)
    event = error_event("over", "/", recordings=[chat(), broken], judge=ValueJudge(read(document())), operation=None)
    assert event == b'data: {"error": {"message": "over", "code": 500, "type": "server"}}\n\n'


def test_an_event_called_error_is_one_whatever_it_holds_and_its_name_is_kept() -> None:
    chunks = (b'data: {"id": "1", "error": null}\n\n', b'data: [1]\n\nevent: error\ndata: {"detail": "busy"}\n\n')
    broken = chat("broken", body=StreamBody(chunks), stream=True)
    event = error_event("over", "/", recordings=[broken], judge=ValueJudge(read(document())), operation=None)
    assert event == b'event: error\ndata: {"detail": "over"}\n\n'
